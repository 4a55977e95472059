// Package failsafe sends with failsafe-go.
package failsafe

import (
	"context"
	"errors"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/retrypolicy"

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

// Plain has a policy that takes every error.
func Plain(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().WithDelay(c.Unit).WithMaxRetries(5).Build()
	return failsafe.With(policy).Run(func() error { // want "and 10 more of class never"
		return attempt(ctx, c, m)
	})
}

// Handled has one that takes what passes.
func Handled(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().HandleIf(func(_ any, err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) && code.Retryable()
	}).WithDelay(c.Unit).WithMaxRetries(5).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) })
}

// Aborted has one that ends at what stays.
func Aborted(ctx context.Context, c *api.Client, m api.Message) error {
	policy := retrypolicy.NewBuilder[any]().AbortIf(func(_ any, err error) bool {
		var code codes.ResponseCode
		return errors.As(err, &code) && !code.Retryable()
	}).WithDelay(c.Unit).WithMaxRetries(5).Build()
	return failsafe.With(policy).Run(func() error { return attempt(ctx, c, m) })
}
