package predicates

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errWornOut = errors.New("worn out")

// canRetry says yes to a refused sender as long as there is one to leave out.
func canRetry(code codes.ResponseCode, from string) bool {
	switch code {
	case codes.ResponseInvalidOriginator:
		return from != ""
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return true
	}
	return false
}

// AskedSender leaves the sender out then.
func AskedSender(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !canRetry(code, m.From) {
			return code.Err()
		}
		if code == codes.ResponseInvalidOriginator {
			m.From = ""
		}
	}
	return errWornOut
}

// AskedCount counts its attempts.
func AskedCount(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 0; n < maxTries; n++ {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !retryFor(code, n) {
			return code.Err()
		}
	}
	return errWornOut
}

// retryFor counts, too.
func retryFor(code codes.ResponseCode, n int) bool {
	switch code {
	case codes.ResponseInvalidOriginator: // want "12 InvalidOriginator .* is of class never"
		return n < maxTries
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return true
	}
	return false
}

// AskedFound looks the code up by a function.
func AskedFound(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !isTransientFound(code) {
			return code.Err()
		}
	}
	return errWornOut
}

var passing = map[codes.ResponseCode]struct{}{
	codes.ResponseThrottlingRateExceeded: {},
	codes.ResponseInvalidRecipient:       {}, // want "11 InvalidRecipient .* is of class never"
}

func isTransientFound(code codes.ResponseCode) bool {
	_, ok := passing[code]
	return ok
}
