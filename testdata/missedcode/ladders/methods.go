package ladders

import (
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// A response answers questions about its code by methods.
type response struct {
	Code  codes.ResponseCode `json:"responseCode"`
	Parts int                `json:"parts"`
	Final bool               `json:"final"`
}

var lasting = []codes.ResponseCode{codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountDisabled}

func (r *response) ok() bool       { return r.Code == codes.ResponseSuccess }
func (r *response) busy() bool     { return r.Code.Retryable() }
func (r *response) isLong() bool   { return r.Parts > 1 }
func (r *response) barred() bool   { return slices.Contains(lasting, r.Code) }
func unpaid(r response) bool       { return r.Code == codes.ResponseInsufficientCredit }
func (r *response) settled() bool  { return r.Final || r.Code == codes.ResponseSuccess }
func (r *response) text() string   { return r.Code.Description() }
func (r *response) complete() bool { return r.Parts > 0 && r.text() != "" }

// asked has a ladder of which two ask by a method.
func asked(r *response) error {
	if r.ok() { // want `this ladder of ifs does not say what happens to 17 response codes`
		return nil
	}
	if r.busy() {
		return errBusy
	}
	if r.Code == codes.ResponseInsufficientCredit {
		return errCredit
	}
	return nil
}

// askedToTheEnd has an answer for the others.
func askedToTheEnd(r *response) error {
	if r.ok() {
		return nil
	}
	if r.busy() {
		return errBusy
	}
	if r.Code == codes.ResponseInsufficientCredit {
		return errCredit
	}
	return errOther
}

// askedInChain asks a function of the reply, too.
func askedInChain(r response) (state string) {
	if r.Code == codes.ResponseSuccess { // want `this if/else-if chain does not say what happens to 18 response codes`
		state = "sent"
	} else if unpaid(r) {
		state = "unpaid"
	} else if r.barred() {
		state = "barred"
	}
	return state
}

// askedBySwitch has cases of both kinds.
func askedBySwitch(r *response) string {
	switch { // want `this switch does not say what happens to 17 response codes`
	case r.Code == codes.ResponseSuccess:
		return "sent"
	case r.busy(), unpaid(*r):
		return "later"
	}
	return ""
}

// askedElse asks other things of the reply: two ifs on the code are no ladder.
func askedElse(r *response) error {
	if r.isLong() {
		return errOther
	}
	if r.complete() {
		return nil
	}
	if r.Code == codes.ResponseInsufficientCredit {
		return errCredit
	}
	if r.Code == codes.ResponseInvalidRecipient {
		return errNumber
	}
	return nil
}
