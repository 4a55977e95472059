// Package errs sends again as the client's errors tell it to.
package errs

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 4

// Wrapped tries again on any error.
func Wrapped(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "and 10 more of class never"
		if err = client.Wrapped(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return fmt.Errorf("given up: %w", err)
}

// WrappedIs asks errors.Is for the codes that pass.
func WrappedIs(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		busy := errors.Is(err, codes.ResponseThrottlingRateExceeded) || errors.Is(err, codes.ResponseSystemError)
		if !busy || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// WrappedIsNot asks for one code that stays, and forgets the others.
func WrappedIsNot(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 9 more of class never"
		err := client.Wrapped(ctx, c, m)
		if err == nil || errors.Is(err, codes.ResponseInvalidRecipient) || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// WrappedAs takes the code out of the error.
func WrappedAs(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.Wrapped(ctx, c, m)
		if err == nil {
			return nil
		}
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return err
		}
		if tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Told tries again on any error, of which nobody can tell the code.
func Told(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		if err := client.Told(ctx, c, m); err == nil {
			return nil
		}
		if err := c.Pause(ctx, 1); err != nil {
			return err
		}
	}
}

// Code goes on with the code itself as the error.
func Code(ctx context.Context, c *api.Client, m api.Message) error {
	err := errors.New("not yet")
	for n := 0; n < maxTries && err != nil; n++ { // want "and 10 more of class never"
		err = client.Code(ctx, c, m)
	}
	return err
}

// CodeIs leaves unless it is one of two codes.
func CodeIs(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries {
		err = client.Code(ctx, c, m)
		if !errors.Is(err, codes.ResponseThrottlingRateExceeded) && !errors.Is(err, codes.ResponseGeneralFailure) {
			return err
		}
	}
	return err
}

// Joined goes on with the joined error.
func Joined(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		err := client.Joined(ctx, c, m)
		if err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

// JoinedIs looks into it.
func JoinedIs(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		err := client.Joined(ctx, c, m)
		if !errors.Is(err, codes.ResponseSystemError) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

// Sentinel knows of the subscriber who wants nothing, and of nothing else.
func Sentinel(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 9 more of class never"
		err := client.Sentinel(ctx, c, m)
		if err == nil || errors.Is(err, client.ErrBlocked) || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// SentinelBusy goes on while the API is busy.
func SentinelBusy(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.Sentinel(ctx, c, m)
		if !errors.Is(err, client.ErrBusy) || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// SentinelEqual compares without errors.Is.
func SentinelEqual(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.Sentinel(ctx, c, m)
		if err != client.ErrBusy || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Typed goes on whatever is in the error.
func Typed(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for attempt := 1; attempt <= maxTries; attempt++ { // want "and 10 more of class never"
		err = client.Typed(ctx, c, m)
		if err == nil {
			break
		}
		time.Sleep(time.Duration(attempt) * c.Unit)
	}
	return err
}

// TypedAs looks at the code in the error.
func TypedAs(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for attempt := 1; attempt <= maxTries; attempt++ {
		err = client.Typed(ctx, c, m)
		var refused *client.Error
		if err == nil || errors.As(err, &refused) && !refused.Code.Retryable() {
			break
		}
		time.Sleep(time.Duration(attempt) * c.Unit)
	}
	return err
}

// TypedTemporary asks the error's own method.
func TypedTemporary(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ {
		err := client.Typed(ctx, c, m)
		var refused *client.Error
		if !errors.As(err, &refused) || !refused.Temporary() || attempt == maxTries {
			return err
		}
	}
}

// TypedSome looks at the code and forgets most.
func TypedSome(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ { // want "and 8 more of class never"
		err := client.Typed(ctx, c, m)
		var refused *client.Error
		if errors.As(err, &refused) {
			switch refused.Code {
			case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
				return err
			}
		}
		if err == nil || attempt == maxTries {
			return err
		}
	}
}

// Far is three calls away from where the code is read.
func Far(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		err := client.Notify(ctx, c, m.To)
		if err == nil {
			return nil
		}
		if err := c.Pause(ctx, 1); err != nil {
			return err
		}
	}
}

// FarAs is as far away, and asks.
func FarAs(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := client.Notify(ctx, c, m.To)
		if err == nil {
			return nil
		}
		var refused *client.Error
		if errors.As(err, &refused) && !refused.Code.Retryable() {
			return err
		}
		if err := c.Pause(ctx, 1); err != nil {
			return err
		}
	}
}

// Transport has only the transport's errors to go on for.
func Transport(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			if err := c.Pause(ctx, 1); err != nil {
				return err
			}
			continue
		}
		return r.Code.Err()
	}
}

// TypedNoted asks the error whether it passes, only not to wait.
func TypedNoted(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ { // want "and 10 more of class never, which cannot succeed, and for 6 InsufficientCredit"
		err := client.Typed(ctx, c, m)
		if err == nil || attempt == maxTries {
			return err
		}
		var refused *client.Error
		if errors.As(err, &refused) && !refused.Temporary() {
			c.HTTP.CloseIdleConnections() // the next one has a connection of its own
			continue
		}
		if err := c.Pause(ctx, 1); err != nil {
			return err
		}
	}
}

// Gathered gathers what it was refused for.
func Gathered(ctx context.Context, c *api.Client, m api.Message) error {
	var all error
	for range maxTries { // want "and 10 more of class never"
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		all = errors.Join(all, r.Code)
	}
	return all
}

// GatheredPassing gathers for as long as it may pass.
func GatheredPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var all error
	for range maxTries {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if !r.Code.Retryable() {
			return errors.Join(all, r.Code.Err())
		}
		all = errors.Join(all, r.Code)
	}
	return all
}
