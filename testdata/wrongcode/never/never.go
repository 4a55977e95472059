// Package never asks again for codes that have gone another way.
package never

import (
	"errors"
	"fmt"
	"log"
	"slices"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errLater   = errors.New("later")
	errMoney   = errors.New("no money")
	errRefused = errors.New("refused")
)

type reply struct {
	Code    codes.ResponseCode `json:"responseCode"`
	Message string             `json:"responseMessage"`
	Token   string             `json:"token"`
}

// A guard before a switch.
func send(r reply) error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	log.Printf("send: %s", r.Message)
	switch r.Code {
	case codes.ResponseSuccess: // want `case codes.ResponseSuccess never holds: after line 28 the code can no longer be 0 \(Success\); remove it, or test for the code before that`
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return errLater
	default:
		return errRefused
	}
}

// Two guards, and a third that comes too late.
func ladder(r reply) error {
	if r.Code.Retryable() {
		return errLater
	}
	if r.Code == codes.ResponseInsufficientCredit {
		return errMoney
	}
	if r.Code == codes.ResponseGeneralFailure { // want `r.Code == codes.ResponseGeneralFailure never holds: after line 44 `
		return errLater
	}
	return r.Code.Err()
}

// An earlier case has it already.
func tagless(r reply) string {
	switch {
	case r.Code == codes.ResponseSuccess:
		return "sent"
	case r.Code >= codes.ResponseInvalidCredentials && r.Code <= codes.ResponseAccountDisabled:
		return "account"
	case r.Code == codes.ResponseAccountExpired: // want `r.Code == codes.ResponseAccountExpired never holds: after line 61 `
		return "expired"
	case r.Code.Retryable():
		return "later"
	case r.Code == codes.ResponseSystemError, r.Code == codes.ResponseInvalidCode: // want `r.Code == codes.ResponseSystemError never holds: after line 65 `
		return "call them"
	}
	return "failed"
}

// A chain of ifs.
func chain(r reply) string {
	if r.Code == codes.ResponseSuccess || r.Code == codes.ResponseDuplicateDestination {
		return "sent"
	} else if r.Code == codes.ResponseInvalidRecipient {
		return "number"
	} else if r.Code == codes.ResponseDuplicateDestination { // want `r.Code == codes.ResponseDuplicateDestination never holds: after line 75 `
		return "twice"
	}
	return "failed"
}

// Inside a branch that is for something else.
func nested(r reply) string {
	switch r.Code {
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		if r.Code == codes.ResponseSuccess { // want `never holds: after line 88 `
			return "sent"
		}
		if r.Code == codes.ResponsePrepaidAccountExpired {
			return "renew"
		}
		return "top up"
	}
	if r.Code != codes.ResponseSuccess {
		if r.Token != "" && r.Code == codes.ResponseSuccess { // want `r.Code == codes.ResponseSuccess never holds: after line 97 `
			return "sent"
		}
		return "failed"
	}
	return "sent"
}

// Both in one condition.
func both(r reply) bool {
	return r.Code == codes.ResponseSuccess && int(r.Code) == int(codes.ResponseDuplicateDestination) // want `int\(r.Code\) == int\(codes.ResponseDuplicateDestination\) never holds: after the test before it the code can `
}

// A copy of what the guard looked at.
func copied(r reply) error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	code := int(r.Code)
	if code == int(codes.ResponseSuccess) { // want `code == int\(codes.ResponseSuccess\) never holds: after line 113 `
		return nil
	}
	return fmt.Errorf("code %d", code)
}

// A guard kept in a variable.
func kept(r reply) error {
	ok := r.Code == codes.ResponseSuccess || r.Code == codes.ResponseDuplicateDestination
	if ok {
		return nil
	}
	switch r.Code {
	case codes.ResponseDuplicateDestination: // want `never holds: after line 126 `
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return errLater
	}
	return errRefused
}

// A guard that is a list.
var account = []codes.ResponseCode{
	codes.ResponseAccountExpired,
	codes.ResponseAccountDisabled,
}

func listed(r reply) error {
	if slices.Contains(account, r.Code) {
		return errRefused
	}
	if r.Code == codes.ResponseAccountDisabled { // want `never holds: after line 145 `
		return errMoney
	}
	return nil
}

// Text, and the number made of it.
func text(responseCode string) error {
	if responseCode == codes.ResponseSuccess.Wire() {
		return nil
	}
	switch responseCode {
	case "5", "88":
		return errLater
	case "0": // want `case "0" never holds: after line 156 `
		return nil
	}
	n, err := strconv.Atoi(responseCode)
	if err != nil {
		return err
	}
	if n == 88 { // want `n == 88 never holds: after line 160 `
		return errLater
	}
	return errRefused
}

// A case that is wrong itself says nothing about the others.
func after(r reply) error {
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case 23: // want `23 is no documented response code`
		return errLater
	}
	if r.Code == codes.ResponseSuccess { // want `r.Code == codes.ResponseSuccess never holds: after line 178 `
		return nil
	}
	return errRefused
}

// A loop goes on for some codes only.
func loop(next func() reply) error {
	for {
		r := next()
		if r.Code == codes.ResponseThrottlingRateExceeded {
			continue
		}
		if r.Code == codes.ResponseSuccess {
			break
		}
		if r.Code == codes.ResponseThrottlingRateExceeded { // want `never holds: after line 193 `
			return errLater
		}
		return errRefused
	}
	return nil
}

// A helper of ours has already refused everything but success.
func (r reply) err() error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return fmt.Errorf("refused: %s", r.Message)
}

func helped(r reply) string {
	if err := r.err(); err != nil {
		return "failed: " + err.Error()
	}
	if r.Code == codes.ResponseInvalidRecipient { // want `never holds: after line 216 `
		return "number"
	}
	return r.Token
}

// What a function with two results is handed comes from its caller.
func advice(code codes.ResponseCode) (string, error) {
	switch code {
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "look at the number", nil
	}
	if code == codes.ResponseInvalidOriginator { // want `never holds`
		return "look at the name", nil
	}
	return "", fmt.Errorf("nothing is known of %d", int(code))
}

func advised(r reply) (string, error) {
	if r.Code == codes.ResponseSuccess {
		return "", nil
	}
	text, err := advice(r.Code)
	if err != nil {
		return "", err
	}
	return text, nil
}

// A loop that counts is left for a success alone.
func counted(fetch func() reply) (tries int, err error) {
	var r reply
	for i := 0; ; i++ {
		r = fetch()
		if r.Code == codes.ResponseSuccess {
			break
		}
		tries++
	}
	if r.Code != codes.ResponseSuccess { // want `r.Code != codes.ResponseSuccess never holds: after line`
		return tries, r.Code
	}
	return tries, nil
}
