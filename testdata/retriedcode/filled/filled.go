// Package filled has a client whose replies come with some errors, and not with others.
package filled

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 3

type reply struct {
	Code      codes.ResponseCode `json:"responseCode"`
	MessageID string             `json:"messageId"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (*reply, error) {
	if m.To == "" {
		return nil, fmt.Errorf("message %q: nobody to send it to", m.Text)
	}
	r := new(reply)
	if err := c.Post(ctx, "/sms", m, r); err != nil {
		return nil, fmt.Errorf("sms: %w", err)
	}
	if err := r.Code.Err(); err != nil {
		return r, fmt.Errorf("sms to %s: %w", m.To, err)
	}
	return r, nil
}

// Strict leaves the loop for all codes but those that may pass.
func Strict(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for range maxTries {
		_, err := send(ctx, c, m)
		if err == nil {
			return nil
		}
		var code codes.ResponseCode
		if !errors.As(err, &code) || !code.Retryable() {
			return err
		}
		last = err
		time.Sleep(c.Unit)
	}
	return last
}

// Asked leaves it by what the reply says.
func Asked(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for range maxTries {
		r, err := send(ctx, c, m)
		if err == nil {
			return nil
		}
		if r == nil || !r.Code.Retryable() {
			return err
		}
		last = err
		time.Sleep(c.Unit)
	}
	return last
}

// Chosen leaves it for codes that a function of its own does not choose.
func Chosen(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for range maxTries {
		_, err := send(ctx, c, m)
		if err == nil {
			return nil
		}
		if code := new(codes.ResponseCode); !errors.As(err, code) || !passes(*code) {
			return err
		}
		last = err
		time.Sleep(c.Unit)
	}
	return last
}

func passes(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		return true
	}
	return false
}

// Loose leaves it only for what says no code.
func Loose(ctx context.Context, c *api.Client, m api.Message) error {
	var last error
	for range maxTries { // want `this loop sends the same request again \(line 99\) for 1 InvalidCredentials`
		_, err := send(ctx, c, m)
		if err == nil {
			return nil
		}
		if code := codes.ResponseSuccess; !errors.As(err, &code) {
			return err
		}
		last = err
		time.Sleep(c.Unit)
	}
	return last
}
