package nats

import (
	"context"
	"encoding/json"
	"log"

	"github.com/nats-io/nats.go"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// attempt sends a message once, and fails for every code.
func attempt(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Deferred gives back in the end what was not sent.
func Deferred(ctx context.Context, c *api.Client, msg *nats.Msg) (err error) {
	defer func() {
		if err != nil {
			err = msg.Nak() // want "and 10 more of class never"
			return
		}
		err = msg.Ack()
	}()
	var m api.Message
	if err := json.Unmarshal(msg.Data, &m); err != nil {
		return msg.Term()
	}
	return attempt(ctx, c, m)
}

// DeferredVariable has the error in a variable.
func DeferredVariable(ctx context.Context, c *api.Client, msg *nats.Msg, m api.Message) {
	var code codes.ResponseCode
	var err error
	defer func() {
		if err != nil || code != codes.ResponseSuccess {
			msg.Nak() // want "and 10 more of class never"
		} else {
			msg.Ack()
		}
	}()
	code, err = send(ctx, c, m)
}

// DeferredFinal ends what stays.
func DeferredFinal(ctx context.Context, c *api.Client, msg *nats.Msg, m api.Message) (err error) {
	var code codes.ResponseCode
	defer func() {
		switch {
		case err != nil || code.Retryable():
			msg.Nak()
		case code == codes.ResponseSuccess:
			msg.Ack()
		default:
			msg.Term()
		}
	}()
	code, err = send(ctx, c, m)
	return err
}

// DeferredSettled returns an error for what may pass alone.
func DeferredSettled(ctx context.Context, c *api.Client, msg *nats.Msg, m api.Message) (err error) {
	defer func() {
		if err != nil {
			msg.Nak()
		} else {
			msg.Ack()
		}
	}()
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if code.Retryable() {
		return code
	}
	if code != codes.ResponseSuccess {
		log.Printf("refused: %v", code)
	}
	return nil
}

// DeferredPanic gives back where something went wrong in here.
func DeferredPanic(ctx context.Context, c *api.Client, msg *nats.Msg, m api.Message) {
	defer func() {
		if r := recover(); r != nil {
			msg.Nak()
		}
	}()
	if code, err := send(ctx, c, m); err == nil && code != codes.ResponseSuccess {
		msg.Term()
		return
	}
	msg.Ack()
}

// A policy says what is tried again.
type policy interface{ Again(error) bool }

// DeferredAsked asks somebody who is not known.
func DeferredAsked(ctx context.Context, c *api.Client, msg *nats.Msg, m api.Message, p policy) (err error) {
	defer func() {
		if err != nil && p.Again(err) {
			msg.Nak()
		}
	}()
	return attempt(ctx, c, m)
}

// settle gives back what failed.
func settle(msg *nats.Msg, err error) {
	if err != nil {
		log.Print(err)
		msg.Nak()
		return
	}
	msg.Ack()
}

// SettledInTheEnd has a function do so in the end.
func SettledInTheEnd(ctx context.Context, c *api.Client, msg *nats.Msg, m api.Message) (err error) {
	defer func() {
		settle(msg, err) // want "and 10 more of class never"
	}()
	return attempt(ctx, c, m)
}

// Settled has it do so at once, for what it may.
func Settled(ctx context.Context, c *api.Client, msg *nats.Msg, m api.Message) {
	err := attempt(ctx, c, m)
	settle(msg, err) // want "and 10 more of class never"
}

// SettledPassing has it do so for what may pass.
func SettledPassing(ctx context.Context, c *api.Client, msg *nats.Msg, m api.Message) error {
	code, err := send(ctx, c, m)
	if err == nil && code.Retryable() {
		err = code
	}
	settle(msg, err)
	return err
}
