// Package scripts sends again as the scripts of an operator do, which have no use for an
// error: they end at it.
package scripts

import (
	"context"
	"fmt"
	"time"

	"example.test/programs/ensure"
	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once. The error is the transport's.
func send(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

// deliver sends a message once. The error is the transport's, or the code.
func deliver(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	r, err := send(ctx, c, m)
	if err != nil {
		return 0, err
	}
	if r.Code.Retryable() {
		return r.Code, nil
	}
	return r.Code, r.Code.Err()
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func mustPassLater(code codes.ResponseCode) {
	if !code.Retryable() {
		panic(fmt.Sprintf("code %d", code))
	}
}

// Checked ends at what deliver says is an error.
func Checked(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := deliver(ctx, c, m)
		check(err)
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
}

// CheckedElsewhere is Checked by another package's function.
func CheckedElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := deliver(ctx, c, m)
		ensure.NoError(err)
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
}

// Must is Checked in one expression.
func Must(ctx context.Context, c *api.Client, m api.Message) error {
	for ensure.Must(deliver(ctx, c, m)) != codes.ResponseSuccess {
		time.Sleep(c.Unit)
	}
	return nil
}

// MustPassLater ends at a code that stays.
func MustPassLater(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		check(err)
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		mustPassLater(r.Code)
		time.Sleep(c.Unit)
	}
}

// CheckedTransport ends at the transport's errors only.
func CheckedTransport(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		check(err)
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
}
