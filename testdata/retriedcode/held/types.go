package held

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A poster is a function with a name for its type, as middleware has.
type poster func(ctx context.Context, m api.Message) (*reply, error)

func posting(c *api.Client) poster {
	return func(ctx context.Context, m api.Message) (*reply, error) {
		r := new(reply)
		if err := c.Post(ctx, "/sms", m, r); err != nil {
			return nil, err
		}
		return r, nil
	}
}

// Typed goes on after whatever has gone wrong. Where there was an error, there is no reply to ask.
func Typed(ctx context.Context, c *api.Client, m api.Message) (last error) {
	send := posting(c)
tries:
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r, err := send(ctx, m)
		switch {
		case err != nil:
			last = err
		case r.Code == codes.ResponseSuccess:
			last = nil
			break tries
		default:
			last = r.Code
		}
		time.Sleep(c.Unit)
	}
	return last
}

// TypedPassing goes on after what may pass.
func TypedPassing(ctx context.Context, c *api.Client, m api.Message) (last error) {
	send := posting(c)
	for range maxTries {
		r, err := send(ctx, m)
		if err == nil {
			err = r.Code.Err()
		}
		if last = err; err == nil || !retryable(err) {
			break
		}
		time.Sleep(c.Unit)
	}
	return last
}

// TypedReply asks for the error before it looks at the reply.
func TypedReply(ctx context.Context, c *api.Client, m api.Message) error {
	send := posting(c)
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r, err := send(ctx, m)
		switch {
		case err != nil:
			return err
		case r.Code == codes.ResponseSuccess:
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// TypedAlone asks for both at once.
func TypedAlone(ctx context.Context, c *api.Client, m api.Message) error {
	send := posting(c)
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r, err := send(ctx, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}
