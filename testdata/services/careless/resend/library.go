package resend

import (
	"context"
	"encoding/json"

	"github.com/cenkalti/backoff/v5"
	amqp "github.com/rabbitmq/amqp091-go"

	"example.test/programs/services/careless/geniq"
	"github.com/errcodelint/errcodelint/codes"
)

// Backed leaves it to a library, without a word about what stays.
func (r *Resender) Backed(ctx context.Context, m geniq.Message) error {
	_, err := backoff.Retry(ctx, func() (geniq.Receipt, error) { // want "retriedcode: this call .*and 10 more of class never"
		receipt, err := r.api.Submit(ctx, m)
		if err != nil {
			return receipt, backoff.Permanent(err)
		}
		return receipt, receipt.ResponseCode.Err()
	}, backoff.WithBackOff(new(backoff.ZeroBackOff)), backoff.WithMaxTries(tries))
	return err
}

// Work takes messages from a queue, and puts back what was not sent.
func (r *Resender) Work(ctx context.Context, deliveries <-chan amqp.Delivery) error {
	for d := range deliveries {
		var m geniq.Message
		if err := json.Unmarshal(d.Body, &m); err != nil {
			return d.Reject(false)
		}
		receipt, err := r.api.Submit(ctx, m)
		switch {
		case err != nil:
			err = d.Reject(false)
		case receipt.ResponseCode == codes.ResponseSuccess:
			err = d.Ack(false)
		default:
			err = d.Nack(false, true) // want "retriedcode: .*and 10 more of class never"
		}
		if err != nil {
			return err
		}
	}
	return nil
}
