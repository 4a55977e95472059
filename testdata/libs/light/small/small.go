// Package small sends with the small libraries.
package small

import (
	"context"
	"errors"
	"time"

	"github.com/Rican7/retry"
	"github.com/Rican7/retry/strategy"
	"github.com/eapache/go-resiliency/retrier"
	jpillora "github.com/jpillora/backoff"
	lestrrat "github.com/lestrrat-go/backoff/v2"
	"github.com/matryer/try"

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

// Rican gives it every code, and nothing but nil ends it.
func Rican(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Retry(func(uint) error { // want "and 10 more of class never"
		return attempt(ctx, c, m)
	}, strategy.Limit(5))
}

// RicanKept keeps what is final to itself.
func RicanKept(ctx context.Context, c *api.Client, m api.Message) error {
	var final error
	err := retry.Retry(func(uint) error {
		code, err := send(ctx, c, m)
		if err != nil || code.Retryable() {
			return errors.Join(err, code)
		}
		final = code.Err()
		return nil
	}, strategy.Limit(5))
	return errors.Join(err, final)
}

// Eapache has the classifier that takes everything.
func Eapache(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(5, c.Unit), nil)
	return r.Run(func() error { // want "and 10 more of class never"
		return attempt(ctx, c, m)
	})
}

var errPasses = errors.New("may pass")

// EapacheList lists what is tried again.
func EapacheList(ctx context.Context, c *api.Client, m api.Message) error {
	r := retrier.New(retrier.ConstantBackoff(5, c.Unit), retrier.WhitelistClassifier{errPasses})
	return r.Run(func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code.Retryable() {
			return errPasses
		}
		return code.Err()
	})
}

// Matryer tries five times.
func Matryer(ctx context.Context, c *api.Client, m api.Message) error {
	return try.Do(func(n int) (bool, error) { // want "and 10 more of class never"
		err := attempt(ctx, c, m)
		return n < 5, err
	})
}

// MatryerPassing tries what passes.
func MatryerPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return try.Do(func(n int) (bool, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return n < 5, err
		}
		return code.Retryable() && n < 5, code.Err()
	})
}

// Jpillora has the loop to itself.
func Jpillora(ctx context.Context, c *api.Client, m api.Message) error {
	b := &jpillora.Backoff{Min: c.Unit, Max: c.Unit}
	for b.Attempt() < 5 { // want "and 10 more of class never"
		if err := attempt(ctx, c, m); err != nil {
			time.Sleep(b.Duration())
			continue
		}
		return nil
	}
	return errors.New("given up")
}

// Lestrrat lets the library say when.
func Lestrrat(ctx context.Context, c *api.Client, m api.Message) error {
	b := lestrrat.Constant(lestrrat.WithInterval(c.Unit), lestrrat.WithMaxRetries(5), lestrrat.WithJitterFactor(0.5)).Start(ctx)
	for lestrrat.Continue(b) { // want "and 10 more of class never"
		if err := attempt(ctx, c, m); err != nil {
			continue
		}
		return nil
	}
	return errors.New("given up")
}

// LestrratPassing leaves for what stays.
func LestrratPassing(ctx context.Context, c *api.Client, m api.Message) error {
	b := lestrrat.Constant(lestrrat.WithInterval(c.Unit), lestrrat.WithMaxRetries(5), lestrrat.WithJitterFactor(0.5)).Start(ctx)
	for lestrrat.Continue(b) {
		code, err := send(ctx, c, m)
		if err == nil && code.Retryable() {
			continue
		}
		return errors.Join(err, code.Err())
	}
	return errors.New("given up")
}

// LestrratNext waits for it by a channel.
func LestrratNext(ctx context.Context, c *api.Client, m api.Message) error {
	ctrl := lestrrat.Constant(lestrrat.WithInterval(c.Unit), lestrrat.WithMaxRetries(10)).Start(ctx)
	for { // want "and 10 more of class never"
		select {
		case <-ctrl.Done():
			return errors.New("given up")
		case <-ctrl.Next():
			if err := attempt(ctx, c, m); err == nil {
				return nil
			}
		}
	}
}

// LestrratNextPassing leaves it for what stays.
func LestrratNextPassing(ctx context.Context, c *api.Client, m api.Message) error {
	ctrl := lestrrat.Constant(lestrrat.WithInterval(c.Unit), lestrrat.WithMaxRetries(10)).Start(ctx)
	for {
		select {
		case <-ctrl.Done():
			return errors.New("given up")
		case <-ctrl.Next():
			err := attempt(ctx, c, m)
			var code codes.ResponseCode
			if err == nil || errors.As(err, &code) && !code.Retryable() {
				return err
			}
		}
	}
}
