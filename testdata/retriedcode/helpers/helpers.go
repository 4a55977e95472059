// Package helpers has retry helpers of its own, as every second module does.
package helpers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// withRetry calls fn until it succeeds.
func withRetry(ctx context.Context, n int, unit time.Duration, fn func() error) error {
	var err error
	for range n {
		if err = fn(); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(unit):
		}
	}
	return fmt.Errorf("after %d tries: %w", n, err)
}

// Helper gives it every code.
func Helper(ctx context.Context, c *api.Client, m api.Message) error {
	return withRetry(ctx, 4, c.Unit, func() error { // want "and 10 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// HelperKept keeps what is final out of its way.
func HelperKept(ctx context.Context, c *api.Client, m api.Message) error {
	var final error
	err := withRetry(ctx, 4, c.Unit, func() error {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess && !r.Code.Retryable() {
			final = r.Code.Err()
			return nil
		}
		return r.Code.Err()
	})
	return errors.Join(err, final)
}

// repeat is generic, and its function has a value to return.
func repeat[T any](n int, fn func() (T, error)) (T, error) {
	for i := 1; ; i++ {
		v, err := fn()
		if err == nil || i == n {
			return v, err
		}
	}
}

// Generic gives it every code.
func Generic(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := repeat(4, func() (reply, error) { // want "and 10 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return r, err
		}
		if r.Code != codes.ResponseSuccess {
			return r, fmt.Errorf("refused: %w", r.Code)
		}
		return r, nil
	})
	return err
}

// GenericRetryable looks at the code after it.
func GenericRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := repeat(4, func() (reply, error) {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return r, err
		}
		if r.Code.Retryable() {
			return r, r.Code.Err()
		}
		return r, nil
	})
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// Named hands a named function to the helper.
func Named(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{ctx, c, m}
	return withRetry(ctx, 4, c.Unit, s.send) // want "and 10 more of class never"
}

type sender struct {
	ctx context.Context
	api *api.Client
	m   api.Message
}

func (s *sender) send() error {
	var r reply
	if err := s.api.Post(s.ctx, "/sms", s.m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// each calls fn for every number: other requests, not the same again.
func each(numbers []string, fn func(string) error) error {
	var all error
	for _, n := range numbers {
		if err := fn(n); err != nil {
			all = errors.Join(all, err)
		}
	}
	return all
}

// Each is a batch by a helper.
func Each(ctx context.Context, c *api.Client, m api.Message) error {
	return each([]string{m.To}, func(to string) error {
		m := m
		m.To = to
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	})
}

// permanent is an error that the careful helper does not try again.
type permanent struct{ error }

// careful stops at what is permanent.
func careful(n int, fn func() error) error {
	var err error
	for range n {
		err = fn()
		var final permanent
		if err == nil || errors.As(err, &final) {
			return err
		}
	}
	return err
}

// Careful tells the helper what is.
func Careful(_ context.Context, c *api.Client, m api.Message) error {
	return careful(4, func() error {
		var r reply
		if err := c.Post(context.Background(), "/sms", m, &r); err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess && !r.Code.Retryable() {
			return permanent{r.Code}
		}
		return r.Code.Err()
	})
}
