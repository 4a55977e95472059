// Package service puts its own name before another package's functions around backoff.
package service

import (
	"context"
	"time"

	"example.test/libs/backoff/retryutil"
)

// Insist calls f until it succeeds.
func Insist(ctx context.Context, unit time.Duration, f func(context.Context) error) error {
	return retryutil.Do(ctx, unit, func() error { return f(ctx) })
}

// Fetch is Insist for what has a result.
func Fetch[T any](ctx context.Context, unit time.Duration, f func() (T, error)) (T, error) {
	var v T
	err := retryutil.Do(ctx, unit, func() error {
		var err error
		v, err = f()
		return err
	})
	return v, err
}

// Stop marks an error as one that is not tried again.
func Stop(err error) error { return retryutil.Stop(err) }

// Attempt tries once.
func Attempt(f func() error) error { return retryutil.Once(f) }
