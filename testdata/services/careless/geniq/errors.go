package geniq

import (
	"errors"
	"fmt"
	"strconv"
)

var (
	ErrCredentials = errors.New("geniq: wrong user, password or address")
	ErrAccount     = errors.New("geniq: the account is closed")
	ErrUnavailable = errors.New("geniq: not available")
	ErrNoCredit    = errors.New("geniq: no credit")
	ErrTooMany     = errors.New("geniq: too many recipients")
)

// The codes that we got first.
const (
	codeBusy  = 5
	codeSpam  = 19
	codeBroke = "6"
)

// APIError is a call that the API refused.
type APIError struct {
	Call         string
	ResponseCode int
	Message      string
}

func (e *APIError) Error() string {
	return fmt.Sprintf("geniq: %s: code %d: %s", e.Call, e.ResponseCode, e.Message)
}

// Temporary tells whether the call may work later.
func (e *APIError) Temporary() bool {
	switch e.ResponseCode {
	case codeBusy, 88: // want "magiccode: .*GeneralFailure"
		return true
	case 18, 99: // want "magiccode: .*TokenGenerationFailed" "magiccode: .*SystemError"
		return true
	}
	return false
}

// Account tells whether the trouble is with the account: nothing will work
// before somebody has looked at it.
func (e *APIError) Account() bool {
	return e.ResponseCode >= 1 && e.ResponseCode < 5 // want "magiccode: .*>= 1" "magiccode: .*< 5"
}

var advice = map[int]string{
	1:        "check the password",      // want "magiccode: .*InvalidCredentials"
	2:        "ask for our new address", // want "magiccode: .*InvalidIP"
	codeBusy: "slow down",
	6:        "top up",         // want "magiccode: .*InsufficientCredit"
	7:        "top up",         // want "magiccode: .*PrepaidAccountExpired"
	10:       "ask the vendor", // want "magiccode: .*CouldNotRoute"
	codeSpam: "wait until tomorrow",
}

// Advice is for whoever is on call.
func (e *APIError) Advice() string {
	if a, ok := advice[e.ResponseCode]; ok {
		return a
	}
	return "wait"
}

// apiError makes an error of a code as it came.
func apiError(call, code, message string) error {
	n, err := strconv.Atoi(code)
	if err != nil {
		return fmt.Errorf("geniq: %s: odd code %q", call, code)
	}
	return &APIError{Call: call, ResponseCode: n, Message: message}
}
