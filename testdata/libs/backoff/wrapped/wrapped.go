// Package wrapped sends with functions of its own around backoff v4.
package wrapped

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once.
func send(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

func pauses(c *api.Client) backoff.BackOff {
	return backoff.WithMaxRetries(backoff.NewConstantBackOff(c.Unit), 5)
}

// retry calls a function as often as it takes.
func retry(ctx context.Context, pauses backoff.BackOff, operation func() error) error {
	return backoff.Retry(operation, backoff.WithContext(pauses, ctx))
}

// Direct hands on what fails.
func Direct(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, pauses(c), func() error { // want "and 10 more of class never"
		return send(ctx, c, m)
	})
}

// Stops marks what stays.
func Stops(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, pauses(c), func() error {
		err := send(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return backoff.Permanent(err)
		}
		return err
	})
}

// value is retry for what has a result.
func value[T any](ctx context.Context, pauses backoff.BackOff, operation func(context.Context) (T, error)) (T, error) {
	var result T
	attempt := func() error {
		var err error
		result, err = operation(ctx)
		return err
	}
	return result, backoff.Retry(attempt, backoff.WithContext(pauses, ctx))
}

// Generic has the code as a result, too.
func Generic(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := value(ctx, pauses(c), func(ctx context.Context) (codes.ResponseCode, error) { // want "and 10 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return 0, err
		}
		return r.Code, r.Code.Err()
	})
	if err != nil {
		return err
	}
	return code.Err()
}

// retryPassing marks what stays of whatever it is given.
func retryPassing(ctx context.Context, pauses backoff.BackOff, operation func() error) error {
	return backoff.Retry(func() error {
		err := operation()
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return backoff.Permanent(err)
		}
		return err
	}, backoff.WithContext(pauses, ctx))
}

// Marking leaves the mark to its helper.
func Marking(ctx context.Context, c *api.Client, m api.Message) error {
	return retryPassing(ctx, pauses(c), func() error { return send(ctx, c, m) })
}

// retryForMinutes hands on to another one.
func retryForMinutes(c *api.Client, operation backoff.Operation) error {
	return retry(context.Background(), pauses(c), operation)
}

// Twice has two functions between itself and the library.
func Twice(ctx context.Context, c *api.Client, m api.Message) error {
	return retryForMinutes(c, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// Once has pauses that allow one try.
func Once(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(ctx, &backoff.StopBackOff{}, func() error { return send(ctx, c, m) })
}

// A task may be tried again.
type task func(context.Context) error

// again returns a function that makes another task of one: that calls it as often as it takes.
func again(pauses backoff.BackOff) func(task) task {
	return func(next task) task {
		return func(ctx context.Context) error {
			return backoff.Retry(func() error { return next(ctx) }, backoff.WithContext(pauses, ctx))
		}
	}
}

// Middleware has a task made of one.
func Middleware(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := again(pauses(c))(func(ctx context.Context) error { // want "and 10 more of class never"
		return send(ctx, c, m)
	})
	return deliver(ctx)
}

// MiddlewareStops marks what stays.
func MiddlewareStops(ctx context.Context, c *api.Client, m api.Message) error {
	patient := again(pauses(c))
	return patient(func(ctx context.Context) error {
		err := send(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return backoff.Permanent(err)
		}
		return err
	})(ctx)
}

// MiddlewareOnce has pauses that allow one try.
func MiddlewareOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return again(&backoff.StopBackOff{})(func(ctx context.Context) error { return send(ctx, c, m) })(ctx)
}

// never is no pause at all.
type never struct{}

func (never) NextBackOff() time.Duration { return backoff.Stop }
func (never) Reset()                     {}

// MiddlewareNever has pauses of its own that allow one try.
func MiddlewareNever(ctx context.Context, c *api.Client, m api.Message) error {
	return again(never{})(func(ctx context.Context) error { return send(ctx, c, m) })(ctx)
}

// A patience is how long somebody waits.
type patience struct{ pauses backoff.BackOff }

func (p patience) try(operation func() error, failed backoff.Notify) error {
	return backoff.RetryNotify(backoff.Operation(operation), p.pauses, failed)
}

// Method has its pauses in a field.
func Method(ctx context.Context, c *api.Client, m api.Message) error {
	p := patience{pauses(c)}
	operation := func() error { return send(ctx, c, m) }
	return p.try(operation, nil) // want "and 10 more of class never"
}

// retryUnless asks before it marks.
func retryUnless(pauses backoff.BackOff, stays func(error) bool, operation func() error) error {
	return backoff.Retry(func() error {
		err := operation()
		if err != nil && stays(err) {
			return backoff.Permanent(err)
		}
		return err
	}, pauses)
}

// Asked says itself what stays.
func Asked(ctx context.Context, c *api.Client, m api.Message) error {
	stays := func(err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) && !code.Retryable()
	}
	return retryUnless(pauses(c), stays, func() error { return send(ctx, c, m) })
}

// tries calls a function some times.
func tries(n uint64, operation func() error) error {
	return backoff.Retry(operation, backoff.WithMaxRetries(&backoff.ZeroBackOff{}, n))
}

// NoMore allows no second try.
func NoMore(ctx context.Context, c *api.Client, m api.Message) error {
	return tries(0, func() error { return send(ctx, c, m) })
}

// SomeMore allows some.
func SomeMore(ctx context.Context, c *api.Client, m api.Message) error {
	return tries(4, func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// limited gives each try its time.
func limited(ctx context.Context, c *api.Client, operation func(context.Context) error) error {
	return backoff.Retry(func() error {
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		return operation(ctx)
	}, pauses(c))
}

// Limited has its time.
func Limited(ctx context.Context, c *api.Client, m api.Message) error {
	return limited(ctx, c, func(ctx context.Context) error { // want "and 10 more of class never"
		return send(ctx, c, m)
	})
}

// retryMessage calls one as often with a message.
func retryMessage(pauses backoff.BackOff, m api.Message, call func(api.Message) error) error {
	return backoff.Retry(func() error { return call(m) }, pauses)
}

// Handed hands on a method that gets the message from there.
func Handed(ctx context.Context, c *api.Client, m api.Message) error {
	s := sender{ctx, c}
	return retryMessage(pauses(c), m, s.send) // want "and 10 more of class never"
}

// HandedFinal hands on one that says what stays.
func HandedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	final := sender{ctx, c}.final
	return retryMessage(pauses(c), m, final)
}

type sender struct {
	ctx context.Context
	api *api.Client
}

func (s sender) send(m api.Message) error { return send(s.ctx, s.api, m) }

func (s sender) final(m api.Message) error {
	err := send(s.ctx, s.api, m)
	var code codes.ResponseCode
	if errors.As(err, &code) && !code.Retryable() {
		return backoff.Permanent(err)
	}
	return err
}
