// Package decorated has functions made of others, which call those again.
package decorated

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"example.test/programs/retriedcode/retrying"
	"github.com/errcodelint/errcodelint/codes"
)

// A sender sends a message.
type sender func(ctx context.Context, c *api.Client, m api.Message) error

// untilSent returns a sender that tries another one until it succeeds.
func untilSent(next sender, n int) sender {
	return func(ctx context.Context, c *api.Client, m api.Message) error {
		var err error
		for range n {
			if err = next(ctx, c, m); err == nil {
				return nil
			}
			log.Printf("to %s: %v", m.To, err)
			time.Sleep(c.Unit)
		}
		return err
	}
}

// Decorated sends by a function that is made of one of its own package.
func Decorated(ctx context.Context, c *api.Client, m api.Message) error {
	send := untilSent(deliver, 4) // want "and 10 more of class never"
	return send(ctx, c, m)
}

func deliver(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Theirs sends by a function that is made of another package's.
func Theirs(ctx context.Context, c *api.Client, m api.Message) error {
	send := untilSent(client.Wrapped, 4) // want "and 10 more of class never"
	return send(ctx, c, m)
}

// whileWorth returns a sender that tries another one as long as that is worth it.
func whileWorth(next sender, n int) sender {
	return func(ctx context.Context, c *api.Client, m api.Message) error {
		var err error
		for range n {
			err = next(ctx, c, m)
			var code codes.ResponseCode
			if err == nil || errors.As(err, &code) && !code.Retryable() {
				return err
			}
		}
		return err
	}
}

// TheirsPassing sends by one that looks at the code.
func TheirsPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return whileWorth(client.Wrapped, 4)(ctx, c, m)
}

// bounded returns a sender that has a helper try another one.
func bounded(next sender) sender {
	return func(ctx context.Context, c *api.Client, m api.Message) error {
		return retrying.Calls(4, func(ctx context.Context) error { return next(ctx, c, m) })
	}
}

// ByHelper sends by a function that hands on to a helper.
func ByHelper(ctx context.Context, c *api.Client, m api.Message) error {
	send := bounded(func(ctx context.Context, c *api.Client, m api.Message) error { // want "and 10 more of class never"
		return client.Wrapped(ctx, c, m)
	})
	return send(ctx, c, m)
}

// each returns a sender that sends to several.
func each(next sender, to ...string) sender {
	return func(ctx context.Context, c *api.Client, m api.Message) error {
		for _, m.To = range to {
			if err := next(ctx, c, m); err == nil {
				return nil
			}
		}
		return errors.New("nobody gets it")
	}
}

// Others sends to somebody else each time.
func Others(ctx context.Context, c *api.Client, m api.Message) error {
	return each(client.Wrapped, "+4512345678", "+4587654321")(ctx, c, m)
}

// Ordered has another package's method called again by another package's function.
func Ordered(ctx context.Context, c *api.Client, m api.Message) error {
	order := &client.Order{Client: c, Message: m}
	return retrying.Again(order.Send, 4)(ctx) // want "and 10 more of class never"
}

// OrderedKept has one called that fails for what may pass.
func OrderedKept(ctx context.Context, c *api.Client, m api.Message) error {
	order := &client.Order{Client: c, Message: m}
	return errors.Join(retrying.Again(order.SendPassing, 4)(ctx), order.Refused)
}

// OrderedByHelper has one called by a helper that leaves for errors of its own.
func OrderedByHelper(ctx context.Context, c *api.Client, m api.Message) error {
	order := &client.Order{Client: c, Message: m}
	return retrying.Calls(4, order.Send) // want "and 10 more of class never"
}
