package helpers

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// selective asks the program's own predicate.
func selective(n int, fn func() error) (err error) {
	for attempt := 1; attempt <= n; attempt++ {
		err = fn()
		if err == nil {
			return nil
		}
		if !isRetryable(err) {
			return err
		}
		log.Printf("attempt %d: %v", attempt, err)
	}
	return err
}

func isRetryable(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// Selective leaves it to the helper.
func Selective(ctx context.Context, c *api.Client, m api.Message) error {
	return selective(4, func() error {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// asked calls fn as long as its caller wants.
func asked(again func(error) bool, n int, fn func() error) error {
	for {
		err := fn()
		if n--; err == nil || n == 0 {
			return err
		}
		if !again(err) {
			return err
		}
	}
}

// Asked wants to whenever there is a code.
func Asked(ctx context.Context, c *api.Client, m api.Message) error {
	again := func(err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) // want "and 10 more of class never"
	}
	return asked(again, 4, func() error {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// AskedRetryable wants to where there is a point in it.
func AskedRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	return asked(isRetryable, 4, func() error {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// patiently hands its function on.
func patiently(ctx context.Context, unit time.Duration, fn func() error) error {
	return withRetry(ctx, 4, unit, fn)
}

// Patiently is two helpers away.
func Patiently(ctx context.Context, c *api.Client, m api.Message) error {
	return patiently(ctx, c.Unit, func() error { // want "and 10 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// once calls fn once, and again only if the first error was of the transport.
func once(fn func() error) error {
	err := fn()
	var status *api.StatusError
	if errors.As(err, &status) {
		err = fn()
	}
	return err
}

// Once sends again for what is in front of the API.
func Once(ctx context.Context, c *api.Client, m api.Message) error {
	return once(func() error {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// AskedAlways wants to for every error.
func AskedAlways(ctx context.Context, c *api.Client, m api.Message) error {
	return asked(func(err error) bool { return err != nil }, 4, func() error { // want "and 10 more of class never"
		return ask(ctx, c, m)
	})
}

// AskedNever wants to for none.
func AskedNever(ctx context.Context, c *api.Client, m api.Message) error {
	return asked(func(err error) bool { return err == nil }, 4, func() error { return ask(ctx, c, m) })
}

// AskedPatiently wants to for those that pass, and asks whether there is an error at all.
func AskedPatiently(ctx context.Context, c *api.Client, m api.Message) error {
	return asked(func(err error) bool { return err != nil && isRetryable(err) }, 4, func() error { return ask(ctx, c, m) })
}
