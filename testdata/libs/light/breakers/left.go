package breakers

import (
	"context"
	"errors"
	"sync"

	"github.com/samber/lo"
	"github.com/sony/gobreaker/v2"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Kept has the error beside what the breaker hands on.
func Kept(ctx context.Context, c *api.Client, m api.Message) error {
	b := gobreaker.NewCircuitBreaker[string](gobreaker.Settings{Name: "sms"})
	var sent error
	for range 4 { // want "and 10 more of class never"
		_, err := b.Execute(func() (to string, err error) {
			to, sent = send(ctx, c, m)
			return to, nil // of which the breaker should not open
		})
		if err != nil || sent == nil {
			return errors.Join(err, sent)
		}
	}
	return sent
}

// KeptPassing asks for the code.
func KeptPassing(ctx context.Context, c *api.Client, m api.Message) error {
	b := gobreaker.NewCircuitBreaker[string](gobreaker.Settings{Name: "sms"})
	var sent error
	for range 4 {
		var final error
		_, err := b.Execute(func() (to string, err error) {
			to, sent = send(ctx, c, m)
			var code codes.ResponseCode
			if errors.As(sent, &code) && !code.Retryable() {
				final, sent = sent, nil
			}
			return to, sent
		})
		if err == nil {
			return final
		}
	}
	return sent
}

// Synchronized sends while nobody else does.
func Synchronized(ctx context.Context, c *api.Client, m api.Message) error {
	var mu sync.Mutex
	one := lo.Synchronize(&mu)
	var err error
	for range 4 { // want "and 10 more of class never"
		one.Do(func() { _, err = send(ctx, c, m) })
		if err == nil {
			break
		}
	}
	return err
}

// SynchronizedPassing asks for the code.
func SynchronizedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var mu sync.Mutex
	one := lo.Synchronize(&mu)
	var err error
	for range 4 {
		one.Do(func() { _, err = send(ctx, c, m) })
		var code codes.ResponseCode
		if !errors.As(err, &code) || !code.Retryable() {
			break
		}
	}
	return err
}
