package geniq

import (
	"errors"
	"fmt"
	"strconv"
)

// What callers can do something about.
var (
	ErrCredentials    = errors.New("geniq: user name, password or address refused")
	ErrAccount        = errors.New("geniq: account expired or disabled")
	ErrUnavailable    = errors.New("geniq: service unavailable")
	ErrNoCredit       = errors.New("geniq: out of credit")
	ErrPrepaidExpired = errors.New("geniq: prepaid account has expired")
	ErrListTooLong    = errors.New("geniq: too many recipients in one batch")
)

// The codes that the client itself acts on, as they come over the wire.
const (
	rcSuccess  = "0"
	rcBadLogin = "1"
	rcNoCredit = "6"
)

// APIError is an answer of the API that says no.
type APIError struct {
	Op           string
	ResponseCode int
	Message      string
}

func (e *APIError) Error() string {
	return fmt.Sprintf("geniq: %s: %s (%d)", e.Op, e.Message, e.ResponseCode)
}

// Temporary tells whether the same call may work in a while.
func (e *APIError) Temporary() bool {
	switch e.ResponseCode {
	case 5: // want "magiccode: .*ThrottlingRateExceeded"
		return true
	case 18, 88, 99: // want "magiccode: .*TokenGenerationFailed" "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
		return true
	}
	return false
}

// apiError makes an error of a failing code as it came over the wire.
func apiError(op, code, message string) error {
	n, err := strconv.Atoi(code)
	if err != nil {
		return fmt.Errorf("geniq: %s: odd response code %q: %w", op, code, err)
	}
	return &APIError{Op: op, ResponseCode: n, Message: message}
}
