package defaults

import (
	"fmt"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// words has the vendor's words where it knows no better ones.
func words(r reply) string {
	text := ""
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		text = "sent"
	case codes.ResponseThrottlingRateExceeded:
		text = "too fast"
	}
	if text == "" {
		text = r.ResponseCode.Description()
	}
	return text
}

// stateBehind leaves where no case has said what it is.
func stateBehind(r reply) (s state, note string, err error) {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded:
		s, note = waiting, "too fast"
	}
	if s == "" {
		return "", "", fmt.Errorf("refused: %w", r.ResponseCode)
	}
	return s, note, nil
}

// errorBehind keeps success out of it.
func errorBehind(r reply) error {
	var err error
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		err = errBusy
	case codes.ResponseInsufficientCredit:
		err = errCredit
	}
	if err == nil && r.ResponseCode != codes.ResponseSuccess {
		err = fmt.Errorf("refused: %w", r.ResponseCode)
	}
	return err
}

// wordsForAll says of what was sent what it says of what was not.
func wordsForAll(r reply) string {
	var text string
	switch r.ResponseCode { // want `happens to 21 response codes .*: 0 Success, .* as success and failures go on alike`
	case codes.ResponseThrottlingRateExceeded:
		text = "too fast"
	case codes.ResponseInsufficientCredit:
		text = "top up"
	}
	if text == "" {
		text = "refused"
	}
	return text
}

// found asks whether a case has said something, and not what about the rest.
func found(r reply) string {
	var text string
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		text = "sent"
	case codes.ResponseThrottlingRateExceeded:
		text = "too fast"
	}
	if text != "" {
		return text + "!"
	}
	return text
}

// half asks for one of the two that the cases give.
func half(r reply) (s state, note string) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded:
		s, note = waiting, "too fast"
	}
	if note == "" {
		note = "nothing to say"
	}
	return s, note
}

// unrelated asks for something else.
func unrelated(r reply) (s state) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded:
		s = waiting
	}
	if r.MessageID == "" {
		s = failed
	}
	return s
}

// wordsInTheEnd leaves with what it knows, and has the vendor's words in the end.
func wordsInTheEnd(r reply) (text string) {
	defer func() {
		if text == "" {
			text = r.ResponseCode.Description()
		}
	}()
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return "sent"
	case codes.ResponseThrottlingRateExceeded:
		return "too fast"
	}
	return
}

// wordsLost gives them to something else in the end.
func wordsLost(r reply) (text, note string) {
	defer func() {
		if note == "" {
			note = r.ResponseCode.Description()
		}
	}()
	switch r.ResponseCode { // want `this switch does not say what happens to 21 response codes`
	case codes.ResponseSuccess:
		return "sent", ""
	case codes.ResponseThrottlingRateExceeded:
		return "too fast", ""
	}
	return
}

// paused waits where a case said so, and fails behind that.
func paused(code codes.ResponseCode) error {
	var wait time.Duration
	switch code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		wait = time.Minute
	case codes.ResponseSystemError:
		wait = time.Second
	}
	if wait > 0 {
		time.Sleep(wait)
		return nil
	}
	return code
}

// pausedForgetting fails for none.
func pausedForgetting(code codes.ResponseCode) error {
	var wait time.Duration
	switch code { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		wait = time.Minute
	case codes.ResponseSystemError:
		wait = time.Second
	}
	if wait != 0 {
		time.Sleep(wait)
		return nil
	}
	return nil
}
