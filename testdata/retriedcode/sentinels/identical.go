package sentinels

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// sendCode sends a message once, and has the code as an error.
func sendCode(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Identical compares with what nobody makes of a code.
func Identical(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 { // want "and 10 more of class never"
		err = sendCode(ctx, c, m)
		if err == nil || err == context.Canceled {
			return err
		}
	}
	return err
}

// IdenticalHead does so in the loop's head.
func IdenticalHead(ctx context.Context, c *api.Client, m api.Message) error {
	err := sendCode(ctx, c, m)
	for i := 0; i < 3 && err != nil && context.DeadlineExceeded != err; i++ { // want "and 10 more of class never"
		err = sendCode(ctx, c, m)
	}
	return err
}

// untilCanceled is a helper that does so.
func untilCanceled(n int, fn func() error) error {
	var err error
	for range n {
		if err = fn(); err == nil || err == context.Canceled {
			return err
		}
	}
	return err
}

// IdenticalHelper has a helper do so.
func IdenticalHelper(ctx context.Context, c *api.Client, m api.Message) error {
	return untilCanceled(4, func() error { return sendCode(ctx, c, m) }) // want "and 10 more of class never"
}

var errRefused = errors.New("refused")

// untilRefused is a helper that looks for an error of the program.
func untilRefused(n int, fn func() error) error {
	var err error
	for range n {
		if err = fn(); err == nil || err == errRefused {
			return err
		}
	}
	return err
}

// IdenticalRefused makes that error of what stays.
func IdenticalRefused(ctx context.Context, c *api.Client, m api.Message) error {
	return untilRefused(4, func() error {
		err := sendCode(ctx, c, m)
		if code, ok := err.(codes.ResponseCode); ok && !code.Retryable() {
			return errRefused
		}
		return err
	})
}

// notCanceled says yes to all codes.
func notCanceled(err error) bool { return err != context.Canceled && err != context.DeadlineExceeded }

// IdenticalAsked asks a function.
func IdenticalAsked(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 { // want "and 10 more of class never"
		if err = sendCode(ctx, c, m); err == nil || !notCanceled(err) {
			break
		}
	}
	return err
}

// notRefused says no to errRefused.
func notRefused(err error) bool { return err != errRefused }

// AskedNotRefused makes that error of what stays.
func AskedNotRefused(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 {
		err = sendCode(ctx, c, m)
		if code, ok := err.(codes.ResponseCode); ok && !code.Retryable() {
			err = errRefused
		}
		if err == nil || !notRefused(err) {
			break
		}
	}
	return err
}
