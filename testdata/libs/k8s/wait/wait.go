// Package wait sends with the conditions of k8s.io/apimachinery, and with
// client-go's retry.
package wait

import (
	"context"
	"errors"
	"time"

	k8swait "k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/util/retry"

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

func policy(c *api.Client) k8swait.Backoff {
	return k8swait.Backoff{Duration: c.Unit, Factor: 1, Steps: 5}
}

// Any waits unless it is a success.
func Any(ctx context.Context, c *api.Client, m api.Message) error {
	return k8swait.PollUntilContextTimeout(ctx, c.Unit, time.Minute, true, func(ctx context.Context) (bool, error) { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return false, err
		}
		return code == codes.ResponseSuccess, nil
	})
}

// Final says so where a code stays.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	return k8swait.PollUntilContextTimeout(ctx, c.Unit, time.Minute, true, func(ctx context.Context) (bool, error) {
		code, err := send(ctx, c, m)
		if err != nil {
			return false, err
		}
		if code.Retryable() {
			return false, nil
		}
		return true, code.Err()
	})
}

// Backoff waits longer each time.
func Backoff(_ context.Context, c *api.Client, m api.Message) error {
	return k8swait.ExponentialBackoff(policy(c), func() (bool, error) { // want "for 19 SpamThresholdExceeded of class never"
		code, err := send(context.Background(), c, m)
		if err != nil {
			return false, err
		}
		switch code {
		case codes.ResponseSuccess:
			return true, nil
		case codes.ResponseThrottlingRateExceeded, codes.ResponseSpamThresholdExceeded:
			return false, nil
		}
		return false, code
	})
}

// OnError has a predicate that is wrong about a code.
func OnError(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.OnError(policy(c), again, func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return code.Err()
	})
}

func again(err error) bool {
	return errors.Is(err, codes.ResponseGeneralFailure) || errors.Is(err, codes.ResponseInvalidIP) // want "for 2 InvalidIP of class never"
}

// OnErrorPassing has one that is right.
func OnErrorPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.OnError(policy(c), passes, func() error {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return code.Err()
	})
}

func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// OnErrorAny has one that takes everything.
func OnErrorAny(ctx context.Context, c *api.Client, m api.Message) error {
	return retry.OnError(policy(c), func(error) bool { return true }, func() error { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		return code.Err()
	})
}
