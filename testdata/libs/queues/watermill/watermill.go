// Package watermill handles messages of a router.
package watermill

import (
	"context"
	"encoding/json"
	"log"

	"github.com/ThreeDotsLabs/watermill/message"

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

// Handler sends messages.
type Handler struct{ API *api.Client }

// Any fails for every code.
func (h *Handler) Any(msg *message.Message) error {
	var m api.Message
	if err := json.Unmarshal(msg.Payload, &m); err != nil {
		return err
	}
	code, err := send(msg.Context(), h.API, m)
	if err != nil {
		return err
	}
	return code.Err() // want "redeliver.*and 10 more of class never|and 10 more of class never"
}

// Passing fails for what passes.
func (h *Handler) Passing(msg *message.Message) error {
	var m api.Message
	if err := json.Unmarshal(msg.Payload, &m); err != nil {
		return err
	}
	code, err := send(msg.Context(), h.API, m)
	if err != nil {
		return err
	}
	if code.Retryable() {
		return code
	}
	if code != codes.ResponseSuccess {
		log.Printf("lost %s: %v", msg.UUID, code)
	}
	return nil
}
