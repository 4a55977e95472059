package sets

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

var errAgain, errLocked = errors.New("again"), errors.New("account locked")

// again is a set whose answer a variable keeps: the others have the answer that it starts with.
func again(code codes.ResponseCode) error {
	retry := false
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		retry = true
	}
	if retry {
		return errAgain
	}
	return code.Err()
}

// settled starts with yes, and names what is no for two reasons.
func settled(r reply) bool {
	var final = true
	switch r.ResponseCode {
	case 5, 18:
		final = false
	case 88, 99:
		final = false
	case 0:
		// stays
	}
	return final && r.Status != 0
}

// locked has a variable without a start, and ifs.
func locked(code codes.ResponseCode) error {
	var locked bool
	if code == codes.ResponseAccountDisabled {
		locked = true
	} else if code == codes.ResponseAccountExpired {
		locked = true
	} else if code == codes.ResponsePrepaidAccountExpired {
		locked = true
	}
	if locked {
		return errLocked
	}
	return code.Err()
}

// answers is one whose answer is a result.
func answers(code codes.ResponseCode) (later bool, err error) {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		later = true
	}
	return later, code.Err()
}

// classes are two sets in one: what belongs to neither is forgotten.
func classes(code codes.ResponseCode) error {
	var retry, top bool
	switch code { // want `happens to 20 response codes`
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		retry = true
	case codes.ResponseInsufficientCredit:
		top = true
	}
	if retry || top {
		return errAgain
	}
	return nil
}

// alerted does more than to answer.
func alerted(code codes.ResponseCode, alert func(string)) bool {
	sent := false
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		sent = true
	case codes.ResponseInsufficientCredit:
		alert("top up")
	}
	return sent
}
