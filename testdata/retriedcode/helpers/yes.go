package helpers

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// whileHopeful goes on for a yes.
func whileHopeful(n int, pause time.Duration, fn func() error) (err error) {
	for range n {
		if err = fn(); err == nil {
			return nil
		}
		if hopeful(err) {
			time.Sleep(pause)
			continue
		}
		return err
	}
	return err
}

// Hopeful leaves it to the helper.
func Hopeful(ctx context.Context, c *api.Client, m api.Message) error {
	return whileHopeful(3, c.Unit, func() error { return post(ctx, c, m) })
}

// hopeful has hope for all but what the author has seen.
func hopeful(err error) bool {
	return err != nil && !errors.Is(err, codes.ResponseInvalidRecipient) && !errors.Is(err, codes.ResponseInvalidOriginator) // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 8 more of class never"
}

// whilePassing goes on for a yes.
func whilePassing(n int, pause time.Duration, fn func() error) (err error) {
	for range n {
		if err = fn(); err == nil {
			return nil
		}
		if passesBy(err) {
			time.Sleep(pause)
			continue
		}
		return err
	}
	return err
}

// Passing leaves it to the helper.
func Passing(ctx context.Context, c *api.Client, m api.Message) error {
	return whilePassing(3, c.Unit, func() error { return post(ctx, c, m) })
}

// anew calls itself for a yes.
func anew(n int, pause time.Duration, fn func() error) error {
	err := fn()
	if err == nil {
		return nil
	}
	if n > 0 && promising(err) {
		time.Sleep(pause)
		return anew(n-1, 2*pause, fn)
	}
	return err
}

// Anew leaves it to that.
func Anew(ctx context.Context, c *api.Client, m api.Message) error {
	return anew(2, c.Unit, func() error { return post(ctx, c, m) })
}

// promising has hope for all but one.
func promising(err error) bool {
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		return false
	}
	return true // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 9 more of class never"
}

// anewPassing calls itself for a yes.
func anewPassing(n int, pause time.Duration, fn func() error) error {
	err := fn()
	if err != nil && passesBy(err) && n > 0 {
		time.Sleep(pause)
		return anewPassing(n-1, 2*pause, fn)
	}
	return err
}

// AnewPassing leaves it to that.
func AnewPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return anewPassing(2, c.Unit, func() error { return post(ctx, c, m) })
}

// switched sorts errors.
func switched(n int, pause time.Duration, fn func() error) error {
	for i := 0; ; i++ {
		err := fn()
		switch {
		case err == nil:
			return nil
		case i < n && open(err):
			time.Sleep(pause)
		default:
			return err
		}
	}
}

// Switched leaves it to that.
func Switched(ctx context.Context, c *api.Client, m api.Message) error {
	return switched(2, c.Unit, func() error { return post(ctx, c, m) })
}

// open has hope for all but one code.
func open(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code != codes.ResponseInvalidRecipient // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 9 more of class never"
}

// elseLeaves sorts them the other way round.
func elseLeaves(n int, pause time.Duration, fn func() error) error {
	var err error
	for range n {
		err = fn()
		if err == nil {
			return nil
		}
		if passesBy(err) {
			time.Sleep(pause)
		} else {
			return err
		}
	}
	return err
}

// ElseLeaves leaves it to that.
func ElseLeaves(ctx context.Context, c *api.Client, m api.Message) error {
	return elseLeaves(2, c.Unit, func() error { return post(ctx, c, m) })
}

// orElse goes on for a yes, and leaves for a no.
func orElse(n int, pause time.Duration, fn func() error) error {
	var err error
	for range n {
		err = fn()
		if err == nil {
			return nil
		}
		if likely(err) {
			time.Sleep(pause)
		} else {
			return err
		}
	}
	return err
}

// OrElse leaves it to that.
func OrElse(ctx context.Context, c *api.Client, m api.Message) error {
	return orElse(3, c.Unit, func() error { return post(ctx, c, m) })
}

// likely has hope for what is no number.
func likely(err error) bool {
	var code codes.ResponseCode
	if errors.As(err, &code) {
		switch code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			return false
		}
	}
	return true // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 8 more of class never"
}
