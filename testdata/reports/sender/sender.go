// Package sender sends messages for other packages.
package sender

import (
	"context"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Sender sends by a client.
type Sender struct{ API *api.Client }

// Deliver sends a message, and returns its id.
func (s *Sender) Deliver(ctx context.Context, m api.Message) (string, error) {
	var r struct {
		Code      codes.ResponseCode `json:"responseCode"`
		MessageID string             `json:"messageId"`
	}
	if err := s.API.Post(ctx, "/sms", m, &r); err != nil {
		return "", err
	}
	if r.Code != codes.ResponseSuccess {
		return "", fmt.Errorf("message to %s: %w", m.To, r.Code)
	}
	return r.MessageID, nil
}
