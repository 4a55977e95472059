// Package undocumented sends messages, and knows codes that the API does not.
package undocumented

import (
	"errors"
	"net/url"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

// Codes that somebody remembered.
const (
	rcQuota     = 20
	rcNoCredit  = "06"
	rcThrottled = 50
	SMSThrottle = 51
	rcBusy      = codes.ResponseCode(8)
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

type oldReply struct {
	Code string `json:"responseCode"`
}

type templateReply struct {
	Code codes.TemplateCode `json:"responseCode"`
}

var errQuota = errors.New("over quota")

func send(r reply) error {
	if r.Code == 20 { // want `20 is no documented response code; write a code that the API sends, or declare it with //errcodelint:extend response`
		return errQuota
	}
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case rcQuota: // want `rcQuota \(20\) is no documented response code`
		return errQuota
	case rcThrottled: // want `rcThrottled \(50\) is no documented response code.*ThrottlingRateExceeded.* is 5`
		return errQuota
	case SMSThrottle: // want `SMSThrottle \(51\) is no documented response code.*ThrottlingRateExceeded.* is 5`
		return errQuota
	case rcBusy, codes.ResponseGeneralFailure: // want `rcBusy \(8\) is no documented response code`
		return errQuota
	case codes.ResponseCode(24): // want `24 is no documented response code`
		return errQuota
	default:
		return r.Code.Err()
	}
}

func old(r oldReply) (retry bool, err error) {
	switch {
	case r.Code == codes.ResponseSuccess.Wire():
		return false, nil
	case r.Code == "00": // want `"00" is no documented response code: .*"0" \(Success\)`
		return false, nil
	case r.Code == rcNoCredit: // want `rcNoCredit \("06"\) is no documented response code: InsufficientCredit, which its name speaks of, is "6"`
		return false, errors.New("no credit")
	case "OK" == r.Code: // want `"OK" is no documented response code: .*decimal text`
		return false, nil
	case strings.EqualFold(r.Code, "success"): // want `"success" is no documented response code`
		return false, nil
	case r.Code == "":
		return true, errors.New("no code at all")
	}
	return slices.Contains([]string{"5", "88", "90"}, r.Code), errors.New(r.Code) // want `"90" is no documented response code`
}

// An HTTP status, and a code of another table.
func mixedUp(r reply, t templateReply) bool {
	return r.Code == 429 || // want `429 is no documented response code: .*HTTP status \(Too Many Requests\)`
		r.Code == 131009 || // want `131009 is no documented response code: .*template code InvalidParameterValue`
		t.Code == 13100 || // want `13100 is no documented template code`
		t.Code == 13200 || // want `13200 is no documented template code`
		t.Code == 80070 // want `80070 is no documented template code: .*80007 \(PlatformRateLimit\) is the nearest`
}

// Places where codes belong.
var (
	wait = map[codes.ResponseCode]int{
		codes.ResponseThrottlingRateExceeded: 30,
		89:                                   60, // want `89 is no documented response code`
	}
	dead = []codes.ResponseCode{codes.ResponseInvalidRecipient, 9} // want `9 is no documented response code`
)

func later(code codes.ResponseCode) int {
	if slices.Contains(dead, code) {
		return 0
	}
	return wait[code]
}

func lost() reply {
	r := reply{Code: 98} // want `98 is no documented response code`
	r.Code = 97          // want `97 is no documented response code`
	return r
}

func worst(ch chan<- codes.ResponseCode) codes.ResponseCode {
	ch <- 77                               // want `77 is no documented response code`
	if later(codes.ResponseCode(44)) > 0 { // want `44 is no documented response code`
		return codes.ResponseSystemError
	}
	if later(66) > 0 { // want `66 is no documented response code`
		return 55 // want `55 is no documented response code`
	}
	return codes.ResponseSuccess
}

func count(counts map[codes.ResponseCode]int) int {
	return counts[codes.ResponseSuccess] + counts[33] // want `33 is no documented response code`
}

// delivered reads a report. Its reason has no type.
func delivered(q url.Values) bool {
	reason := q.Get("reasonCode")
	if reason == "14" { // want `"14" is no documented reason code`
		return false
	}
	return reason == codes.ReasonNotApplicable.Wire()
}
