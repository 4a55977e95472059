// Package retryutil has a service's policy for retries. It knows nothing of codes.
package retryutil

import (
	"context"
	"errors"
	"time"

	"github.com/cenkalti/backoff/v4"
	newer "github.com/cenkalti/backoff/v5"
)

func pauses(unit time.Duration) backoff.BackOff {
	return backoff.WithMaxRetries(backoff.NewConstantBackOff(unit), 4)
}

// Do calls f until it succeeds.
func Do(ctx context.Context, unit time.Duration, f func() error) error {
	return backoff.Retry(f, backoff.WithContext(pauses(unit), ctx))
}

// Logged is Do, and notes what fails.
func Logged(ctx context.Context, unit time.Duration, f func(context.Context) error, log func(string)) error {
	attempt := func() error { return f(ctx) }
	return backoff.RetryNotify(attempt, backoff.WithContext(pauses(unit), ctx), func(err error, _ time.Duration) { log(err.Error()) })
}

// Value is Do for what has a result.
func Value[T any](ctx context.Context, unit time.Duration, f func() (T, error)) (T, error) {
	return newer.Retry(ctx, f, newer.WithBackOff(newer.NewConstantBackOff(unit)), newer.WithMaxTries(4))
}

// Times is Do with a limit of its own.
func Times(n int, unit time.Duration, f func() error) error {
	return backoff.Retry(f, backoff.WithMaxRetries(backoff.NewConstantBackOff(unit), uint64(n)))
}

// Once tries once, for those who want the same errors.
func Once(f func() error) error { return backoff.Retry(f, &backoff.StopBackOff{}) }

// Quick is Do without any tries but the first.
func Quick(ctx context.Context, f func() error) error { return with(ctx, &backoff.StopBackOff{}, f) }

func with(ctx context.Context, pauses backoff.BackOff, f func() error) error {
	return backoff.Retry(f, backoff.WithContext(pauses, ctx))
}

// A Final error is one that Careful does not try again.
type Final struct{ error }

// Finally marks an error.
func Finally(err error) error { return Final{err} }

// Careful is Do, but for errors that are final.
func Careful(ctx context.Context, unit time.Duration, f func() error) error {
	return backoff.Retry(func() error {
		err := f()
		if final := (Final{}); errors.As(err, &final) {
			return backoff.Permanent(final.error)
		}
		return err
	}, backoff.WithContext(pauses(unit), ctx))
}

// Each calls f for each of some numbers.
func Each(ctx context.Context, unit time.Duration, numbers []string, f func(string) error) error {
	for _, n := range numbers {
		if err := backoff.Retry(func() error { return f(n) }, backoff.WithContext(pauses(unit), ctx)); err != nil {
			return err
		}
	}
	return nil
}

// A Runner has its pauses from outside.
type Runner struct{ Unit time.Duration }

// Run is Do for a runner.
func (r Runner) Run(ctx context.Context, f func() error) error {
	return backoff.Retry(f, backoff.WithContext(pauses(r.Unit), ctx))
}

// Stop marks an error as one that is not tried again.
func Stop(err error) error { return backoff.Permanent(err) }

// Patient returns a function that makes another one of one: that calls it until it succeeds.
func Patient(unit time.Duration) func(func(context.Context) error) func(context.Context) error {
	return func(next func(context.Context) error) func(context.Context) error {
		return func(ctx context.Context) error {
			return backoff.Retry(func() error { return next(ctx) }, backoff.WithContext(pauses(unit), ctx))
		}
	}
}
