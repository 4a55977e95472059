package guards

import (
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// Questions that may also be asked where there is no reply.

type answer struct {
	Code codes.ResponseCode `json:"responseCode"`
	Text string             `json:"text"`
}

func (a *answer) accepted() bool { return a != nil && a.Code == codes.ResponseSuccess }

func (a *answer) busy() bool { return a != nil && a.Code == codes.ResponseThrottlingRateExceeded }

var (
	errLogin   = errors.New("login")
	errAddress = errors.New("address")
)

// Where there is none nobody looks at its code.
func (a *answer) err() error {
	if a.accepted() {
		return nil
	}
	switch a.Code {
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP:
		return errLogin
	case codes.ResponseInvalidRecipient:
		return fmt.Errorf("%w: %s", errAddress, a.Text)
	}
	return fmt.Errorf("code %d: %s", a.Code, a.Text)
}

// Success is asked for by nobody.
func (a *answer) errBusy() error {
	if a.busy() {
		return nil
	}
	switch a.Code { // want `as success and failures go on alike`
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP:
		return errLogin
	}
	return fmt.Errorf("code %d: %s", a.Code, a.Text)
}

// A chain asks the same.
func (a *answer) text() string {
	if a.accepted() {
		return ""
	}
	if a.Code == codes.ResponseInvalidCredentials {
		return "login"
	} else if a.Code == codes.ResponseInvalidRecipient {
		return "address"
	} else if a.Code == codes.ResponseInvalidIP {
		return "address of the caller"
	}
	return a.Text
}
