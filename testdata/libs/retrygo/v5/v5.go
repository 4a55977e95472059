// Package v5 sends with retry-go v5.
package v5

import (
	"context"
	"errors"
	"fmt"

	"github.com/avast/retry-go/v5"

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
	return retry.New(retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1)).Do(func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			return fmt.Errorf("message to %s: %w", m.To, code)
		}
		return nil
	})
}

// Stops marks what stays.
func Stops(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.New(retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1)).Do(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return retry.Unrecoverable(fmt.Errorf("message to %s: %w", m.To, code))
		}
		return code.Err()
	})
}

// Replaced marks what stays, and asks nobody who would know the mark.
func Replaced(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.New(retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(func(err error) bool { return ctx.Err() == nil })).Do(func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && !code.Retryable() {
			return retry.Unrecoverable(code)
		}
		return code.Err()
	})
}

// Asked has a predicate that knows the codes.
func Asked(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.New(retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(passes)).Do(func() error {
		return attempt(ctx, c, m)
	})
}

func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// AskedSome has one that is wrong about a code.
func AskedSome(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.New(retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(passesOrRoutes)).Do(func() error {
		return attempt(ctx, c, m)
	})
}

func passesOrRoutes(err error) bool {
	return errors.Is(err, codes.ResponseGeneralFailure) || errors.Is(err, codes.ResponseCouldNotRoute) // want "10 CouldNotRoute"
}

// Kept keeps the retrier in a variable.
func Kept(ctx context.Context, c *api.Client, m api.Message) error {
	r := retry.NewWithData[codes.ResponseCode](retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1))
	_, err := r.Do(func() (codes.ResponseCode, error) { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return 0, err
		}
		return code, code.Err()
	})
	return err
}

// options are this program's own.
func options(c *api.Client) []retry.Option {
	return []retry.Option{retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1)}
}

// Optional gets its options from a function.
func Optional(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.New(options(c)...).Do(func() error { // want "and 10 more of class never"
		return attempt(ctx, c, m)
	})
}

// OptionalAsked adds a predicate to them.
func OptionalAsked(ctx context.Context, c *api.Client, m api.Message) error {
	opts := append(options(c), retry.RetryIf(passes))
	return retry.New(opts...).Do(func() error {
		return attempt(ctx, c, m)
	})
}

var errBusy = errors.New("busy")

// told says which errors are worth another try, and is wrong about one.
func told(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	switch {
	case err != nil:
		return err
	case code.Retryable(), code == codes.ResponseDuplicateDestination:
		return fmt.Errorf("message to %s: %w", m.To, errBusy)
	}
	return code.Err()
}

// AskedBusy asks a predicate that knows of no codes.
func AskedBusy(ctx context.Context, c *api.Client, m api.Message) error {
	busy := func(err error) bool { return errors.Is(err, errBusy) }
	return retry.New(retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(busy)).Do(func() error { // want "for 16 DuplicateDestination of class never"
		return told(ctx, c, m)
	})
}

// patient makes the retrier that this program has.
func patient(c *api.Client) *retry.Retrier {
	return retry.New(retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1))
}

// Made gets its retrier from a function.
func Made(ctx context.Context, c *api.Client, m api.Message) error {
	return patient(c).Do(func() error { // want "and 10 more of class never"
		return attempt(ctx, c, m)
	})
}
