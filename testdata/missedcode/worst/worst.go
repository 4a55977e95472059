// Package worst has functions that keep one code of many: the worst, or the first that fails.
package worst

import (
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errAgain    = errors.New("again")
	errNoCredit = errors.New("no credit")
)

type reply struct {
	To           string             `json:"to"`
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

// first keeps another one in place of the mildest.
func first(replies []reply) codes.ResponseCode {
	var kept codes.ResponseCode
	for _, r := range replies {
		switch {
		case kept == codes.ResponseSuccess:
			kept = r.ResponseCode
		case kept == codes.ResponseThrottlingRateExceeded && r.ResponseCode != codes.ResponseSuccess:
			kept = r.ResponseCode
		}
	}
	return kept
}

// gravest keeps the first that fails, unless one comes that concerns the whole account.
func gravest(replies []reply) codes.ResponseCode {
	worst := codes.ResponseSuccess
	for _, r := range replies {
		if worst == codes.ResponseSuccess {
			worst = r.ResponseCode
		} else if r.ResponseCode == codes.ResponseInvalidCredentials {
			worst = r.ResponseCode
		} else if r.ResponseCode == codes.ResponseAccountDisabled {
			worst = r.ResponseCode
		}
	}
	return worst
}

// same has one name for two codes that mean the same to it.
func same(code codes.ResponseCode) error {
	switch code {
	case codes.ResponsePrepaidAccountExpired:
		code = codes.ResponseInsufficientCredit
	case codes.ResponseAccountExpired:
		code = codes.ResponseAccountDisabled
	}
	return explained(code)
}

func explained(code codes.ResponseCode) error { return fmt.Errorf("sms: %w", code) }

// alerted returns what it has kept, by its name.
func alerted(replies []reply, alert func(string)) (worst codes.ResponseCode) {
	for _, r := range replies {
		if r.ResponseCode > worst {
			worst = r.ResponseCode
		}
	}
	switch worst {
	case codes.ResponseInsufficientCredit:
		alert("top up")
	case codes.ResponseInvalidCredentials:
		alert("log in")
	}
	return
}

// A tally keeps the first code that failed.
type tally struct {
	first codes.ResponseCode
	n     int
}

func (t *tally) add(code codes.ResponseCode) {
	if code == codes.ResponseSuccess {
		return
	}
	t.n++
	if t.first == codes.ResponseSuccess {
		t.first = code
	}
}

// advice is only asked for where something has failed.
func (t *tally) advice() string {
	switch t.first {
	case codes.ResponseInsufficientCredit:
		return "top up"
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP:
		return "look at the account"
	}
	return "see the log"
}

// summary knows by a boolean whether there is one.
func summary(replies []reply) string {
	var code codes.ResponseCode
	found := false
	for _, r := range replies {
		if r.ResponseCode != codes.ResponseSuccess && !found {
			code, found = r.ResponseCode, true
		}
	}
	if !found {
		return ""
	}
	switch code {
	case codes.ResponseInsufficientCredit:
		return "top up"
	default:
		return "some were refused"
	}
}

// reason is told which ones failed.
func reason(failed []reply) string {
	worst := failed[0].ResponseCode
	for _, r := range failed[1:] {
		if r.ResponseCode > worst {
			worst = r.ResponseCode
		}
	}
	switch worst {
	case codes.ResponseInsufficientCredit:
		return "no credit"
	default:
		return "refused: " + worst.Description()
	}
}
