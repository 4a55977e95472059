// Package ctxcompare compares codes with == and !=, either way round.
package ctxcompare

import (
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

const (
	rcSuccess = 0
	rcBusy    = "5"
	maxTries  = 5
)

type smsReply struct {
	Code  codes.ResponseCode `json:"responseCode"`
	Parts int                `json:"parts"`
}

type tokenReply struct {
	Code  string `json:"responseCode"`
	Token string `json:"token"`
}

type report struct {
	Reason int `json:"reasonCode,string"`
}

func sms(r smsReply, tries int) bool {
	switch {
	case tries == maxTries, r.Parts == 0, r.Parts != 1 && tries > 5:
		return false
	case r.Code == rcSuccess, r.Code == codes.ResponseDuplicateDestination:
		return true
	}
	return r.Code == 5 || 88 == r.Code || (r.Code) == (0x63) // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
}

func token(r tokenReply) bool {
	if r.Code == rcBusy || r.Code == "" || r.Code == strconv.Itoa(maxTries) {
		return false
	}
	if r.Token == "0" || len(r.Token) != 22 {
		return false
	}
	if r.Code == "42" { // want `wrongcode: "42" is no documented response code`
		return false
	}
	return `0` == r.Code // want "magiccode: .*Success"
}

func delivered(r *report, last *report) bool {
	if r.Reason != 0 && r.Reason != last.Reason { // want "magiccode: .*NotApplicable"
		return false
	}
	return 8 != last.Reason && r.Reason == int(codes.ReasonNotApplicable) // want "magiccode: .*SubscriberAbsent"
}

// Run looks at everything.
func Run(rs []smsReply, ts []tokenReply, a, b *report) (n int) {
	for i := 0; i != 10 && i < len(rs); i++ {
		if sms(rs[i], i) && len(ts) != 0 && token(ts[0]) {
			n++
		}
	}
	if n == 5 || delivered(a, b) {
		n = 0
	}
	return n
}
