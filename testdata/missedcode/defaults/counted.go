package defaults

import (
	"fmt"
	"log"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// tally counts what it sends.
type tally struct{ sent, slow, wrong int }

// count does so on the way: the caller hears of every code.
func (t *tally) count(r reply) error {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		t.sent++
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		t.wrong++
	}
	return r.ResponseCode.Err()
}

// countTest leaves with all that fails.
func (t *tally) countTest(r reply) (string, error) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient:
		log.Print("no such number")
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return "", fmt.Errorf("refused: %w", r.ResponseCode)
	}
	return r.MessageID, nil
}

// countErr asks the code for its error.
func (t *tally) countErr(r reply) (string, error) {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		t.sent++
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	}
	if err := r.ResponseCode.Err(); err != nil {
		return "", fmt.Errorf("sending: %w", err)
	}
	return r.MessageID, nil
}

// countFailures is for failures only.
func (t *tally) countFailures(r reply) error {
	if r.ResponseCode == codes.ResponseSuccess {
		return nil
	}
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient:
		t.wrong++
	}
	return fmt.Errorf("refused with %s", strconv.Itoa(int(r.ResponseCode)))
}

// countAll makes an error of success, too.
func (t *tally) countAll(r reply) error {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient:
		t.wrong++
	}
	return fmt.Errorf("answered %d", r.ResponseCode)
}

// countSent asks for success alone.
func (t *tally) countSent(r reply) string {
	switch r.ResponseCode { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		t.sent++
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient:
		t.wrong++
	}
	if r.ResponseCode == codes.ResponseSuccess {
		return r.MessageID
	}
	return ""
}

// file has an error that was looked at before: it is nil for the codes without a case.
func file(id, code string, save func(string) error) error {
	n, err := strconv.Atoi(code)
	if err != nil {
		return err
	}
	switch codes.ResponseCode(n) { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		err = save(id)
	case codes.ResponseThrottlingRateExceeded:
		err = errBusy
	case codes.ResponseInsufficientCredit:
		err = errCredit
	}
	if err != nil {
		log.Print(err)
	}
	return err
}
