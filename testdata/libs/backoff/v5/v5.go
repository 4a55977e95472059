// Package v5 sends with backoff v5.
package v5

import (
	"context"
	"fmt"

	older "github.com/cenkalti/backoff/v4"
	"github.com/cenkalti/backoff/v5"

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

// Plain returns every code as an error like any other.
func Plain(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		return reply{code}, code.Err()
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Stops marks what stays as permanent, and waits as it is told.
func Stops(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		switch {
		case code == codes.ResponseThrottlingRateExceeded:
			return reply{}, backoff.RetryAfter(0)
		case code == codes.ResponseSuccess, code.Retryable():
			return reply{code}, code.Err()
		}
		return reply{}, backoff.Permanent(code)
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Steps returns every code from a function that it calls by a variable.
func Steps(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		return reply{code}, code.Err()
	}
	_, err := backoff.Retry(ctx, func() (reply, error) { // want "and 10 more of class never"
		return deliver()
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// StepsStop marks in that function what stays.
func StepsStop(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return reply{}, backoff.Permanent(code)
		}
		return reply{code}, code.Err()
	}
	_, err := backoff.Retry(ctx, func() (reply, error) {
		return deliver()
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Wrapped wraps the mark, which v5 finds.
func Wrapped(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return reply{}, fmt.Errorf("message to %s: %w", m.To, backoff.Permanent(code))
		}
		return reply{code}, code.Err()
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Numbered wraps the mark by its number, and Padded behind an operand that is a width.
func Numbered(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return reply{}, fmt.Errorf("message to %[2]s: %[1]w", backoff.Permanent(code), m.To)
		}
		return reply{code}, code.Err()
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

func Padded(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return reply{}, fmt.Errorf("message to %*s: %w", 16, m.To, backoff.Permanent(code))
		}
		return reply{code}, code.Err()
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Older marks with the version before, of which v5 knows nothing.
func Older(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return reply{}, older.Permanent(code)
		}
		return reply{code}, code.Err()
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Waits waits as it is told, for a code that stays.
func Waits(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) { // want "for 19 SpamThresholdExceeded of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		switch code {
		case codes.ResponseSuccess:
			return reply{code}, nil
		case codes.ResponseThrottlingRateExceeded, codes.ResponseSpamThresholdExceeded:
			return reply{}, backoff.RetryAfter(0)
		}
		return reply{}, backoff.Permanent(code)
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}
