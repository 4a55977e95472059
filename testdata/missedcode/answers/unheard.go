package answers

import (
	"github.com/errcodelint/errcodelint/codes"
)

// dropped forgets what is neither queued nor told to anybody.
func (s *sender) dropped(m message) error {
	r, err := s.post(m)
	if err != nil {
		return err
	}
	var retry, alert bool
	switch r.ResponseCode { // want `happens to 20 response codes`
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
	}
	return nil
}

// pending leaves the message where it is.
func (s *sender) pending(m message, code codes.ResponseCode) {
	delivered, retry := false, false
	switch code { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		delivered = true
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		retry = true
	}
	if delivered {
		s.sent++
	}
	if retry {
		s.queue <- m
	}
}

// well says by a nil error that all is well.
func well(code codes.ResponseCode) (retry, alert bool, err error) {
	switch code { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		retry = true
	case codes.ResponseInsufficientCredit:
		alert = true
	}
	return retry, alert, nil
}

// alike treats what was sent like what was refused.
func (s *sender) alike(m message, code codes.ResponseCode) {
	retry, alert := false, false
	switch code { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
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

// failing has an error in the struct, which is nil for the others.
func failing(code codes.ResponseCode) plan {
	switch code { // want `happens to 20 response codes`
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		return plan{Retry: true}
	case codes.ResponseInsufficientCredit:
		return plan{Err: errAgain}
	}
	return plan{}
}
