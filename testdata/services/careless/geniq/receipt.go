package geniq

import (
	"context"

	"github.com/errcodelint/errcodelint/codes"
)

// A Receipt is what the API says to a message.
type Receipt struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

// Submit sends a message, and leaves it to the caller what to make of the code.
func (c *Client) Submit(ctx context.Context, m Message) (Receipt, error) {
	return call[Receipt](ctx, c, "POST", "/sms", m)
}
