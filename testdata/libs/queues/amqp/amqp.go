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
