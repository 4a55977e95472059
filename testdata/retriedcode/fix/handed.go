package fix

import (
	"context"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Often leaves the code to who called it: an error is the transport's.
func Often(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := sendOften(ctx, c, m)
	if err != nil {
		return fmt.Errorf("no connection: %w", err)
	}
	return code.Err()
}

func sendOften(ctx context.Context, c *api.Client, m api.Message) (code codes.ResponseCode, err error) {
	for range maxTries { // want "and 10 more of class never"
		code, err = send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return code, err
		}
		time.Sleep(c.Unit)
	}
	return code, nil
}

// Replied has the whole reply.
func Replied(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := replyOften(ctx, c, m)
	if err != nil {
		return fmt.Errorf("no connection: %w", err)
	}
	return r.Code.Err()
}

func replyOften(ctx context.Context, c *api.Client, m api.Message) (*reply, error) {
	var r reply
	for range maxTries { // want "and 10 more of class never"
		r = reply{}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return nil, err
		}
		if r.Code == codes.ResponseSuccess {
			break
		}
		time.Sleep(c.Unit)
	}
	return &r, nil
}

// Refused has the code and an error of it.
func Refused(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := codeAndError(ctx, c, m)
	if err != nil && code != codes.ResponseSuccess {
		return code
	}
	return err
}

func codeAndError(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	for attempt := 1; ; attempt++ { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return code, err
		}
		if code == codes.ResponseSuccess || attempt == maxTries {
			return code, code.Err()
		}
		time.Sleep(c.Unit)
	}
}
