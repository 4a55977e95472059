// Package v4 sends with backoff v4.3.
package v4

import (
	"context"
	"errors"
	"fmt"

	"github.com/cenkalti/backoff/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once. The error is the transport's.
func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

func policy(c *api.Client) backoff.BackOff {
	return backoff.WithMaxRetries(backoff.NewConstantBackOff(c.Unit), 5)
}

// Plain returns every code as an error like any other.
func Plain(ctx context.Context, c *api.Client, m api.Message) error {
	return backoff.Retry(func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			return fmt.Errorf("message to %s: %w", m.To, code)
		}
		return nil
	}, policy(c))
}

// Itself returns the code itself.
func Itself(ctx context.Context, c *api.Client, m api.Message) error {
	operation := func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return code.Err()
	}
	return backoff.Retry(operation, policy(c)) // want "and 10 more of class never"
}

// Stops marks what stays as permanent.
func Stops(ctx context.Context, c *api.Client, m api.Message) error {
	return backoff.Retry(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return backoff.Permanent(code)
		}
		return code.Err()
	}, policy(c))
}

// StopsSome forgets two codes.
func StopsSome(ctx context.Context, c *api.Client, m api.Message) error {
	return backoff.Retry(func() error { // want "for 10 CouldNotRoute, 16 DuplicateDestination of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure, codes.ResponseCouldNotRoute,
			codes.ResponseDuplicateDestination:
			return code
		default:
			return backoff.Permanent(code)
		}
	}, policy(c))
}

// Wrapped hides the mark behind another error.
func Wrapped(ctx context.Context, c *api.Client, m api.Message) error {
	return backoff.Retry(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return fmt.Errorf("message to %s: %w", m.To, backoff.Permanent(code))
		}
		return code.Err()
	}, policy(c))
}

// Lost loses the mark in a text.
func Lost(ctx context.Context, c *api.Client, m api.Message) error {
	return backoff.Retry(func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return fmt.Errorf("message to %s: %v", m.To, backoff.Permanent(code))
		}
		return code.Err()
	}, policy(c))
}

// Kept keeps what is final out of the library's sight.
func Kept(ctx context.Context, c *api.Client, m api.Message) error {
	var final error
	err := backoff.Retry(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code.Retryable() {
			return code
		}
		final = code.Err()
		return nil
	}, policy(c))
	return errors.Join(err, final)
}

// Transport tries again what did not arrive.
func Transport(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	err := backoff.Retry(func() (err error) {
		code, err = send(ctx, c, m)
		return err
	}, policy(c))
	if err != nil {
		return err
	}
	return code.Err()
}

// Each sends one message for each number, each of them again.
func Each(ctx context.Context, c *api.Client, m api.Message) error {
	for _, to := range []string{m.To} {
		m.To = to
		err := backoff.Retry(func() error { // want "and 10 more of class never"
			code, err := send(ctx, c, m)
			if err != nil {
				return err
			}
			return code.Err()
		}, policy(c))
		if err != nil {
			return err
		}
	}
	return nil
}

// GivesUp takes a busy API for a reason to stop.
func GivesUp(ctx context.Context, c *api.Client, m api.Message) error {
	return backoff.Retry(func() error {
		code, err := send(ctx, c, m)
		switch {
		case err != nil:
			return err
		case code == codes.ResponseThrottlingRateExceeded:
			return backoff.Permanent(code) // want "5 ThrottlingRateExceeded.*class backoff"
		case code != codes.ResponseSuccess:
			return backoff.Permanent(fmt.Errorf("refused: %w", code))
		}
		return nil
	}, policy(c))
}

// failure makes an error of a code, and marks what stays.
func failure(code codes.ResponseCode) error {
	switch {
	case code == codes.ResponseSuccess:
		return nil
	case code.Retryable():
		return code
	}
	return backoff.Permanent(code)
}

// Mapped leaves the mark to a function.
func Mapped(ctx context.Context, c *api.Client, m api.Message) error {
	return backoff.Retry(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return failure(code)
	}, backoff.WithMaxRetries(backoff.NewConstantBackOff(c.Unit), 4))
}

// someFailure marks some of what stays.
func someFailure(code codes.ResponseCode) error {
	if code == codes.ResponseInvalidRecipient || code == codes.ResponseSubscriberBlockedService {
		return backoff.Permanent(code)
	}
	return code.Err()
}

// MappedSome leaves the mark to a function that forgets the rest.
func MappedSome(ctx context.Context, c *api.Client, m api.Message) error {
	return backoff.Retry(func() error { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 8 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return someFailure(code)
	}, backoff.WithMaxRetries(backoff.NewConstantBackOff(c.Unit), 4))
}
