package terraform

import (
	"context"
	"errors"
	"time"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/retry"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// busy has tried again what is busy.
func busy(err error) *retry.RetryError {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, codes.ResponseThrottlingRateExceeded), errors.Is(err, codes.ResponseSystemError):
		return retry.RetryableError(err)
	}
	return retry.NonRetryableError(err)
}

// known has tried again what it does not know.
func known(err error) *retry.RetryError {
	if err == nil {
		return nil
	}
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		return retry.NonRetryableError(err)
	}
	return retry.RetryableError(err)
}

// Busy has a helper mark what passes.
func Busy(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.RetryContext(ctx, time.Minute, func() *retry.RetryError {
		code, err := send(ctx, c, m)
		if err == nil {
			err = code.Err()
		}
		return busy(err)
	})
}

// Known has it mark too much.
func Known(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.RetryContext(ctx, time.Minute, func() *retry.RetryError {
		code, err := send(ctx, c, m)
		if err == nil {
			err = code.Err()
		}
		return known(err) // want "and 9 more of class never"
	})
}
