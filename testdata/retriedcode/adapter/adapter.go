// Package adapter puts the API behind errors of the program's own.
package adapter

import (
	"context"
	"fmt"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/apperr"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// A refusal is what only this package has a name for.
type refusal struct{ code codes.ResponseCode }

func (r refusal) Error() string   { return r.code.Description() }
func (r refusal) Temporary() bool { return r.code.Retryable() }

func post(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Deliver tells by sentinels what is to be done.
func Deliver(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil {
		return fmt.Errorf("%w: %w", apperr.ErrUnavailable, err)
	}
	switch code.Retry() {
	case codes.RetryNotNeeded:
		return nil
	case codes.RetryWithBackoff:
		return fmt.Errorf("%w: %w", apperr.ErrUnavailable, code)
	case codes.RetryAfterFix:
		return fmt.Errorf("%w: %w", apperr.ErrConfig, refusal{code})
	default:
		return fmt.Errorf("%w: %w", apperr.ErrRejected, code)
	}
}

// DeliverLoosely calls everything unavailable.
func DeliverLoosely(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err == nil {
		err = code.Err()
	}
	if err != nil {
		return fmt.Errorf("%w: %w", apperr.ErrUnavailable, err)
	}
	return nil
}

// DeliverRefused says whether it helps to wait.
func DeliverRefused(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := post(ctx, c, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return fmt.Errorf("deliver: %w", refusal{code})
	}
	return nil
}
