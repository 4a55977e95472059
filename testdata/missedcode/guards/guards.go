// Package guards has dispatches before which some codes have been dealt with.
package guards

import (
	"errors"
	"fmt"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errBusy   = errors.New("busy")
	errCredit = errors.New("no credit")
	errOther  = errors.New("refused")
)

type reply struct {
	ResponseCode string `json:"responseCode"`
	Message      string `json:"responseMessage"`
}

const (
	rcOK       = "0"
	rcBusy     = "5"
	rcNoCredit = "6"
	rcExpired  = "7"
)

// afterSuccess has dealt with success; the failures are named by the default.
func afterSuccess(r reply) error {
	if r.ResponseCode == rcOK {
		return nil
	}
	switch r.ResponseCode {
	case rcBusy:
		return errBusy
	case rcNoCredit, rcExpired:
		return errCredit
	}
	return fmt.Errorf("%w: %s", errOther, r.Message)
}

// afterSuccessOnly forgets all failures but three.
func afterSuccessOnly(r reply) error {
	if r.ResponseCode == rcOK {
		return nil
	}
	switch r.ResponseCode { // want `happens to 18 response codes .*: 1 InvalidCredentials`
	case rcBusy:
		return errBusy
	case rcNoCredit, "7", "301":
		return errCredit
	}
	return nil
}

// account codes, as the manual lists them together.
var account = []string{"1", "2", "3", "4", "6", "7", "10", "12", "13", "14", "15", "16", "17", "19", "21", "22", "301"}

// afterAccount has dealt with all that concern the account or the message.
func afterAccount(r reply) (string, error) {
	if slices.Contains(account, r.ResponseCode) {
		return "", errOther
	}
	switch r.ResponseCode { // want `happens to 2 response codes .*: 18 TokenGenerationFailed, 99 SystemError \(2 may pass later\)`
	case rcOK:
		return "sent", nil
	case rcBusy, "88":
		return "later", nil
	case "11":
		return "wrong number", nil
	}
	return "", nil
}

// failing is asked by afterPredicate.
func failing(code codes.ResponseCode) bool { return code != codes.ResponseSuccess }

// afterPredicate leaves nothing but success to the switch.
func afterPredicate(code codes.ResponseCode) string {
	if failing(code) {
		return "failed"
	}
	text := ""
	switch code {
	case codes.ResponseSuccess:
		text = "sent"
	}
	return text
}

// check fails for every code but success.
func check(code codes.ResponseCode) error {
	if err := code.Err(); err != nil {
		return fmt.Errorf("checked: %w", err)
	}
	return nil
}

// afterHelper has nothing left but success.
func afterHelper(code codes.ResponseCode, deliver func() error) error {
	if err := check(code); err != nil {
		return err
	}
	switch code {
	case codes.ResponseThrottlingRateExceeded: // dead, but that is another matter
		return errBusy
	}
	return deliver()
}

// afterClass leaves only what does not pass by itself.
func afterClass(code codes.ResponseCode) error {
	if code.Retryable() || code == codes.ResponseSuccess || code.Retry() == codes.RetryNever {
		return nil
	}
	switch code { // want `happens to the response code 301 NoWhatsAppSession, which can reach it and passes only after a fix;`
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		return errCredit
	}
	return nil
}

// afterRange has a range in front.
func afterRange(code codes.ResponseCode) error {
	if code >= 1 && code <= 22 || code > 99 {
		return errOther
	}
	switch code { // want `happens to the response code 99 SystemError, which can reach it and may pass later`
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseGeneralFailure:
		return errBusy
	}
	return nil
}

// second is what is left after the first switch.
func second(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseTokenGenerationFailed, codes.ResponseGeneralFailure:
	default:
		return errOther
	}
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseTokenGenerationFailed:
		return errBusy
	case codes.ResponseGeneralFailure:
		return errCredit
	}
	return nil
}

// setting compares with what somebody configured: which codes are named is
// not to be known here.
func setting(r reply, accepted, busy string) error {
	switch r.ResponseCode {
	case accepted:
		return nil
	case busy, "88":
		return errBusy
	}
	return nil
}
