package resend

import (
	"context"
	"encoding/json"

	"github.com/cenkalti/backoff/v5"
	amqp "github.com/rabbitmq/amqp091-go"

	"example.test/programs/services/careful/msgapi"
)

// Backed leaves it to a library, and tells it what stays.
func (r *Resender) Backed(ctx context.Context, m msgapi.SMS) error {
	_, err := backoff.Retry(ctx, func() (struct{}, error) {
		code, err := r.submit(ctx, m)
		switch {
		case err != nil:
			return struct{}{}, backoff.Permanent(err)
		case code.Retryable():
			return struct{}{}, code
		}
		return struct{}{}, permanent(code.Err())
	}, backoff.WithBackOff(new(backoff.ZeroBackOff)), backoff.WithMaxTries(tries))
	return err
}

func permanent(err error) error {
	if err == nil {
		return nil
	}
	return backoff.Permanent(err)
}

// Work takes messages from a queue, puts back what may pass, and the rest aside.
func (r *Resender) Work(ctx context.Context, deliveries <-chan amqp.Delivery) error {
	for d := range deliveries {
		var m msgapi.SMS
		if err := json.Unmarshal(d.Body, &m); err != nil {
			return d.Reject(false)
		}
		code, err := r.submit(ctx, m)
		switch {
		case err == nil && code.Retryable():
			err = d.Nack(false, true)
		case err == nil && code.Err() == nil:
			err = d.Ack(false)
		default:
			err = d.Reject(false)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
