// Package sets asks yes-or-no questions about codes, and other questions that
// are no dispatch.
package sets

import (
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode int `json:"responseCode"`
	Status       int `json:"status"`
}

// temporary is a set of codes.
func temporary(r reply) bool {
	switch r.ResponseCode {
	case 5, 18, 88, 99:
		return true
	}
	return false
}

// permanent is one with a default.
func permanent(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseSuccess, codes.ResponseThrottlingRateExceeded:
		return false
	default:
		return true
	}
}

// money is one that lets another decide about the rest.
func money(code codes.ResponseCode, or bool) bool {
	switch code {
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		return true
	case codes.ResponseSuccess:
		return false
	}
	return or
}

// asLadder is one, written as a ladder.
func asLadder(code codes.ResponseCode) bool {
	if code == codes.ResponseThrottlingRateExceeded {
		return true
	}
	if code == codes.ResponseGeneralFailure {
		return true
	}
	if code == codes.ResponseSystemError {
		return true
	}
	return false
}

// asClosure is one in a function literal.
var asClosure = func(code codes.ResponseCode) bool {
	switch {
	case code == codes.ResponseThrottlingRateExceeded:
		return true
	case code == codes.ResponseSystemError:
		return true
	}
	return false
}

// noSet answers, but does more than that.
func noSet(code codes.ResponseCode, alert func(string)) bool {
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		return true
	case codes.ResponseInsufficientCredit:
		alert("top up")
		return false
	}
	return false
}

// level is a set of the program's own: another type, other numbers.
type level int

const (
	low level = iota
	middle
	high
)

func (l level) String() string {
	switch l {
	case low:
		return "low"
	case high:
		return "high"
	}
	return ""
}

// status is HTTP's.
func status(resp *http.Response) string {
	switch resp.StatusCode {
	case http.StatusOK:
		return "fine"
	case 429, 503:
		return "later"
	}
	return ""
}

// progress has numbers that are codes elsewhere.
func progress(r reply) string {
	if r.Status == 0 {
		return "queued"
	}
	if r.Status == 5 {
		return "sent"
	}
	if r.Status == 6 {
		return "seen"
	}
	return ""
}

// describe starts from the vendor's words, once it has dealt with success.
func describe(code codes.ResponseCode) string {
	if code == codes.ResponseSuccess {
		return "sent"
	}
	text := code.Description()
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		text = "we are too fast: " + text
	case codes.ResponseInsufficientCredit:
		text = "top up: " + text
	}
	return text
}

// present asks whether there is a code at all.
func present(responseCode string) string {
	switch responseCode {
	case "":
		return "no answer"
	}
	return ""
}

// order asks nothing about a single code.
func order(code codes.ResponseCode) string {
	switch {
	case code > 300:
		return "whatsapp"
	case code > 80:
		return "server"
	case code > 0:
		return "request"
	}
	return ""
}
