// Package nats takes messages from NATS.
package nats

import (
	"context"
	"encoding/json"

	"github.com/nats-io/nats.go"

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

// Nak gives back what was not sent.
func Nak(ctx context.Context, c *api.Client) nats.MsgHandler {
	return func(msg *nats.Msg) {
		var m api.Message
		if json.Unmarshal(msg.Data, &m) != nil {
			_ = msg.Term()
			return
		}
		code, err := send(ctx, c, m)
		if err != nil || code != codes.ResponseSuccess {
			_ = msg.Nak() // want "and 10 more of class never"
			return
		}
		_ = msg.Ack()
	}
}

// Term ends what will not pass.
func Term(ctx context.Context, c *api.Client) nats.MsgHandler {
	return func(msg *nats.Msg) {
		var m api.Message
		if json.Unmarshal(msg.Data, &m) != nil {
			_ = msg.Term()
			return
		}
		code, err := send(ctx, c, m)
		switch {
		case err != nil, code.Retryable():
			_ = msg.Nak()
		case code == codes.ResponseSuccess:
			_ = msg.Ack()
		default:
			_ = msg.Term()
		}
	}
}
