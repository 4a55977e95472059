// Package client turns codes into errors, in every way that programs have.
package client

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code      codes.ResponseCode `json:"responseCode"`
	MessageID string             `json:"messageId"`
}

// Wrapped wraps the code.
func Wrapped(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess {
		return fmt.Errorf("message to %s: %w", m.To, r.Code)
	}
	return nil
}

// Told has only the text of the code in its error.
func Told(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return fmt.Errorf("message to %s was refused: %v", m.To, r.Code)
}

// Code returns the code itself as the error.
func Code(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Joined joins the code with what was being done.
func Joined(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if !codeOK(r.Code) {
		return errors.Join(errors.New("not sent"), r.Code.Err())
	}
	return nil
}

func codeOK(code codes.ResponseCode) bool { return code == codes.ResponseSuccess }

// The errors of Sentinel.
var (
	ErrBusy    = errors.New("the API is busy")
	ErrBlocked = errors.New("the subscriber wants no messages")
	ErrRefused = errors.New("refused")
)

// Sentinel has three errors for all codes.
func Sentinel(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure, codes.ResponseSystemError, codes.ResponseTokenGenerationFailed:
		return ErrBusy
	case codes.ResponseSubscriberBlockedService:
		return ErrBlocked
	default:
		return ErrRefused
	}
}

// Error is a refusal.
type Error struct {
	Call string
	Code codes.ResponseCode
}

func (e *Error) Error() string { return fmt.Sprintf("%s: code %d", e.Call, int(e.Code)) }

// Temporary reports whether the same call may pass later.
func (e *Error) Temporary() bool { return e.Code.Retryable() }

// Typed has an error type with the code in it.
func Typed(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess {
		return &Error{Call: "sms", Code: r.Code}
	}
	return nil
}

// Notify is three calls away from the reply.
func Notify(ctx context.Context, c *api.Client, to string) error {
	if err := remind(ctx, c, to); err != nil {
		return fmt.Errorf("notify: %w", err)
	}
	return nil
}

func remind(ctx context.Context, c *api.Client, to string) error {
	return Typed(ctx, c, api.Message{From: "SHOP", To: to, Text: "your parcel is on its way"})
}

// Deferred looks at the reply when it is done, whatever it has returned.
func Deferred(ctx context.Context, c *api.Client, m api.Message) (err error) {
	var r reply
	defer func() {
		if err == nil && r.Code != codes.ResponseSuccess {
			err = &Error{Call: "sms", Code: r.Code}
		}
	}()
	return c.Post(ctx, "/sms", m, &r)
}

// Annotated says in the end what it was about.
func Annotated(ctx context.Context, c *api.Client, m api.Message) (id string, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("message to %s: %w", m.To, err)
		}
	}()
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return "", err
	}
	return r.MessageID, r.Code.Err()
}

// Forgiving keeps to itself that a subscriber wants no more.
func Forgiving(ctx context.Context, c *api.Client, m api.Message) (err error) {
	defer func() {
		if errors.Is(err, codes.ResponseSubscriberBlockedService) || errors.Is(err, codes.ResponseSpamThresholdExceeded) {
			err = nil
		}
	}()
	return Code(ctx, c, m)
}
