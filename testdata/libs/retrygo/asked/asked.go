// Package asked hands predicates to other packages' functions around retry-go.
package asked

import (
	"context"
	"errors"

	"github.com/avast/retry-go/v4"

	"example.test/libs/api"
	"example.test/libs/retrygo/retryutil"
	"github.com/errcodelint/errcodelint/codes"
)

// A client sends, and knows what is worth another try.
type client struct{ api *api.Client }

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func (cl *client) send(ctx context.Context, m api.Message) error {
	var r reply
	if err := cl.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

func (cl *client) passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

func (cl *client) wanted(err error) bool { return !errors.Is(err, context.Canceled) }

// ByMethod asks a method whether somebody has given up.
func ByMethod(ctx context.Context, c *api.Client, m api.Message) error {
	cl := &client{c}
	return retry.Do(func() error { return cl.send(ctx, m) }, // want "and 10 more of class never"
		retry.Attempts(4), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(cl.wanted))
}

// ByMethodPassing asks one for the code.
func ByMethodPassing(ctx context.Context, c *api.Client, m api.Message) error {
	cl := &client{c}
	return retry.Do(func() error { return cl.send(ctx, m) },
		retry.Attempts(4), retry.Delay(c.Unit), retry.MaxJitter(1), retry.RetryIf(cl.passes))
}

// Elsewhere has another package do so.
func Elsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	cl := &client{c}
	return retryutil.If(ctx, c.Unit, cl.wanted, func() error { return cl.send(ctx, m) }) // want "and 10 more of class never"
}

// ElsewherePassing asks for the code.
func ElsewherePassing(ctx context.Context, c *api.Client, m api.Message) error {
	cl := &client{c}
	return retryutil.If(ctx, c.Unit, cl.passes, func() error { return cl.send(ctx, m) })
}

// ElsewhereHopeful takes a code for what it is not.
func ElsewhereHopeful(ctx context.Context, c *api.Client, m api.Message) error {
	cl := &client{c}
	return retryutil.If(ctx, c.Unit, func(err error) bool {
		return cl.passes(err) || errors.Is(err, codes.ResponseInvalidRecipient) // want "11 InvalidRecipient of class never"
	}, func() error { return cl.send(ctx, m) })
}

// ask sends as long as a function says so.
func ask(c *api.Client, again func(error) bool, f func() error) error {
	return retry.Do(f, retry.RetryIf(again), retry.Delay(c.Unit), retry.MaxJitter(1))
}

// Here has a function of this package do so.
func Here(ctx context.Context, c *api.Client, m api.Message) error {
	cl := &client{c}
	return ask(c, cl.wanted, func() error { return cl.send(ctx, m) }) // want "and 10 more of class never"
}

// HerePassing asks for the code.
func HerePassing(ctx context.Context, c *api.Client, m api.Message) error {
	cl := &client{c}
	return ask(c, cl.passes, func() error { return cl.send(ctx, m) })
}
