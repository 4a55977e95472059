// Package a05 turns the service's answers into the program's own errors.
package a05

import "errors"

var (
	ErrLogin  = errors.New("login refused")
	ErrToken  = errors.New("token")
	ErrFunds  = errors.New("no funds")
	ErrNumber = errors.New("no such number")
)

const (
	rcBadLogin = "1"
	rcNoToken  = "18"
)

type reply struct {
	RC string `json:"responseCode"`
	ID string `json:"messageId"`
}

// Error has no case for what went well.
func (r *reply) Error() error {
	switch r.RC { // want "missedcode: .*19 response codes"
	case rcBadLogin, "2", "3": // want "magiccode: .*InvalidIP" "magiccode: .*AccountExpired"
		return ErrLogin
	case rcNoToken:
		return ErrToken
	}
	return nil
}

// Outcome is Error for what concerns one message.
func (r *reply) Outcome() error {
	var err error
	switch code := r.RC; { // want "missedcode: .*19 response codes"
	case code == "6", code == "7": // want "magiccode: .*InsufficientCredit" "magiccode: .*PrepaidAccountExpired"
		err = ErrFunds
	case "11" == code: // want "magiccode: .*InvalidRecipient"
		err = ErrNumber
	case code == rcBadLogin:
		err = ErrLogin
	case r.ID == "0":
		err = errors.New("no id")
	}
	return err
}
