// Package always is checked with -missedcode.default=always: a default counts,
// whatever it does and whatever falls into it.
package always

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

var errBusy = errors.New("busy")

// empty has an empty default.
func empty(code codes.ResponseCode) (text string) {
	switch code {
	case codes.ResponseSuccess:
		text = "sent"
	default:
	}
	return text
}

// together takes success with failures.
func together(code codes.ResponseCode) string {
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		return "late"
	default:
		return "failed"
	}
}

// zero ends in zero values.
func zero(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	}
	return nil
}

// preset starts from something.
func preset(code codes.ResponseCode) string {
	text := "?"
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		text = "late"
	}
	return text
}

// none has no default of any kind.
func none(code codes.ResponseCode) (text string) {
	switch code { // want `this switch does not say what happens to 22 response codes`
	case codes.ResponseSuccess:
		text = "sent"
	}
	return text
}
