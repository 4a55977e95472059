// Package bound hands methods to helpers that call them again.
package bound

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// retry calls a function again while it fails.
func retry(ctx context.Context, call func(context.Context) error) error {
	var err error
	for range 4 {
		if err = call(ctx); err == nil {
			return nil
		}
		time.Sleep(time.Microsecond)
	}
	return err
}

// retryWith calls one again with what it gets.
func retryWith[T any](ctx context.Context, with T, call func(T, context.Context) error) error {
	var err error
	for range 4 {
		if err = call(with, ctx); err == nil {
			return nil
		}
		time.Sleep(time.Microsecond)
	}
	return err
}

// retryFrom has another sender for each try.
func retryFrom(ctx context.Context, m api.Message, senders []string, call func(context.Context, api.Message) error) error {
	var err error
	for i := range 2 {
		m.From = senders[i]
		if err = call(ctx, m); err == nil {
			return nil
		}
	}
	return err
}

// A notice is a message that is to be sent.
type notice struct {
	api     *api.Client
	message api.Message
	deliver func(context.Context) error
	confirm func(context.Context) error
}

// send fails for every code.
func (n *notice) send(ctx context.Context) error {
	var r reply
	if err := n.api.Post(ctx, "/sms", n.message, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// settle fails for what may pass.
func (n *notice) settle(ctx context.Context) error {
	var r reply
	if err := n.api.Post(ctx, "/sms", n.message, &r); err != nil {
		return err
	}
	if r.Code.Retryable() {
		return r.Code
	}
	return nil
}

// Variable has the method in a variable.
func Variable(ctx context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	send := n.send
	return retry(ctx, send) // want "and 10 more of class never"
}

// VariableSettles has one there that fails for what may pass.
func VariableSettles(ctx context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	settle := n.settle
	return retry(ctx, settle)
}

// Expression hands on the method without its value.
func Expression(ctx context.Context, c *api.Client, m api.Message) error {
	return retryWith(ctx, &notice{api: c, message: m}, (*notice).send) // want "and 10 more of class never"
}

// ExpressionSettles does so with the other one.
func ExpressionSettles(ctx context.Context, c *api.Client, m api.Message) error {
	return retryWith(ctx, &notice{api: c, message: m}, (*notice).settle)
}

// Field has the method in a field.
func Field(ctx context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	n.deliver = n.send
	return retry(ctx, n.deliver) // want "and 10 more of class never"
}

// FieldSettles has the other one in another field.
func FieldSettles(ctx context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	n.confirm = n.settle
	return retry(ctx, n.confirm)
}

// A job is what a worker does.
type job struct {
	name string
	run  func(context.Context) error
}

// Job has it in the literal of a struct.
func Job(ctx context.Context, c *api.Client, m api.Message) error {
	j := job{m.To, (&notice{api: c, message: m}).send}
	return retry(ctx, j.run) // want "and 10 more of class never"
}

// Chosen has one of two in a variable.
func Chosen(ctx context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	call := n.settle
	if c == nil {
		call = n.send
	}
	return retry(ctx, call)
}

// A client sends what it gets.
type client struct{ api *api.Client }

func (c *client) send(ctx context.Context, m api.Message) error {
	return (&notice{api: c.api, message: m}).send(ctx)
}

// A gateway sends a message.
type gateway interface {
	send(ctx context.Context, m api.Message) error
}

// retryMessage calls a function again with a message.
func retryMessage(ctx context.Context, m api.Message, call func(context.Context, api.Message) error) error {
	var err error
	for attempt := 0; attempt < 4; attempt++ {
		if err = call(ctx, m); err == nil {
			break
		}
	}
	return err
}

// Message hands on a method that gets the message from the helper.
func Message(ctx context.Context, c *api.Client, m api.Message) error {
	return retryMessage(ctx, m, (&client{c}).send) // want "and 10 more of class never"
}

// Gateway hands on an interface's.
func Gateway(ctx context.Context, c *api.Client, m api.Message) error {
	var g gateway = &client{c}
	return retryMessage(ctx, m, g.send) // want "and 10 more of class never"
}

// Senders has another sender each time.
func Senders(ctx context.Context, c *api.Client, m api.Message) error {
	return retryFrom(ctx, m, []string{m.From, "SHOP2"}, (&client{c}).send)
}
