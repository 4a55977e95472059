// Package worker takes messages from Google Pub/Sub.
package worker

import (
	"context"
	"encoding/json"
	"log"

	"cloud.google.com/go/pubsub/v2"

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

// Nack gives back what was not sent.
func Nack(ctx context.Context, c *api.Client, sub *pubsub.Subscriber) error {
	return sub.Receive(ctx, func(ctx context.Context, msg *pubsub.Message) {
		var m api.Message
		if json.Unmarshal(msg.Data, &m) != nil {
			msg.Ack()
			return
		}
		code, err := send(ctx, c, m)
		if err != nil || code != codes.ResponseSuccess {
			msg.Nack() // want "this has the same request sent again .line 35. for 1 InvalidCredentials, .* and 10 more of class never"
			return
		}
		msg.Ack()
	})
}

// Ack drops what will not pass.
func Ack(ctx context.Context, c *api.Client, sub *pubsub.Subscriber) error {
	return sub.Receive(ctx, func(ctx context.Context, msg *pubsub.Message) {
		var m api.Message
		if json.Unmarshal(msg.Data, &m) != nil {
			msg.Ack()
			return
		}
		code, err := send(ctx, c, m)
		switch {
		case err != nil, code.Retryable():
			msg.Nack()
		case code == codes.ResponseSuccess:
			msg.Ack()
		default:
			log.Printf("message %s is dropped: %v", msg.ID, code)
			msg.Ack()
		}
	})
}

// A worker handles messages in a method of its own.
type worker struct{ api *api.Client }

func (w *worker) handle(ctx context.Context, msg *pubsub.Message) {
	code, err := send(ctx, w.api, api.Message{Text: string(msg.Data)})
	if err != nil {
		msg.Nack()
		return
	}
	switch code {
	case codes.ResponseSuccess:
		msg.Ack()
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSpamThresholdExceeded:
		result := msg.NackWithResult() // want "for 19 SpamThresholdExceeded of class never"
		if _, err := result.Get(ctx); err != nil {
			log.Print(err)
		}
	default:
		msg.Ack()
	}
}

// Method leaves it to a method.
func Method(ctx context.Context, c *api.Client, sub *pubsub.Subscriber) error {
	w := &worker{c}
	return sub.Receive(ctx, w.handle)
}
