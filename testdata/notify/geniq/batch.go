package geniq

import (
	"context"

	"github.com/errcodelint/errcodelint/codes"
)

// Batch is one text for many recipients.
type Batch struct {
	From string   `json:"from"`
	To   []string `json:"to"`
	Text string   `json:"text"`
}

// BatchReply is the API's answer to a batch: one code for the call, and one
// for every recipient.
type BatchReply struct {
	reply
	Details struct {
		Recipients []Recipient `json:"recipients"`
	} `json:"details"`
}

// Recipient is what became of one message of a batch.
type Recipient struct {
	To           string             `json:"to"`
	MessageID    string             `json:"messageId"`
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

// Err returns nil for a message that was accepted.
func (r Recipient) Err() error { return r.ResponseCode.Err() }

// SendBatch sends a batch. An error means that nothing was sent; otherwise
// look at the recipients.
func (c *Client) SendBatch(ctx context.Context, b Batch) (*BatchReply, error) {
	var r BatchReply
	if err := c.call(ctx, "POST", "/batch_sms", b, &r); err != nil {
		return nil, err
	}

	switch code := r.ResponseCode; code {
	// With duplicates in the list the others have gone out all the same.
	case 0, 16: // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
	case 17: // want "magiccode: .*DestinationListTooLong"
		return nil, ErrListTooLong
	default:
		return nil, &APIError{Op: "batch_sms", ResponseCode: code, Message: r.ResponseMessage}
	}

	// The second of two equal numbers is no news to anybody.
	kept := r.Details.Recipients[:0]
	for _, rcp := range r.Details.Recipients {
		if int(rcp.ResponseCode) == 16 { // want "magiccode: .*DuplicateDestination"
			continue
		}
		kept = append(kept, rcp)
	}
	r.Details.Recipients = kept
	return &r, nil
}
