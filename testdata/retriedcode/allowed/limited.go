// Package allowed sends as often as something allows that looks at the code: a
// limit, a field, a breaker.
package allowed

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"

	"github.com/errcodelint/errcodelint/codes"
)

var errRefused = errors.New("refused")

func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Bounded allows more rounds to what may pass.
func Bounded(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 1; ; n++ {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		limit := 1
		if code.Retryable() {
			limit = 5
		}
		if n >= limit {
			return code
		}
		c.Pause(ctx, 1)
	}
}

// BoundedAlike allows as many to all.
func BoundedAlike(ctx context.Context, c *api.Client, m api.Message) error {
	limit := 5
	for n := 1; ; n++ { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if n >= limit {
			return code
		}
		c.Pause(ctx, 1)
	}
}

// Most allows a number to each class.
func Most(ctx context.Context, c *api.Client, m api.Message) error {
	for n := 0; ; n++ {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		var most int
		switch {
		case code == codes.ResponseThrottlingRateExceeded:
			most = 10
		case code.Retryable():
			most = 3
		}
		if n >= most {
			return code
		}
	}
}

// Raised allows another round where it may pass.
func Raised(ctx context.Context, c *api.Client, m api.Message) error {
	limit := 1
	for n := 0; n < limit; n++ {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if code.Retryable() {
			limit = 5
		}
	}
	return errRefused
}

// Slower waits longer where the API asks for it, and gives up when that is too long; nobody knows when, but what is
// refused comes back before.
func Slower(ctx context.Context, c *api.Client, m api.Message) error {
	wait := 1
	for wait < 8 { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if code == codes.ResponseThrottlingRateExceeded {
			wait *= 2
		}
		wait++
		c.Pause(ctx, wait)
	}
	return errRefused
}

// retryAt tells when to send again; never is the zero time.
func retryAt(c *api.Client, code codes.ResponseCode) time.Time {
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		return time.Now().Add(c.Unit)
	case codes.ResponseSystemError:
		return time.Now().Add(2 * c.Unit)
	}
	return time.Time{}
}

// Timed goes on when it is time.
func Timed(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		at := retryAt(c, code)
		if at.IsZero() {
			return code
		}
		time.Sleep(time.Until(at))
	}
}
