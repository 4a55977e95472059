package decorated

import (
	"context"
	"errors"
	"fmt"

	"github.com/avast/retry-go/v4"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// sent returns the recipient beside the error, which it marks if it will not pass.
func sent(ctx context.Context, c *api.Client, m api.Message) (string, error) {
	return m.To, deliverPassing(ctx, c, m)
}

// sentSome marks one code.
func sentSome(ctx context.Context, c *api.Client, m api.Message) (string, error) {
	err := deliver(ctx, c, m)
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		return "", retry.Unrecoverable(err)
	}
	return m.To, err
}

// Wrapped wraps what is marked already.
func Wrapped(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error {
		_, err := sent(ctx, c, m)
		if err != nil {
			return fmt.Errorf("not sent: %w", err)
		}
		return nil
	}, retry.Delay(c.Unit))
}

// WrappedSome wraps what is marked for one code.
func WrappedSome(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { // want "and 9 more of class never"
		_, err := sentSome(ctx, c, m)
		if err != nil {
			return fmt.Errorf("not sent: %w", err)
		}
		return nil
	}, retry.Delay(c.Unit), retry.MaxDelay(c.Unit))
}

// told calls a function, and says what it was about.
func told(what string, f func() error) error {
	if err := f(); err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}

// Told marks in what another function calls.
func Told(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error {
		return told("sms", func() error {
			err := deliver(ctx, c, m)
			var code codes.ResponseCode
			if errors.As(err, &code) && !code.Retryable() {
				return retry.Unrecoverable(err)
			}
			return err
		})
	}, retry.Delay(c.Unit))
}

// ToldAny marks nothing there.
func ToldAny(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error { // want "and 10 more of class never"
		return told("sms", func() error { return deliver(ctx, c, m) })
	}, retry.Delay(c.Unit), retry.MaxDelay(c.Unit))
}

func passed(ctx context.Context, c *api.Client, m api.Message) (string, error) {
	to, err := accepted(ctx, c, m)
	if err != nil {
		return "", fmt.Errorf("passed on: %w", err)
	}
	return to, nil
}

func accepted(ctx context.Context, c *api.Client, m api.Message) (string, error) {
	return sent(ctx, c, m)
}

// Deep wraps what is marked far away.
func Deep(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(func() error {
		if _, err := passed(ctx, c, m); err != nil {
			return fmt.Errorf("not sent: %w", err)
		}
		return nil
	}, retry.Delay(c.Unit))
}
