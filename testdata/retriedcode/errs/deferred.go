package errs

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"github.com/errcodelint/errcodelint/codes"
)

// Deferred sends again whatever the deferred function has made of the code.
func Deferred(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "and 10 more of class never"
		if err = client.Deferred(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// DeferredAs asks it for the code.
func DeferredAs(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.Deferred(ctx, c, m)
		var refused *client.Error
		if err == nil || errors.As(err, &refused) && !refused.Code.Retryable() || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Annotated goes on with the code that is wrapped in the end.
func Annotated(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 10 more of class never"
		_, err := client.Annotated(ctx, c, m)
		if err == nil || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// AnnotatedIs finds it there.
func AnnotatedIs(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		_, err := client.Annotated(ctx, c, m)
		busy := errors.Is(err, codes.ResponseThrottlingRateExceeded) || errors.Is(err, codes.ResponseSystemError)
		if !busy || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Forgiving does not see what the deferred function keeps to itself.
func Forgiving(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 8 more of class never"
		err := client.Forgiving(ctx, c, m)
		if err == nil || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

var calls int

// here is like Deferred, and defers more.
func here(ctx context.Context, c *api.Client, m api.Message) (code codes.ResponseCode, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	defer func() { calls++ }()
	defer func(began time.Time) {
		if err != nil && time.Since(began) > time.Minute {
			err = errors.Join(err, context.DeadlineExceeded)
		}
	}(time.Now())
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return 0, err
	}
	defer func() {
		if code != codes.ResponseSuccess {
			err = &client.Error{Call: "sms", Code: code}
		}
	}()
	return r.Code, nil
}

// Here sends again for every error.
func Here(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "and 10 more of class never"
		if _, err = here(ctx, c, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// HereOnce leaves for all that cannot pass.
func HereOnce(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		var refused *client.Error
		if _, err = here(ctx, c, m); err == nil || errors.As(err, &refused) && !refused.Code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}
