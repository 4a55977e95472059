package app

import (
	"encoding/json"

	amqp "github.com/rabbitmq/amqp091-go"
)

// A broker has one message, which it delivers until it is settled, four times at most.
type broker struct {
	body      []byte
	out       chan amqp.Delivery
	delivered int
}

func newBroker(message any) (*broker, error) {
	body, err := json.Marshal(message)
	b := &broker{body: body, out: make(chan amqp.Delivery, 1)}
	b.deliver()
	return b, err
}

func (b *broker) deliver() {
	b.delivered++
	b.out <- amqp.Delivery{Acknowledger: b, Body: b.body, Redelivered: b.delivered > 1}
}

func (b *broker) settle(again bool) error {
	if again && b.delivered < 4 {
		b.deliver()
	} else {
		close(b.out)
	}
	return nil
}

// Ack settles the message.
func (b *broker) Ack(uint64, bool) error { return b.settle(false) }

// Nack delivers it again, or puts it aside.
func (b *broker) Nack(_ uint64, _, requeue bool) error { return b.settle(requeue) }

// Reject does the same.
func (b *broker) Reject(_ uint64, requeue bool) error { return b.settle(requeue) }
