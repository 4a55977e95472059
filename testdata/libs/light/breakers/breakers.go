// Package breakers sends by functions of libraries that hand on what the function returns which they get.
package breakers

import (
	"context"
	"errors"

	"github.com/eapache/go-resiliency/breaker"
	"github.com/samber/lo"
	"github.com/sony/gobreaker/v2"
	"golang.org/x/sync/singleflight"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (string, error) {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return "", err
	}
	return m.To, r.Code.Err()
}

// Sony sends through a breaker, which opens after six failures.
func Sony(ctx context.Context, c *api.Client, m api.Message) error {
	b := gobreaker.NewCircuitBreaker[string](gobreaker.Settings{Name: "sms"})
	var err error
	for range 4 { // want "and 10 more of class never"
		if _, err = b.Execute(func() (string, error) { return send(ctx, c, m) }); err == nil || errors.Is(err, gobreaker.ErrOpenState) {
			break
		}
	}
	return err
}

// SonyPassing asks for the code.
func SonyPassing(ctx context.Context, c *api.Client, m api.Message) error {
	b := gobreaker.NewCircuitBreaker[string](gobreaker.Settings{Name: "sms"})
	var err error
	for range 4 {
		var code codes.ResponseCode
		if _, err = b.Execute(func() (string, error) { return send(ctx, c, m) }); err == nil || errors.As(err, &code) && !code.Retryable() {
			break
		}
	}
	return err
}

// guard has a breaker for what its callers do.
type guard struct{ b *breaker.Breaker }

func (g guard) do(f func() error) error {
	err := g.b.Run(f)
	if errors.Is(err, breaker.ErrBreakerOpen) {
		return errors.New("too many failures")
	}
	return err
}

// Guarded sends through a breaker behind a method.
func Guarded(ctx context.Context, c *api.Client, m api.Message) error {
	g := guard{breaker.New(10, 1, 0)}
	var err error
	for range 4 { // want "and 10 more of class never"
		err = g.do(func() error {
			_, err := send(ctx, c, m)
			return err
		})
		if err == nil {
			break
		}
	}
	return err
}

// Together sends what several ask for at the same time once.
func Together(ctx context.Context, c *api.Client, m api.Message) error {
	var group singleflight.Group
	var err error
	for range 4 { // want "and 10 more of class never"
		if _, err, _ = group.Do(m.To, func() (any, error) { return send(ctx, c, m) }); err == nil {
			break
		}
	}
	return err
}

// Attempts sends four times.
func Attempts(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := lo.Attempt(4, func(int) error { // want "and 10 more of class never"
		_, err := send(ctx, c, m)
		return err
	})
	return err
}

// AttemptsKept keeps what will not pass.
func AttemptsKept(ctx context.Context, c *api.Client, m api.Message) error {
	var refused error
	_, err := lo.Attempt(4, func(int) error {
		_, err := send(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			refused = err
			return nil
		}
		return err
	})
	return errors.Join(err, refused)
}
