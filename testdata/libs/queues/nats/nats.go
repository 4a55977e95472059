// Package nats takes messages from NATS.
package nats

import (
	"context"
	"encoding/json"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"

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

// Sender has the message sent from another sender when it is delivered again, if this one is refused.
func Sender(ctx context.Context, c *api.Client, senders jetstream.KeyValue) jetstream.MessageHandler {
	return func(msg jetstream.Msg) {
		var m api.Message
		if json.Unmarshal(msg.Data(), &m) != nil {
			_ = msg.Term()
			return
		}
		if known, err := senders.Get(ctx, m.To); err == nil {
			m.From = string(known.Value())
		}
		code, err := send(ctx, c, m)
		switch {
		case err != nil, code.Retryable():
			_ = msg.Nak()
		case code == codes.ResponseInvalidAlphanumericOriginator:
			_, _ = senders.PutString(ctx, m.To, "12345")
			_ = msg.Nak()
		default:
			_ = msg.Ack()
		}
	}
}

// Counted counts what it gives back: that makes no other request.
func Counted(ctx context.Context, c *api.Client, failures jetstream.KeyValue) jetstream.MessageHandler {
	return func(msg jetstream.Msg) {
		var m api.Message
		if json.Unmarshal(msg.Data(), &m) != nil {
			_ = msg.Term()
			return
		}
		code, err := send(ctx, c, m)
		switch {
		case err != nil, code.Retryable():
			_ = msg.Nak()
		case code != codes.ResponseSuccess:
			_, _ = failures.PutString(ctx, m.To, code.String())
			_ = msg.InProgress()
			_ = msg.Nak() // want "and 10 more of class never"
		default:
			_ = msg.Ack()
		}
	}
}

// A Session is an account's client, and its token.
type Session struct {
	API   *api.Client
	token string
}

func (s *Session) login(ctx context.Context) error {
	var r struct {
		Token string `json:"token"`
	}
	err := s.API.Post(ctx, "/login", nil, &r)
	s.token = r.Token
	return err
}

func (s *Session) send(ctx context.Context, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := s.API.Post(ctx, "/sms?token="+s.token, m, &r)
	return r.Code, err
}

// Handle logs in again before the message comes back.
func (s *Session) Handle(msg jetstream.Msg) {
	var m api.Message
	if json.Unmarshal(msg.Data(), &m) != nil {
		_ = msg.Term()
		return
	}
	code, err := s.send(context.Background(), m)
	switch {
	case err != nil, code.Retryable():
		_ = msg.Nak()
	case code == codes.ResponseInvalidCredentials:
		_ = s.login(context.Background())
		_ = msg.Nak()
	default:
		_ = msg.Ack()
	}
}
