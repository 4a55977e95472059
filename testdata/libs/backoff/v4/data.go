package v4

import (
	"context"
	"fmt"

	"github.com/cenkalti/backoff/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Data has a value beside the error.
func Data(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.RetryWithData(func() (codes.ResponseCode, error) { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return 0, err
		}
		return code, code.Err()
	}, policy(c))
	return err
}

// DataStops marks what stays.
func DataStops(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := backoff.RetryWithData(func() (codes.ResponseCode, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return 0, err
		}
		if code == codes.ResponseSuccess || code.Retryable() {
			return code, code.Err()
		}
		return code, backoff.Permanent(code)
	}, policy(c))
	return err
}

// Notify says so every time.
func Notify(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender{ctx, c, m}
	return backoff.RetryNotify(s.send, policy(c), nil) // want "and 10 more of class never"
}

type sender struct {
	ctx context.Context
	api *api.Client
	m   api.Message
}

func (s *sender) send() error {
	code, err := send(s.ctx, s.api, s.m)
	if err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return code.Err()
}
