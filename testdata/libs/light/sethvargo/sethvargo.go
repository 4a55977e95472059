// Package sethvargo sends with sethvargo's go-retry, which tries again only what
// it is told to.
package sethvargo

import (
	"context"
	"errors"
	"fmt"

	"github.com/sethvargo/go-retry"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once. The error is the transport's.
func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

func policy(c *api.Client) retry.Backoff {
	return retry.WithMaxRetries(5, retry.NewConstant(c.Unit))
}

// Plain marks every code.
func Plain(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			return retry.RetryableError(code) // want "and 10 more of class never"
		}
		return nil
	})
}

// Unmarked marks none.
func Unmarked(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return retry.RetryableError(err)
		}
		return code.Err()
	})
}

// Marked marks what passes.
func Marked(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return retry.RetryableError(err)
		}
		if code.Retryable() {
			return retry.RetryableError(code)
		}
		return code.Err()
	})
}

// Some marks one code that stays.
func Some(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseGeneralFailure, codes.ResponseInvalidMessageID:
			return retry.RetryableError(code) // want "for 21 InvalidMessageID of class never"
		}
		return code
	})
}

// again says in its own words what the library is told.
func again(err error) error {
	if err == nil {
		return nil
	}
	return retry.RetryableError(fmt.Errorf("not sent: %w", err))
}

// Helper marks every code by a function of its own.
func Helper(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if err := code.Err(); err != nil {
			return again(err) // want "and 10 more of class never"
		}
		return nil
	})
}

// HelperPassing marks what passes.
func HelperPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return again(err)
		}
		if code.Retryable() {
			return again(code.Err())
		}
		return code.Err()
	})
}

// mark marks only what passes.
func mark(err error) error {
	if code := codes.ResponseCode(0); errors.As(err, &code) && !code.Retryable() {
		return err
	}
	return retry.RetryableError(err)
}

// Chosen leaves it to a function of its own.
func Chosen(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			return mark(code)
		}
		return nil
	})
}

// AnyError marks whatever error there is: where there is none, that is none.
func AnyError(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return retry.RetryableError(code.Err()) // want "and 10 more of class never"
	})
}

// ButOne does so for all but one of them.
func ButOne(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		err = code.Err()
		if errors.Is(err, codes.ResponseInvalidRecipient) {
			return err
		}
		return retry.RetryableError(err) // want "and 9 more of class never"
	})
}

// ButRefusals does so for what may pass.
func ButRefusals(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if err = code.Err(); !code.Retryable() {
			return err
		}
		return retry.RetryableError(err)
	})
}

// AnyTransport marks the transport's alone.
func AnyTransport(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	err := retry.Do(ctx, policy(c), func(ctx context.Context) (err error) {
		code, err = send(ctx, c, m)
		return retry.RetryableError(err)
	})
	if err != nil {
		return err
	}
	return code.Err()
}
