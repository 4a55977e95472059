package helpers

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// lasts reports whether an error will not pass, as far as the author knew.
func lasts(err error) bool {
	return errors.Is(err, codes.ResponseInvalidRecipient) || errors.Is(err, codes.ResponseInvalidOriginator)
}

// unlessItLasts gives up by itself for what lasts, and if nobody waits any more.
func unlessItLasts(n int, fn func() error) error {
	var err error
	for attempt := range n {
		if err = fn(); err == nil {
			return nil
		}
		if lasts(err) || errors.Is(err, context.Canceled) {
			return err
		}
		log.Printf("attempt %d: %v", attempt, err)
		time.Sleep(time.Microsecond)
	}
	return err
}

// UnlessItLasts leaves it to the helper, which knows two codes.
func UnlessItLasts(ctx context.Context, c *api.Client, m api.Message) error {
	return unlessItLasts(3, func() error { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 8 more of class never"
		return ask(ctx, c, m)
	})
}

func ask(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// passesBy reports whether an error passes by itself.
func passesBy(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// whileItPasses goes on for what passes.
func whileItPasses(n int, fn func() error) error {
	for {
		err := fn()
		if n--; err == nil || n == 0 || !passesBy(err) {
			return err
		}
	}
}

// WhileItPasses leaves it to the helper.
func WhileItPasses(ctx context.Context, c *api.Client, m api.Message) error {
	return whileItPasses(3, func() error { return ask(ctx, c, m) })
}

// final is this program's mark of an error that ends it.
type final struct{ error }

// untilFinal goes on until it is final.
func untilFinal(n int, fn func() error) error {
	for {
		err := fn()
		if err == nil {
			return nil
		}
		var f final
		if errors.As(err, &f) {
			return f.error
		}
		if n--; n == 0 {
			return err
		}
	}
}

// UntilFinal marks what lasts.
func UntilFinal(ctx context.Context, c *api.Client, m api.Message) error {
	return untilFinal(3, func() error {
		err := ask(ctx, c, m)
		if err != nil && !passesBy(err) {
			return final{err}
		}
		return err
	})
}

// UntilFinalForgotten marks nothing.
func UntilFinalForgotten(ctx context.Context, c *api.Client, m api.Message) error {
	return untilFinal(3, func() error { // want "and 10 more of class never"
		return ask(ctx, c, m)
	})
}
