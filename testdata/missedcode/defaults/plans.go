package defaults

import (
	"errors"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

type verdictOf int

const (
	giveUp verdictOf = iota
	sendAgain
	askFirst
)

type scheme struct {
	Decision verdictOf
	After    time.Duration
	Err      error
	ID       string
}

// A literal says what is done with all codes, and how long that takes for one.
func planned(r reply) scheme {
	p := scheme{Decision: giveUp, ID: r.MessageID}
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return p
	case codes.ResponseThrottlingRateExceeded:
		p.Decision, p.After = sendAgain, time.Minute
	case codes.ResponseInsufficientCredit:
		p.Decision = askFirst
	}
	return p
}

// This one says nothing of what the cases decide.
func undecided(r reply) scheme {
	p := scheme{ID: r.MessageID}
	switch r.ResponseCode { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		return p
	case codes.ResponseThrottlingRateExceeded:
		p.Decision, p.After = sendAgain, time.Minute
	case codes.ResponseInsufficientCredit:
		p.Decision = askFirst
	}
	return p
}

// An error that is not there is a success.
func withError(r reply) scheme {
	p := scheme{Decision: giveUp, ID: r.MessageID}
	switch r.ResponseCode { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		return p
	case codes.ResponseThrottlingRateExceeded:
		p.Decision, p.Err = sendAgain, errBusy
	case codes.ResponseInsufficientCredit:
		p.Err = errors.New("top up")
	}
	return p
}

// What is set beside it is none of the literal's business.
func besideScheme(r reply) (p scheme, pause time.Duration) {
	p = scheme{Decision: giveUp}
	switch r.ResponseCode { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		return p, 0
	case codes.ResponseThrottlingRateExceeded:
		p.Decision, pause = sendAgain, time.Minute
	case codes.ResponseInsufficientCredit:
		p.Decision = askFirst
	}
	return p, pause
}
