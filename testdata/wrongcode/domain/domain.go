// Package domain sends messages and keeps templates, and takes one kind of code
// for the other.
package domain

import (
	"errors"
	"net/http"
	"slices"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

var errLater = errors.New("later")

type smsReply struct {
	Code    codes.ResponseCode `json:"responseCode"`
	Details struct {
		Code int `json:"responseCode"`
	} `json:"details"`
}

type templateReply struct {
	Code codes.TemplateCode `json:"responseCode"`
}

func send(r smsReply) error {
	switch int(r.Code) {
	case int(codes.ResponseSuccess):
		return nil
	case int(codes.TemplateThrottled): // want `codes.TemplateThrottled is a template code, .* response codes, where 4 is AccountDisabled`
		return errLater
	case int(codes.TemplatePlatformRateLimit): // want `codes.TemplatePlatformRateLimit is a template code, .* response codes, where no code 80007 is documented`
		return errLater
	}
	if r.Code == codes.ResponseCode(codes.ReasonSMSCFailure) { // want `codes.ReasonSMSCFailure is a reason code, .* response codes, where no code 9 is documented`
		return errLater
	}
	if r.Code.Wire() == codes.ReasonSubscriberAbsent.Wire() { // want `codes.ReasonSubscriberAbsent is a reason code`
		return errLater
	}
	if strconv.Itoa(int(r.Code)) == strconv.Itoa(int(codes.ReasonHandsetError)) { // want `codes.ReasonHandsetError is a reason code`
		return errLater
	}
	return r.Code.Err()
}

// A template's 0 is a lost token.
func created(t templateReply) bool {
	return int(t.Code) == int(codes.ResponseSuccess) // want `codes.ResponseSuccess is a response code, .* template codes, where 0 is AccessTokenExpiredOrRevoked`
}

// A report's form holds a reason.
func report(r *http.Request) bool {
	reason := r.FormValue("reasonCode")
	switch reason {
	case codes.ReasonNotApplicable.Wire():
		return true
	case codes.ResponseInvalidRecipient.Wire(): // want `codes.ResponseInvalidRecipient is a response code, .* reason codes, where 11 is SMSCRoaming`
		return false
	}
	n, err := strconv.Atoi(reason)
	if err != nil {
		return false
	}
	return n == int(codes.ResponseGeneralFailure) // want `codes.ResponseGeneralFailure is a response code`
}

// Sets, keys, arguments, conversions.
var retryable = map[codes.ResponseCode]bool{
	codes.ResponseThrottlingRateExceeded:                    true,
	codes.ResponseCode(codes.ReasonSMSCFailure):             true, // want `codes.ReasonSMSCFailure is a reason code`
	codes.ResponseCode(codes.TemplateDowntime):              true, // want `codes.TemplateDowntime is a template code, .* where 2 is InvalidIP`
	codes.ResponseCode(codes.ResponseTokenGenerationFailed): true,
}

var gone = []int{int(codes.ReasonSubscriberUnknown), int(codes.ResponseInvalidRecipient)} // want `codes.ReasonSubscriberUnknown is a reason code`

func hopeless(r smsReply) bool {
	return slices.Contains(gone, int(r.Code)) || retryable[r.Code]
}

func explain(code codes.ResponseCode) string { return code.Description() }

func words(t templateReply) string {
	if t.Code == codes.TemplateThrottled {
		return explain(codes.ResponseCode(codes.TemplateThrottled)) // want `codes.TemplateThrottled is a template code`
	}
	return t.Code.Description()
}

// A constant of our own, of the other table.
const (
	waMessageTooLong = codes.TemplateMessageTooLong
	waDowntime       = int(codes.TemplateDowntime)
)

func tooLong(r smsReply) bool {
	return int(r.Code) == int(waMessageTooLong) // want `waMessageTooLong is a template code`
}

func mark(r *smsReply) {
	r.Code = codes.ResponseCode(codes.ReasonOtherError) // want `codes.ReasonOtherError is a reason code, .* where 4 is AccountDisabled`
}

func isDown(t templateReply) bool { return int(t.Code) == waDowntime }

var seen [1000]int

func count(code codes.ResponseCode) int {
	if code >= 0 && int(code) < len(seen) {
		seen[code]++
	}
	return seen[codes.ReasonSubscriberAbsent] // want `codes.ReasonSubscriberAbsent is a reason code, beside one of the response codes, where no`
}
