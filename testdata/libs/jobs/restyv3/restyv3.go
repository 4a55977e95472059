// Package restyv3 sends with resty v3.
package restyv3

import (
	"context"
	"fmt"
	"time"

	"resty.dev/v3"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func client(c *api.Client) *resty.Client {
	return resty.New().SetBaseURL(c.URL).SetAuthToken("t-1").SetRetryCount(5).
		SetRetryWaitTime(time.Microsecond).SetAllowNonIdempotentRetry(true)
}

func post(ctx context.Context, rc *resty.Client, m api.Message) error {
	defer rc.Close()
	var out reply
	if _, err := rc.R().SetContext(ctx).SetBody(m).SetResult(&out).Post("/sms"); err != nil {
		return fmt.Errorf("message to %s: %w", m.To, err)
	}
	return out.Code.Err()
}

// Any asks again for every code.
func Any(ctx context.Context, c *api.Client, m api.Message) error {
	rc := client(c).AddRetryConditions(func(r *resty.Response, err error) bool {
		out, ok := r.Result().(*reply)
		return err != nil || ok && out.Code != codes.ResponseSuccess // want "and 10 more of class never"
	})
	return post(ctx, rc, m)
}

// Retryable asks again where there is a point in it.
func Retryable(ctx context.Context, c *api.Client, m api.Message) error {
	rc := client(c).AddRetryConditions(func(r *resty.Response, err error) bool {
		out, ok := r.Result().(*reply)
		return err != nil || ok && out.Code.Retryable()
	})
	return post(ctx, rc, m)
}
