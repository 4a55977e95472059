package amqp

import (
	"context"
	"log"

	amqp "github.com/rabbitmq/amqp091-go"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// giveBack says so in the log if it cannot.
func giveBack(d amqp.Delivery, requeue bool) {
	log.Printf("given back: %d", d.DeliveryTag)
	if err := d.Nack(false, requeue); err != nil {
		log.Print(err)
	}
}

func bury(d amqp.Delivery) { giveBack(d, false) }

// RequeueByHelper has a function put back what was not sent.
func RequeueByHelper(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	switch {
	case err != nil:
		giveBack(d, true)
	case code == codes.ResponseSuccess:
		return d.Ack(false)
	case code == codes.ResponseInvalidRecipient:
		bury(d)
	default:
		giveBack(d, true) // want "and 9 more of class never"
	}
	return nil
}

// RequeuePassingByHelper has it put back what passes.
func RequeuePassingByHelper(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	if err == nil && code == codes.ResponseSuccess {
		return d.Ack(false)
	}
	giveBack(d, err != nil || code.Retryable())
	return nil
}

// first gives back what comes for the first time.
func first(d amqp.Delivery) error {
	if d.Redelivered {
		return d.Ack(false)
	}
	return d.Nack(false, true)
}

// RequeueFirst has it do so: how often, the codes do not say.
func RequeueFirst(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	if err == nil && code == codes.ResponseSuccess {
		return d.Ack(false)
	}
	return first(d)
}

// settle puts back what is to be tried again, and confirms the rest.
func settle(d amqp.Delivery, again bool) bool {
	settled := again && d.Nack(false, true) == nil || d.Ack(false) == nil
	return settled
}

// Settled has it do so.
func Settled(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	switch {
	case err != nil:
		return d.Nack(false, true)
	case code == codes.ResponseSuccess:
		return d.Ack(false)
	}
	if !settle(d, code.Retryable()) {
		log.Printf("lost: %d", d.DeliveryTag)
	}
	return nil
}

// giveUp puts back whatever it is, and says whether it could.
func giveUp(d amqp.Delivery) bool {
	gone := d.Nack(false, true) == nil && !d.Redelivered
	return gone
}

// GivenUp has it do so.
func GivenUp(ctx context.Context, c *api.Client, d amqp.Delivery, m api.Message) error {
	code, err := send(ctx, c, m)
	if err == nil && code == codes.ResponseSuccess {
		return d.Ack(false)
	}
	if !giveUp(d) { // want "and 10 more of class never"
		log.Printf("twice: %d", d.DeliveryTag)
	}
	return nil
}
