package client

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A Result is what has come of a message.
type Result struct {
	ID  string
	err error
}

// OK reports whether it was sent.
func (r *Result) OK() bool { return r.err == nil }

// Final reports whether there is no point in sending it again.
func (r *Result) Final() bool {
	var code codes.ResponseCode
	return errors.As(r.err, &code) && !code.Retryable()
}

// Err is what went wrong.
func (r *Result) Err() error { return r.err }

// Try sends a message once.
func Try(ctx context.Context, c *api.Client, m api.Message) *Result {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return &Result{err: err}
	}
	if r.Code != codes.ResponseSuccess {
		return &Result{err: fmt.Errorf("message to %s: %w", m.To, r.Code)}
	}
	return &Result{ID: r.MessageID}
}

// A Receipt has the reply as it came.
type Receipt struct {
	Status int
	reply
	Trouble error
}

// Good reports whether all went well.
func (r Receipt) Good() bool { return r.Trouble == nil && r.Code == codes.ResponseSuccess }

// Err is what went wrong.
func (r Receipt) Err() error {
	if r.Trouble != nil {
		return r.Trouble
	}
	return r.Code.Err()
}

func (r reply) Passing() bool { return r.Code.Retryable() }

// Submit sends a message once.
func Submit(ctx context.Context, c *api.Client, m api.Message) Receipt {
	var r Receipt
	r.Trouble = c.Post(ctx, "/sms", m, &r.reply)
	return r
}
