package elsewhere

import (
	"context"

	"example.test/libs/api"
	"example.test/libs/backoff/service"
	"github.com/errcodelint/errcodelint/codes"
)

// Insisted has another package between itself and the one that knows the library.
func Insisted(ctx context.Context, c *api.Client, m api.Message) error {
	return service.Insist(ctx, c.Unit, func(ctx context.Context) error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// InsistedStops marks what stays.
func InsistedStops(ctx context.Context, c *api.Client, m api.Message) error {
	return service.Insist(ctx, c.Unit, func(ctx context.Context) error {
		err := send(ctx, c, m)
		if code, ok := err.(codes.ResponseCode); ok && !code.Retryable() {
			return service.Stop(err)
		}
		return err
	})
}

// Fetched has the code as a result, too.
func Fetched(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := service.Fetch(ctx, c.Unit, func() (codes.ResponseCode, error) { // want "and 10 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return 0, err
		}
		return r.Code, r.Code.Err()
	})
	return err
}

// FetchedOnly has no other result.
func FetchedOnly(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := service.Fetch(ctx, c.Unit, func() (reply, error) {
		var r reply
		err := c.Post(ctx, "/sms", m, &r)
		return r, err
	})
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// Attempted tries once.
func Attempted(ctx context.Context, c *api.Client, m api.Message) error {
	return service.Attempt(func() error { return send(ctx, c, m) })
}
