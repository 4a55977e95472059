// Package poisoned has a router put what cannot be sent into a queue of its own.
package poisoned

import (
	"context"
	"encoding/json"

	"github.com/ThreeDotsLabs/watermill/message"
	"github.com/ThreeDotsLabs/watermill/message/router/middleware"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Handler sends messages.
type Handler struct{ API *api.Client }

// Send fails for every code: nothing comes back for it.
func (h *Handler) Send(msg *message.Message) error {
	var m api.Message
	if err := json.Unmarshal(msg.Payload, &m); err != nil {
		return err
	}
	code, err := send(msg.Context(), h.API, m)
	if err != nil {
		return err
	}
	return code.Err()
}

// Refused gives it back all the same.
func (h *Handler) Refused(msg *message.Message) {
	code, err := send(msg.Context(), h.API, api.Message{Text: string(msg.Payload)})
	if err != nil || code != codes.ResponseSuccess {
		msg.Nack() // want "and 10 more of class never"
		return
	}
	msg.Ack()
}

// Route adds the handler, and the queue for what it refuses.
func Route(r *message.Router, pub message.Publisher, sub message.Subscriber, c *api.Client) error {
	poison, err := middleware.PoisonQueue(pub, "sms.refused")
	if err != nil {
		return err
	}
	h := &Handler{API: c}
	r.AddMiddleware(poison)
	r.AddNoPublisherHandler("sms", "sms", sub, h.Send)
	return nil
}
