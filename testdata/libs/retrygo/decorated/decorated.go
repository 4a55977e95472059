// Package decorated has functions made of others, which retry-go calls again.
package decorated

import (
	"context"
	"errors"

	"github.com/avast/retry-go/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A sender sends a message.
type sender func(ctx context.Context, c *api.Client, m api.Message) error

func deliver(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

func deliverPassing(ctx context.Context, c *api.Client, m api.Message) error {
	err := deliver(ctx, c, m)
	var code codes.ResponseCode
	if errors.As(err, &code) && !code.Retryable() {
		return retry.Unrecoverable(err)
	}
	return err
}

// patient returns a sender that tries another one again.
func patient(next sender) sender {
	return func(ctx context.Context, c *api.Client, m api.Message) error {
		return retry.Do(func() error { return next(ctx, c, m) }, retry.Delay(c.Unit), retry.MaxDelay(c.Unit), retry.Context(ctx))
	}
}

// Any is tried again for every code.
func Any(ctx context.Context, c *api.Client, m api.Message) error {
	send := patient(deliver) // want "and 10 more of class never"
	return send(ctx, c, m)
}

// Final marks what will not pass.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	return patient(deliverPassing)(ctx, c, m)
}
