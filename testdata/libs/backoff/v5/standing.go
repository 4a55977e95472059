package v5

import (
	"context"
	"errors"

	"github.com/cenkalti/backoff/v5"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// lasting is permanent for the library, since it unwraps to that.
type lasting string

func (l lasting) Error() string { return "refused: " + string(l) }
func (l lasting) Unwrap() error { return backoff.Permanent(errors.New(string(l))) }

// closed says so itself.
type closed struct{ code codes.ResponseCode }

func (c *closed) Error() string { return c.code.Error() }
func (c *closed) As(target any) bool {
	p, ok := target.(**backoff.PermanentError)
	if ok {
		*p = &backoff.PermanentError{Err: c.code}
	}
	return ok
}

// held holds another error.
type held struct{ err error }

func (h *held) Error() string { return "held: " + h.err.Error() }
func (h *held) Unwrap() error { return h.err }

func standing(ctx context.Context, c *api.Client, m api.Message, refused func(codes.ResponseCode) error) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		switch {
		case err != nil:
			return reply{}, err
		case code == codes.ResponseSuccess:
			return reply{code}, nil
		case code.Retryable():
			return reply{}, code
		}
		return reply{}, refused(code)
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Standing returns an error that unwraps to a permanent one.
func Standing(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return reply{code}, err
		}
		if code.Retryable() {
			return reply{}, code
		}
		return reply{}, lasting(code.String())
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// StandingAs returns one that says so itself.
func StandingAs(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return reply{code}, err
		}
		if code.Retryable() {
			return reply{}, code
		}
		return reply{}, &closed{code}
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// StandingMade has a function make it.
func StandingMade(ctx context.Context, c *api.Client, m api.Message) error {
	return standing(ctx, c, m, func(code codes.ResponseCode) error { return lasting(code.String()) })
}

// HeldMarked holds one that is marked.
func HeldMarked(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return reply{code}, err
		}
		if code.Retryable() {
			return reply{}, &held{code}
		}
		return reply{}, &held{backoff.Permanent(code)}
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}

// Held holds one that is not.
func Held(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.Retry(ctx, func() (reply, error) { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return reply{code}, err
		}
		return reply{}, &held{code}
	}, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(5))
	return err
}
