package geniq

import (
	"context"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// Batch is a text for many.
type Batch struct {
	From string   `json:"from"`
	To   []string `json:"to"`
	Text string   `json:"text"`
}

// Recipient is what became of one of them.
type Recipient struct {
	To           string             `json:"to"`
	MessageID    string             `json:"messageId"`
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

type batchReply struct {
	Overall int    `json:"responseCode,string"`
	Message string `json:"responseMessage"`
	Details struct {
		Recipients []Recipient `json:"recipients"`
	} `json:"details"`
}

// SendBatch sends a batch. Recipients that were in it twice are left out of
// the result.
func (c *Client) SendBatch(ctx context.Context, b Batch) ([]Recipient, error) {
	r, err := call[batchReply](ctx, c, "POST", "/batch_sms", b)
	if err != nil {
		return nil, err
	}
	switch r.Overall {
	case 0, 16: // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
	case 6: // want "magiccode: .*InsufficientCredit"
		return nil, ErrNoCredit
	case 17: // want "magiccode: .*DestinationListTooLong"
		return nil, ErrTooMany
	default:
		return nil, &APIError{Call: "batch_sms", ResponseCode: r.Overall, Message: r.Message}
	}
	return slices.DeleteFunc(r.Details.Recipients, func(r Recipient) bool {
		return r.ResponseCode == 16 // want "magiccode: .*DuplicateDestination"
	}), nil
}
