package polls

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// This file is about loops that want more of a success than its code.

// Named wants a number for what was sent.
func Named(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 { // want "and 10 more of class never, which cannot succeed; leave"
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if s.Code == codes.ResponseSuccess && s.MessageID != "" {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errNotYet
}

// NamedLength asks how long that is, of a reply in a variable of its own.
func NamedLength(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 { // want "and 10 more of class never, which cannot succeed; leave"
		var s state
		if err := c.Post(ctx, "/sms", m, &s); err != nil {
			return err
		}
		if s.Code != codes.ResponseSuccess || len(s.MessageID) == 0 {
			time.Sleep(c.Unit)
			continue
		}
		return nil
	}
	return errNotYet
}

// NamedPassing goes on for what passes alone.
func NamedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 {
		s, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		if s.Code == codes.ResponseSuccess && s.MessageID != "" {
			return nil
		}
		if s.Code != codes.ResponseSuccess && !s.Code.Retryable() {
			return s.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errNotYet
}
