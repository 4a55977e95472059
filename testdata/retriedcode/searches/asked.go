package searches

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Functions search in the same way.

// Asked asks one of them.
func Asked(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if !isPassing(code) {
			return code
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

var passing = []codes.ResponseCode{
	codes.ResponseThrottlingRateExceeded,
	codes.ResponseInvalidRecipient, // want "11 InvalidRecipient .* is of class never"
	codes.ResponseSystemError,
}

func isPassing(code codes.ResponseCode) bool {
	for _, p := range passing {
		if p == code {
			return true
		}
	}
	return false
}

// AskedFinal asks which are final.
func AskedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if isIn(final, code) {
			return code
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func isIn(list []codes.ResponseCode, code codes.ResponseCode) bool {
	return slices.Contains(list, code)
}

// AskedAccount asks for those of the account.
func AskedAccount(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute, 11 InvalidRecipient, .* and 6 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if isAccount(code) {
			return code
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func isAccount(code codes.ResponseCode) bool {
	for _, a := range account {
		if a == code {
			return true
		}
	}
	return false
}

// Grown asks a list that others may add to: nobody knows what is in it.
func Grown(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		for _, g := range grown {
			if g == code {
				return code
			}
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

var grown = slices.Clone(final[:1])

func init() {
	for code := range codes.ResponseCodes() {
		if code.Retry() == codes.RetryNever || code.Retry() == codes.RetryAfterFix {
			grown = append(grown, code)
		}
	}
}

// Errors compares an error with a list of them.
func Errors(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err == nil && code != codes.ResponseSuccess {
			err = fmt.Errorf("to %s: %w", m.To, code)
		}
		if err == nil || !passes(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func passes(err error) bool {
	for _, p := range []error{codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError} {
		if errors.Is(err, p) {
			return true
		}
	}
	return false
}
