// Package terraform creates a resource by Terraform's retry helper.
package terraform

import (
	"context"
	"fmt"
	"time"

	"github.com/hashicorp/terraform-plugin-sdk/v2/helper/retry"

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

// Any has every code tried again.
func Any(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.RetryContext(ctx, time.Minute, func() *retry.RetryError {
		code, err := send(ctx, c, m)
		if err != nil {
			return retry.NonRetryableError(err)
		}
		if code != codes.ResponseSuccess {
			return retry.RetryableError(fmt.Errorf("message to %s: %w", m.To, code)) // want "and 10 more of class never"
		}
		return nil
	})
}

// Final tells them apart.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.RetryContext(ctx, time.Minute, func() *retry.RetryError {
		code, err := send(ctx, c, m)
		switch {
		case err != nil:
			return retry.RetryableError(err)
		case code == codes.ResponseSuccess:
			return nil
		case code.Retryable():
			return retry.RetryableError(code)
		}
		return retry.NonRetryableError(code)
	})
}
