// Package ended has operations that the library stops to call for another reason
// than what they return.
package ended

import (
	"context"
	"errors"

	"github.com/avast/retry-go/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func attempt(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// stays reports whether an error is a code that stays.
func stays(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// OnRetryCancels cancels in the callback.
func OnRetryCancels(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	return retry.Do(func() error { return attempt(ctx, c, m) }, retry.Attempts(4), retry.Delay(c.Unit), retry.Context(ctx),
		retry.OnRetry(func(_ uint, err error) {
			if stays(err) {
				cancel()
			}
		}))
}

// OnRetryCounts has a callback that only counts.
func OnRetryCounts(ctx context.Context, c *api.Client, m api.Message) error {
	failures := 0
	return retry.Do(func() error { return attempt(ctx, c, m) }, retry.Attempts(4), retry.Delay(c.Unit), retry.Context(ctx), // want "and 10 more of class never"
		retry.OnRetry(func(uint, error) { failures++ }))
}

// OneAttempt tries once.
func OneAttempt(ctx context.Context, c *api.Client, m api.Message) error {
	options := []retry.Option{retry.Attempts(1), retry.LastErrorOnly(true)}
	return retry.Do(func() error { return attempt(ctx, c, m) }, options...)
}
