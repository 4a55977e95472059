// Package loops sends messages, and sends them again: every way in which a
// function can go back to where it came from.
package loops

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 5

var errGivenUp = errors.New("given up")

// reply is what the API says to a message.
type reply struct {
	Code      codes.ResponseCode `json:"responseCode"`
	MessageID string             `json:"messageId"`
}

// send sends a message once. The error is the transport's.
func send(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	var r reply
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return r, fmt.Errorf("send to %s: %w", m.To, err)
	}
	return r, nil
}
