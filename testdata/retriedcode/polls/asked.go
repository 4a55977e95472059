package polls

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Asked waits for a word, and takes errors for a word that is none yet.
func Asked(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 { // want "and 10 more of class never, which cannot succeed; leave"
		s, err := told(ctx, c, m)
		if err == nil && s.MessageID != "" {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return errNotYet
}

// AskedTwice looks at the error first.
func AskedTwice(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 { // want "and 10 more of class never, which cannot succeed; leave"
		s, err := told(ctx, c, m)
		if err != nil {
			c.Pause(ctx, 1)
			continue
		}
		if s.MessageID != "" {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return errNotYet
}

// AskedPassing leaves for what stays.
func AskedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 {
		s, err := told(ctx, c, m)
		if err == nil && s.MessageID != "" {
			return nil
		}
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return err
		}
		c.Pause(ctx, 1)
	}
	return errNotYet
}

// AskedOnce leaves for any error.
func AskedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	for range 20 {
		s, err := told(ctx, c, m)
		if err != nil {
			return err
		}
		if s.MessageID != "" {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return errNotYet
}

// AskedKept keeps the last state beside, as somebody else may look at it.
func AskedKept(ctx context.Context, c *api.Client, m api.Message) error {
	var last *state
	var err error
	for range 20 { // want "and 10 more of class never, which cannot succeed; leave"
		if last, err = told(ctx, c, m); err == nil && last.done() {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return fmt.Errorf("%w: %w", errNotYet, err)
}

// told returns the state of a message, or what is wrong with it.
func told(ctx context.Context, c *api.Client, m api.Message) (*state, error) {
	var s state
	if err := c.Post(ctx, "/sms", m, &s); err != nil {
		return nil, err
	}
	if s.Code != codes.ResponseSuccess {
		return nil, fmt.Errorf("state: %w", s.Code)
	}
	return &s, nil
}
