// Package defaults sends messages, and tells apart what became of them: by
// switches with every kind of default.
package defaults

import (
	"errors"
	"fmt"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errBusy   = errors.New("busy")
	errCredit = errors.New("no credit")
	errNumber = errors.New("bad number")
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

// send names success: its default takes failures only.
func send(r reply) (string, error) {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return r.MessageID, nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return "", errBusy
	default:
		return "", fmt.Errorf("refused: %w", r.ResponseCode)
	}
}

// sendQuietly swallows every failure but one.
func sendQuietly(r reply) (string, error) {
	switch r.ResponseCode { // want `happens to 21 response codes .*default does nothing`
	case codes.ResponseSuccess:
		return r.MessageID, nil
	case codes.ResponseThrottlingRateExceeded:
		return "", errBusy
	default:
	}
	return "", nil
}

// sendAndForget says it with a break.
func sendAndForget(r reply, sent map[string]bool) {
	switch r.ResponseCode { // want `happens to 22 response codes .*default does nothing`
	case codes.ResponseSuccess:
		sent[r.MessageID] = true
	default:
		break
	}
}

// sendLoudly treats what was accepted like what was refused.
func sendLoudly(r reply) error {
	switch r.ResponseCode { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail; add a case for 0 Success`
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseInsufficientCredit:
		return errCredit
	default:
		return fmt.Errorf("refused: %s", r.ResponseCode)
	}
}

// sendFalling names success, and lets it fall in with the rest.
func sendFalling(r reply) {
	switch r.ResponseCode { // want `the default of this switch takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		log.Print("slow down")
	case codes.ResponseSuccess:
		log.Print("accepted")
		fallthrough
	default:
		log.Printf("code %s", r.ResponseCode)
	}
}

// sendFirst has its default at the top.
func sendFirst(r reply) error {
	switch r.ResponseCode {
	default:
		return fmt.Errorf("refused: %s", r.ResponseCode)
	case codes.ResponseSuccess:
		return nil
	}
}

// sendNothing says outright that the rest is no error.
func sendNothing(r reply) error {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInvalidRecipient:
		return errNumber
	default:
		return nil
	}
}

// sendChecked has only failures to tell apart.
func sendChecked(r reply) (string, error) {
	if r.ResponseCode == codes.ResponseSuccess {
		return r.MessageID, nil
	}
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return "", errBusy
	default:
		return "", fmt.Errorf("refused: %s", r.ResponseCode)
	}
}

// sendAndAsk lets its default tell success from the rest.
func sendAndAsk(r reply) error {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	default:
		log.Printf("code %s", r.ResponseCode)
		if r.ResponseCode != codes.ResponseSuccess {
			return errNumber
		}
		return nil
	}
}

// sendByErr has an error for all the rest that is nil for success.
func sendByErr(r reply) error {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseInsufficientCredit:
		return errCredit
	default:
		return r.ResponseCode.Err()
	}
}

// sendByHelper leaves that to a function of its own, and sends what it knows there
// by what follows.
func sendByHelper(r reply) error {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseInsufficientCredit:
		return errCredit
	}
	return refusal(r.ResponseCode)
}

func refusal(code codes.ResponseCode) error {
	if code == codes.ResponseSuccess {
		return nil
	}
	return fmt.Errorf("refused: %s", code)
}

// sendByLadder separates them in its last step.
func sendByLadder(r reply) (string, error) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return "", errBusy
	case codes.ResponseInsufficientCredit:
		return "", errCredit
	}
	if err := r.ResponseCode.Err(); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// sendAndSay lets its default say which is which by a boolean.
func sendAndSay(r reply) (later, sent bool) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return true, false
	default:
		return false, r.ResponseCode == codes.ResponseSuccess
	}
}

// A health is what a page shows of the last request.
type health struct {
	up   bool
	text string
}

// sendProbe does so in a field.
func sendProbe(r reply) (h health) {
	switch r.ResponseCode {
	case codes.ResponseInvalidIP:
		h.text = "not from here"
	default:
		h.up = r.ResponseCode == codes.ResponseSuccess || r.ResponseCode.Retryable()
	}
	return h
}

// sendCounted hands it on.
func sendCounted(r reply, count func(sent bool)) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		log.Print("slow down")
	default:
		count(!(r.ResponseCode > codes.ResponseSuccess))
	}
}

// sendLogged only shows it to people.
func sendLogged(r reply) (failed, final bool) {
	switch r.ResponseCode { // want `the default of this switch takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		return true, false
	default:
		log.Print("sent: ", r.ResponseCode == codes.ResponseSuccess)
		return false, true
	}
}
