package ended

import (
	"context"
	"fmt"
	"time"

	"github.com/cenkalti/backoff/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What is called beside the operation, or the operation itself, makes another message of it.

// OtherSender has the next attempt sent by somebody else.
func OtherSender(ctx context.Context, c *api.Client, m api.Message) error {
	from := m.From
	return backoff.RetryNotify(func() error {
		return attempt(ctx, c, api.Message{From: from, To: m.To, Text: m.Text})
	}, backoff.WithMaxRetries(backoff.NewConstantBackOff(c.Unit), 1), func(error, time.Duration) { from = "Partner" })
}

// OtherKept keeps the last error beside.
func OtherKept(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	err := backoff.RetryNotify(func() error { // want "and 10 more of class never"
		if last != nil {
			last = fmt.Errorf("again: %w", last)
		}
		return attempt(ctx, c, m)
	}, backoff.WithMaxRetries(backoff.NewConstantBackOff(c.Unit), 3), func(err error, _ time.Duration) { last = err })
	if err != nil {
		return fmt.Errorf("after %v: %w", last, err)
	}
	return nil
}

// OtherFields sends without the sender where that is refused.
func OtherFields(ctx context.Context, c *api.Client, m api.Message) error {
	fields := map[string]string{"from": m.From, "to": m.To, "text": m.Text}
	return backoff.Retry(func() error {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", fields, &r); err != nil {
			return backoff.Permanent(err)
		}
		if r.Code == codes.ResponseInvalidOriginator && fields["from"] != "" {
			delete(fields, "from")
			return r.Code
		}
		if err := r.Code.Err(); err != nil {
			return backoff.Permanent(err)
		}
		return nil
	}, backoff.NewConstantBackOff(c.Unit))
}
