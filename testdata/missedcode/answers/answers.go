// Package answers has dispatches that answer several questions about a code at once.
package answers

import (
	"errors"
	"log"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

var errAgain = errors.New("again")

type message struct{ To, Text string }

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

type sender struct {
	queue chan message
	page  func(string)
	post  func(message) (reply, error)
	lost  []message
	sent  int
}

// refused queues what may pass, pages somebody, and hands all others to the caller.
func (s *sender) refused(m message, r reply) error {
	retry, alert := false, false
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		retry = true
	case codes.ResponseInsufficientCredit:
		alert = true
	case codes.ResponseGeneralFailure:
		retry, alert = true, true
	}
	if alert {
		s.page("sms: " + r.ResponseCode.Description())
	}
	if retry {
		s.queue <- m
		return nil
	}
	return r.ResponseCode.Err()
}

// classify hands both answers to its caller.
func classify(code codes.ResponseCode) (retry, alert bool) {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		retry = true
	case codes.ResponseInsufficientCredit:
		alert = true
	case codes.ResponseGeneralFailure:
		retry, alert = true, true
	}
	return retry, alert
}

// wait asks how often it was tried, too.
func wait(code codes.ResponseCode, attempt int) (retry, long bool) {
	switch {
	case code == codes.ResponseThrottlingRateExceeded:
		retry, long = attempt < 10, true
	case code == codes.ResponseSystemError:
		retry = attempt < 3
	}
	return
}

// pause has the answer first.
func pause(code codes.ResponseCode) (bool, time.Duration) {
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		return true, time.Minute
	case codes.ResponseSystemError, codes.ResponseGeneralFailure:
		return true, time.Second
	}
	return false, 0
}

// settle has an else for the rest.
func (s *sender) settle(m message, code codes.ResponseCode) {
	retry, alert := false, false
	switch code {
	case codes.ResponseSuccess:
		s.sent++
		return
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		retry = true
	case codes.ResponseInsufficientCredit:
		alert = true
	}
	if alert {
		s.page("no credit")
	}
	if retry {
		s.queue <- m
	} else {
		s.lost = append(s.lost, m)
	}
}

// deliver leaves where the answer is no.
func (s *sender) deliver(m message) error {
	for {
		r, err := s.post(m)
		if err != nil {
			return err
		}
		var retry, slow bool
		switch r.ResponseCode {
		case codes.ResponseThrottlingRateExceeded:
			retry, slow = true, true
		case codes.ResponseSystemError:
			retry = true
		}
		if !retry {
			return r.ResponseCode.Err()
		}
		if slow {
			time.Sleep(time.Minute)
		}
	}
}

// all keeps what comes when both answers have left.
func (s *sender) all(list []message) error {
	for _, m := range list {
		r, err := s.post(m)
		if err != nil {
			return err
		}
		retry, stop := false, false
		switch r.ResponseCode {
		case codes.ResponseSuccess:
			s.sent++
			continue
		case codes.ResponseThrottlingRateExceeded:
			retry = true
		case codes.ResponseInsufficientCredit, codes.ResponseInvalidCredentials:
			stop = true
		}
		if retry {
			s.queue <- m
			continue
		}
		if stop {
			return r.ResponseCode.Err()
		}
		s.lost = append(s.lost, m)
	}
	return nil
}

// account asks about all replies, and tells behind the loop.
func account(replies []reply) (empty, locked bool) {
	noCredit, disabled := false, false
	for _, r := range replies {
		switch r.ResponseCode {
		case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
			noCredit = true
		case codes.ResponseAccountDisabled, codes.ResponseAccountExpired:
			disabled = true
		}
	}
	log.Printf("%d replies: no credit %t, disabled %t", len(replies), noCredit, disabled)
	return noCredit, disabled
}

// act has a switch on the answers.
func (s *sender) act(m message, code codes.ResponseCode) error {
	retry, alert := false, false
	if code == codes.ResponseThrottlingRateExceeded {
		retry = true
	} else if code == codes.ResponseInsufficientCredit {
		alert = true
	} else if code == codes.ResponseGeneralFailure {
		retry, alert = true, true
	}
	switch {
	case retry && alert:
		s.page("look at it")
		return errAgain
	case retry:
		return errAgain
	case alert:
		s.page("no credit")
		return nil
	default:
		return code.Err()
	}
}

type plan struct {
	Retry, Alert bool
	Wait         time.Duration
	Err          error
}

// planned has the answers in a struct.
func planned(code codes.ResponseCode) plan {
	var p plan
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		p.Retry = true
		p.Wait = time.Second
	case codes.ResponseInsufficientCredit:
		p.Alert = true
	}
	return p
}

// described makes the struct at once.
func described(code codes.ResponseCode) plan {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		return plan{Retry: true, Wait: time.Second}
	case codes.ResponseInsufficientCredit:
		return plan{Alert: true}
	}
	return plan{}
}
