package sethvargo

import (
	"context"
	"errors"
	"net"

	"github.com/sethvargo/go-retry"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// deliver sends a message once; a refusal is an error.
func deliver(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	return code.Err()
}

// passing marks what passes.
func passing(err error) error {
	var code codes.ResponseCode
	if errors.As(err, &code) && code.Retryable() {
		return retry.RetryableError(err)
	}
	return err
}

// unlessListed marks all but what it knows to stay.
func unlessListed(err error) error {
	if err == nil || errors.Is(err, codes.ResponseInvalidRecipient) || errors.Is(err, codes.ResponseInvalidOriginator) {
		return err
	}
	return retry.RetryableError(err)
}

// timeouts marks what the network says.
func timeouts(err error) error {
	var failed net.Error
	if errors.As(err, &failed) && failed.Timeout() {
		return retry.RetryableError(err)
	}
	return err
}

// ClassifiedPassing has a helper mark what passes.
func ClassifiedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		return passing(deliver(ctx, c, m))
	})
}

// Classified has one mark too many.
func Classified(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		return unlessListed(deliver(ctx, c, m)) // want "for 1 InvalidCredentials, 2 InvalidIP, .* and 8 more of class never"
	})
}

// ClassifiedFailure asks it for failures only.
func ClassifiedFailure(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		if err := deliver(ctx, c, m); err != nil {
			return unlessListed(err) // want "and 8 more of class never"
		}
		return nil
	})
}

// ClassifiedTimeouts has none of the codes marked.
func ClassifiedTimeouts(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.Do(ctx, policy(c), func(ctx context.Context) error {
		return timeouts(deliver(ctx, c, m))
	})
}
