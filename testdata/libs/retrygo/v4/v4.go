// Package v4 sends with retry-go v4.
package v4

import (
	"context"
	"errors"
	"fmt"

	"github.com/avast/retry-go/v4"

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

func attempt(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	return code.Err()
}

// Plain returns every code as an error like any other.
func Plain(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			return fmt.Errorf("message to %s: %w", m.To, code)
		}
		return nil
	}, retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1))
}

// Stops marks what stays.
func Stops(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return retry.Unrecoverable(fmt.Errorf("message to %s: %w", m.To, code))
		}
		return code.Err()
	}, retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1))
}

// Replaced marks what stays, and asks nobody who would know the mark.
func Replaced(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return retry.Unrecoverable(code)
		}
		return code.Err()
	}, retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(func(err error) bool { return ctx.Err() == nil }))
}

// Asked has a predicate that knows the codes.
func Asked(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error {
		return attempt(ctx, c, m)
	}, retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(passes))
}

func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// AskedSome has one that is wrong about a code.
func AskedSome(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error {
		return attempt(ctx, c, m)
	}, retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(passesOrRoutes))
}

func passesOrRoutes(err error) bool {
	return errors.Is(err, codes.ResponseGeneralFailure) || errors.Is(err, codes.ResponseCouldNotRoute) // want "10 CouldNotRoute"
}

// AskedCancelled marks what stays, and asks only whether it was called off.
func AskedCancelled(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return retry.Unrecoverable(code)
		}
		return code.Err()
	}, retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(func(err error) bool {
		return !errors.Is(err, context.Canceled)
	}))
}

// AskedInOne has one error for the transport and the code.
func AskedInOne(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err == nil {
			err = code.Err()
		}
		return err
	}, retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(func(err error) bool {
		return !errors.Is(err, context.DeadlineExceeded)
	}))
}

// Deadline has only what ran out of time tried again.
func Deadline(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return code.Err()
	}, retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(func(err error) bool {
		return errors.Is(err, context.DeadlineExceeded)
	}))
}
