// Package amqp takes messages from RabbitMQ.
package amqp

import (
	"context"
	"encoding/json"

	amqp "github.com/rabbitmq/amqp091-go"

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

// Requeue puts back what was not sent.
func Requeue(ctx context.Context, c *api.Client, deliveries <-chan amqp.Delivery) error {
	for d := range deliveries {
		var m api.Message
		if err := json.Unmarshal(d.Body, &m); err != nil {
			return d.Reject(false)
		}
		code, err := send(ctx, c, m)
		if err != nil {
			return d.Nack(false, true)
		}
		if code != codes.ResponseSuccess {
			if err := d.Nack(false, true); err != nil { // want "and 10 more of class never"
				return err
			}
			continue
		}
		if err := d.Ack(false); err != nil {
			return err
		}
	}
	return nil
}

// DeadLetter puts back what may pass, and the rest aside.
func DeadLetter(ctx context.Context, c *api.Client, deliveries <-chan amqp.Delivery) error {
	for d := range deliveries {
		var m api.Message
		if err := json.Unmarshal(d.Body, &m); err != nil {
			return d.Reject(false)
		}
		code, err := send(ctx, c, m)
		switch {
		case err != nil, code.Retryable():
			err = d.Nack(false, true)
		case code == codes.ResponseSuccess:
			err = d.Ack(false)
		default:
			err = d.Nack(false, false)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// RequeueBut knows one recipient that is wrong.
func RequeueBut(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return d.Nack(false, true)
	}
	if code == codes.ResponseSuccess {
		return d.Ack(false)
	}
	return d.Nack(false, code != codes.ResponseInvalidRecipient) // want "and 9 more of class never"
}

// RequeueSome takes back what passes, and what has no route.
func RequeueSome(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	back := err != nil || code.Retryable() || code == codes.ResponseCouldNotRoute
	if code != codes.ResponseSuccess {
		return d.Reject(back) // want "for 10 CouldNotRoute of class never"
	}
	return d.Ack(false)
}

// RequeuePassing takes back what passes.
func RequeuePassing(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	if err == nil && code == codes.ResponseSuccess {
		return d.Ack(false)
	}
	return d.Nack(false, err != nil || code.Retryable())
}

// RequeueOnce takes back what has not been there before, whatever it is: how often, the codes
// do not say.
func RequeueOnce(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	if err == nil && code == codes.ResponseSuccess {
		return d.Ack(false)
	}
	return d.Nack(false, !d.Redelivered)
}

// RequeueListed asks a list in a loop of its own.
func RequeueListed(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	if err == nil && code == codes.ResponseSuccess {
		return d.Ack(false)
	}
	back := err != nil
	for _, passes := range []codes.ResponseCode{codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure} {
		if code == passes {
			back = true
		}
	}
	return d.Nack(false, back)
}

// again says what goes back to the queue.
func again(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSpamThresholdExceeded: // want "19 SpamThresholdExceeded"
		return true
	}
	return false
}

// RequeueAsked asks a function.
func RequeueAsked(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	switch {
	case err != nil:
		return d.Nack(false, true)
	case code == codes.ResponseSuccess:
		return d.Ack(false)
	}
	return d.Nack(false, again(code))
}
