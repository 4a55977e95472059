package amqp

import (
	"context"
	"encoding/json"
	"errors"
	"log"

	"github.com/rabbitmq/amqp091-go"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// settleBy acknowledges what went well, and gives everything else back.
func settleBy(d amqp091.Delivery, err *error) {
	if *err == nil {
		_ = d.Ack(false)
		return
	}
	log.Printf("%s: %v", d.MessageId, *err)
	_ = d.Nack(false, true)
}

// ByAddress has the delivery settled when it has come to its end.
func ByAddress(ctx context.Context, c *api.Client, d amqp091.Delivery) (err error) {
	defer settleBy(d, &err) // want "and 9 more of class never"
	var m api.Message
	if err = json.Unmarshal(d.Body, &m); err != nil {
		return err
	}
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if code == codes.ResponseInvalidRecipient {
		log.Printf("%s: %v", m.To, code)
		return nil
	}
	return code.Err()
}

// ByAddressPassing returns an error for what may pass.
func ByAddressPassing(ctx context.Context, c *api.Client, d amqp091.Delivery) (err error) {
	defer settleBy(d, &err)
	code, err := send(ctx, c, api.Message{Text: string(d.Body)})
	if err != nil || code.Retryable() {
		return errors.Join(err, code.Err())
	}
	log.Print(code)
	return nil
}

// ByAddressForgotten forgets what will not pass, in the end.
func ByAddressForgotten(ctx context.Context, c *api.Client, d amqp091.Delivery) (err error) {
	defer settleBy(d, &err)
	defer func() {
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			err = nil
		}
	}()
	code, err := send(ctx, c, api.Message{Text: string(d.Body)})
	if err != nil {
		return err
	}
	return code.Err()
}

// settlePassing gives back what may pass.
func settlePassing(d amqp091.Delivery, err *error) {
	var code codes.ResponseCode
	if *err != nil && (!errors.As(*err, &code) || code.Retryable()) {
		_ = d.Nack(false, true)
		return
	}
	_ = d.Ack(false)
}

// ByAddressAsked leaves it to the function that settles.
func ByAddressAsked(ctx context.Context, c *api.Client, d amqp091.Delivery) (err error) {
	defer settlePassing(d, &err)
	code, err := send(ctx, c, api.Message{Text: string(d.Body)})
	if err != nil {
		return err
	}
	return code.Err()
}
