package carriers

import (
	"net/http"

	"github.com/pkg/errors"

	"github.com/errcodelint/errcodelint/codes"
)

// statusFor looks into the error by another package's function of that name, which calls that of
// package errors.
func statusFor(err error) (int, error) {
	var f *failure
	if errors.As(err, &f) {
		switch f.Code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			return http.StatusBadRequest, nil
		case codes.ResponseThrottlingRateExceeded:
			return http.StatusTooManyRequests, nil
		}
		return 0, errors.Wrap(err, "send")
	}
	return http.StatusBadGateway, nil
}

// worst finds the worst of several errors.
func worst(all []error) (found *failure) {
	for _, err := range all {
		if f, ok := errors.Cause(err).(*failure); ok && (found == nil || f.Code == codes.ResponseInsufficientCredit) {
			found = f
		}
	}
	return found
}

// statusOfWorst has the error from there.
func statusOfWorst(all []error) int {
	status := http.StatusBadGateway
	if f := worst(all); f != nil {
		switch f.Code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			status = http.StatusBadRequest
		case codes.ResponseThrottlingRateExceeded:
			status = http.StatusTooManyRequests
		}
	}
	return status
}

// statusOfEach has them in a list.
func statusOfEach(failures []*failure) (worst int) {
	for _, f := range failures {
		switch f.Code {
		case codes.ResponseInvalidRecipient:
			worst = max(worst, http.StatusBadRequest)
		default:
			worst = max(worst, http.StatusBadGateway)
		}
	}
	return worst
}

// newFailure makes one of every reply.
func newFailure(id string, code codes.ResponseCode) *failure { return &failure{code, id} }

// statusOfNew has one that nobody has looked at.
func statusOfNew(id string, code codes.ResponseCode) int {
	f := newFailure(id, code)
	switch f.Code { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseInvalidRecipient:
		return http.StatusBadRequest
	default:
		return http.StatusBadGateway
	}
}

// textFor asks by that package's Is, and forgets most.
func textFor(err error) (text string) {
	switch { // want `happens to 20 response codes .*: 1 InvalidCredentials, 2 InvalidIP`
	case errors.Is(err, codes.ResponseInvalidRecipient):
		text = "no such number"
	case errors.Is(err, codes.ResponseInsufficientCredit):
		text = "top up"
	}
	return text
}
