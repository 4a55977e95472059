package carriers

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// A failure is an error with a code, which is not that of success.
type failure struct {
	Code codes.ResponseCode
	ID   string
}

func (f *failure) Error() string { return fmt.Sprintf("%s: %s", f.ID, f.Code) }

func (f *failure) code() codes.ResponseCode { return f.Code }

// advice needs no case for success.
func (f *failure) advice() string {
	switch f.Code {
	case codes.ResponseThrottlingRateExceeded:
		return "later"
	default:
		return "never"
	}
}

// adviceFor neither.
func adviceFor(err error) string {
	var f *failure
	if errors.As(err, &f) {
		switch f.Code {
		case codes.ResponseThrottlingRateExceeded:
			return "later"
		case codes.ResponseInsufficientCredit:
			return "top up"
		}
		return "never"
	}
	return ""
}

// adviceByType has a name for the code.
func adviceByType(err error) string {
	switch f := err.(type) {
	case *failure:
		switch code := f.code(); code {
		case codes.ResponseThrottlingRateExceeded:
			return "later"
		default:
			return "never"
		}
	}
	return ""
}

// adviceForSome forgets most.
func adviceForSome(f *failure) string {
	switch f.Code { // want `happens to 20 response codes`
	case codes.ResponseThrottlingRateExceeded:
		return "later"
	case codes.ResponseInsufficientCredit:
		return "top up"
	}
	return ""
}

// A receipt is a reply, whatever else it is.
type receipt struct {
	codes.ResponseCode `json:"responseCode"`
}

// accepted has an Error method only because the code has one.
func accepted(r receipt) string {
	switch r.ResponseCode { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		return "later"
	default:
		return "never"
	}
}

// A status is decoded, and returned as an error if it is one.
type status struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func (s *status) Error() string { return s.Code.String() }

func checkStatus(data []byte) error {
	var s status
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	switch s.Code { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		return errors.New("later")
	default:
		return &s
	}
}

// A coded error is anybody's.
type coded interface {
	error
	ResponseCode() codes.ResponseCode
}

func adviceByInterface(err error) string {
	if e, ok := err.(coded); ok {
		switch e.ResponseCode() {
		case codes.ResponseThrottlingRateExceeded:
			return "later"
		default:
			return "never"
		}
	}
	return ""
}

// err is asked of any status, of success, too.
func (s *status) err() error {
	switch s.Code { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		return errors.New("later")
	default:
		return s
	}
}

// adviceForStatus has one that was returned as an error.
func adviceForStatus(err error) string {
	var s *status
	if !errors.As(err, &s) {
		return ""
	}
	switch s.Code {
	case codes.ResponseThrottlingRateExceeded:
		return "later"
	default:
		return "never"
	}
}

// named is about an error, where nothing is said about the rest: success is not among it.
func named(err error) string {
	var refused *failure
	if errors.As(err, &refused) {
		switch refused.Code { // want `happens to 20 response codes that can reach it: 1 InvalidCredentials, .* \(3 may pass later, 2 pass only after a fix, 15 never pass\)`
		case codes.ResponseThrottlingRateExceeded:
			return "slow down"
		case codes.ResponseInsufficientCredit:
			return "top up"
		}
	}
	return ""
}

// A wrapped code is an error by the method of the code.
type wrapped struct {
	codes.ResponseCode
	ID string
}

func adviceForWrapped(err error) string {
	var w wrapped
	if !errors.As(err, &w) {
		return ""
	}
	switch w.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return "later"
	default:
		return "never"
	}
}

func adviceForAny(w wrapped) string {
	switch w.ResponseCode { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		return "later"
	default:
		return "never"
	}
}
