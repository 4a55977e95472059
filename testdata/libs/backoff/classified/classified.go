// Package classified has another package mark its failures.
package classified

import (
	"context"
	"errors"
	"fmt"

	"github.com/cenkalti/backoff/v5"

	"example.test/libs/api"
	"example.test/libs/backoff/failures"
	"github.com/errcodelint/errcodelint/codes"
)

// deliver sends a message once; a refusal is an error.
func deliver(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess {
		return &failures.Refusal{To: m.To, Code: r.Code}
	}
	return nil
}

func retried(ctx context.Context, c *api.Client, operation backoff.Operation[bool]) error {
	_, err := backoff.Retry(ctx, operation, backoff.WithBackOff(backoff.NewConstantBackOff(c.Unit)), backoff.WithMaxTries(4))
	return err
}

// Final has what stays marked.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	return retried(ctx, c, func() (bool, error) {
		return true, failures.Final(deliver(ctx, c, m))
	})
}

// FinalWrapped has it marked, and says more about it.
func FinalWrapped(ctx context.Context, c *api.Client, m api.Message) error {
	return retried(ctx, c, func() (bool, error) {
		if err := deliver(ctx, c, m); err != nil {
			return false, fmt.Errorf("first try: %w", failures.Final(err))
		}
		return true, nil
	})
}

// FinalKept keeps it in a variable.
func FinalKept(ctx context.Context, c *api.Client, m api.Message) error {
	return retried(ctx, c, func() (bool, error) {
		err := deliver(ctx, c, m)
		if err != nil {
			err = failures.Final(err)
		}
		return err == nil, err
	})
}

// Unreachable has too little marked.
func Unreachable(ctx context.Context, c *api.Client, m api.Message) error {
	return retried(ctx, c, func() (bool, error) { // want "and 9 more of class never"
		if err := deliver(ctx, c, m); err != nil {
			err = failures.Unreachable(err)
			return false, err
		}
		return true, nil
	})
}

// here marks by itself what another account may send.
func here(err error) error {
	var r *failures.Refusal
	if errors.As(err, &r) && (r.Code == codes.ResponseInvalidIP || r.Code == codes.ResponseAccountExpired) {
		return backoff.Permanent(err)
	}
	return err
}

// Here has too little marked in the same package.
func Here(ctx context.Context, c *api.Client, m api.Message) error {
	return retried(ctx, c, func() (bool, error) { // want "and 8 more of class never"
		if err := deliver(ctx, c, m); err != nil {
			return false, here(err)
		}
		return true, nil
	})
}

// Both asks them both.
func Both(ctx context.Context, c *api.Client, m api.Message) error {
	return retried(ctx, c, func() (bool, error) {
		if err := deliver(ctx, c, m); err != nil {
			return false, here(failures.Final(err))
		}
		return true, nil
	})
}
