package filled

import (
	"context"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type coded interface{ Code() codes.ResponseCode }

// header is in all replies.
type header struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func (h header) Code() codes.ResponseCode { return h.ResponseCode }

type smsReply struct {
	header
	MessageID string `json:"messageId"`
}

// call is for all replies, and gives them beside the error.
func call[T coded](ctx context.Context, c *api.Client, path string, in any) (out T, err error) {
	if err := c.Post(ctx, path, in, &out); err != nil {
		return out, fmt.Errorf("%s: %w", path, err)
	}
	if code := out.Code(); code != codes.ResponseSuccess {
		return out, fmt.Errorf("%s: %w", path, code)
	}
	return out, nil
}

// ByMethod asks the reply, though the error holds the code as well.
func ByMethod(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 1; ; n++ {
		r, err := call[smsReply](ctx, c, "/sms", m)
		if err == nil {
			return nil
		}
		if !r.Code().Retryable() || n == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// ByMethodLoosely takes spam for something that passes.
func ByMethodLoosely(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 1; ; n++ { // want `for 19 SpamThresholdExceeded of class never, which`
		r, err := call[smsReply](ctx, c, "/sms", m)
		if err == nil {
			return nil
		}
		if code := r.Code(); !code.Retryable() && code != codes.ResponseSpamThresholdExceeded || n == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}
