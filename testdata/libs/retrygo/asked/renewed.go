package asked

import (
	"context"
	"errors"

	"github.com/avast/retry-go/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Renewed gets another sender before the next attempt.
func Renewed(ctx context.Context, c *api.Client, m api.Message) error {
	return renewed(ctx, c, &m, func() { m.From = "Partner" })
}

func renewed(ctx context.Context, c *api.Client, m *api.Message, renew func()) error {
	return retry.Do(func() error {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	}, retry.Attempts(2), retry.Delay(c.Unit),
		retry.RetryIf(func(err error) bool { return errors.Is(err, codes.ResponseInvalidOriginator) }),
		retry.OnRetry(func(uint, error) { renew() }))
}

// Counted only counts them.
func Counted(ctx context.Context, c *api.Client, m api.Message) error {
	n := 0
	return retry.Do(func() error {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		return r.Code.Err()
	}, retry.Attempts(2), retry.Delay(c.Unit),
		retry.RetryIf(func(err error) bool {
			return errors.Is(err, codes.ResponseInvalidOriginator) // want "12 InvalidOriginator"
		}),
		retry.OnRetry(func(uint, error) { n++ }))
}
