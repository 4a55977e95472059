package sets

import (
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

type attempt struct {
	code   codes.ResponseCode
	number int
	since  time.Time
}

// again asks how often it was tried, for some.
func (a attempt) again() bool {
	switch a.code {
	case codes.ResponseThrottlingRateExceeded:
		return a.number < 10
	case codes.ResponseGeneralFailure, codes.ResponseSystemError:
		return a.number < 3 && time.Since(a.since) < time.Hour
	}
	return false
}

// wait says by a boolean that it makes whether there is a next time.
func (a attempt) wait() (time.Duration, bool) {
	switch a.code {
	case codes.ResponseThrottlingRateExceeded:
		return time.Duration(a.number) * time.Second, true
	case codes.ResponseGeneralFailure, codes.ResponseSystemError:
		return time.Minute, a.number < 3
	}
	return 0, false
}

// urgent has ifs.
func (a attempt) urgent(quiet bool) bool {
	if a.code == codes.ResponseInsufficientCredit {
		return !quiet
	}
	if a.code == codes.ResponsePrepaidAccountExpired {
		return quiet
	}
	if a.code == codes.ResponseInvalidCredentials {
		return true
	}
	return false
}

// notified does something on the way, which is no answer.
func (a attempt) notified(notify func(string) bool) bool {
	switch a.code { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		return notify("top up")
	case codes.ResponseInvalidCredentials:
		return notify("log in")
	}
	return false
}
