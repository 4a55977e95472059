package v4

import (
	"context"
	"time"

	"github.com/avast/retry-go/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// persist hands its options on behind those that it has itself.
func persist(ctx context.Context, send func() error, opts ...retry.Option) error {
	return retry.Do(send, append([]retry.Option{retry.Context(ctx), retry.Attempts(4), retry.Delay(time.Microsecond), retry.MaxJitter(1)}, opts...)...)
}

// Handed says nothing else.
func Handed(ctx context.Context, c *api.Client, m api.Message) error {
	return persist(ctx, func() error { return attempt(ctx, c, m) }) // want "and 10 more of class never"
}

// HandedPause says how long to wait.
func HandedPause(ctx context.Context, c *api.Client, m api.Message) error {
	return persist(ctx, func() error { return attempt(ctx, c, m) }, retry.Delay(c.Unit), retry.LastErrorOnly(true)) // want "and 10 more of class never"
}

// HandedPassing says what to try again.
func HandedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return persist(ctx, func() error { return attempt(ctx, c, m) }, retry.RetryIf(passing))
}

func passing(err error) bool {
	code, ok := err.(codes.ResponseCode)
	return !ok || code.Retryable()
}

// HandedOnce says that it is enough to try once.
func HandedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return persist(ctx, func() error { return attempt(ctx, c, m) }, retry.Attempts(1))
}

// HandedStops marks what stays.
func HandedStops(ctx context.Context, c *api.Client, m api.Message) error {
	return persist(ctx, func() error {
		code, err := send(ctx, c, m)
		if err == nil && code != codes.ResponseSuccess && !code.Retryable() {
			return retry.Unrecoverable(code)
		}
		if err != nil {
			return err
		}
		return code.Err()
	}, retry.Delay(c.Unit))
}

func options(c *api.Client, urgent bool) []retry.Option {
	if urgent {
		return []retry.Option{retry.Attempts(3), retry.Delay(c.Unit), retry.MaxJitter(1)}
	}
	return []retry.Option{retry.Attempts(5), retry.Delay(2 * c.Unit), retry.MaxJitter(1)}
}

// Either has the options that a function chooses.
func Either(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { return attempt(ctx, c, m) }, options(c, m.To != "")...) // want "and 10 more of class never"
}

func patience(c *api.Client, urgent bool) []retry.Option {
	if urgent {
		return []retry.Option{retry.Attempts(1)}
	}
	return []retry.Option{retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1)}
}

// EitherOnce has some that allow one try.
func EitherOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { return attempt(ctx, c, m) }, patience(c, m.To != "")...)
}

func choosy(c *api.Client, urgent bool) []retry.Option {
	if urgent {
		return []retry.Option{retry.Attempts(3), retry.RetryIf(passing), retry.Delay(c.Unit), retry.MaxJitter(1)}
	}
	return []retry.Option{retry.Attempts(5), retry.Delay(c.Unit), retry.MaxJitter(1)}
}

// EitherPassing has some that say what passes.
func EitherPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { return attempt(ctx, c, m) }, choosy(c, m.To != "")...)
}
