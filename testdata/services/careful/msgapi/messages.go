package msgapi

import (
	"context"

	"github.com/errcodelint/errcodelint/codes"
)

// maxRecipients is the API's limit for a batch.
const maxRecipients = 100

// SMS is a message to one recipient.
type SMS struct {
	From string `json:"from"`
	To   string `json:"to"`
	Text string `json:"text"`
}

type smsReply struct {
	header
	MessageID string `json:"messageId"`
}

// SendSMS sends a message and returns its id.
func (c *Client) SendSMS(ctx context.Context, m SMS) (string, error) {
	var r smsReply
	if err := c.call(ctx, "POST", "/sms", m, &r); err != nil {
		return "", err
	}
	if err := r.err("sms"); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// Batch is one message to many recipients.
type Batch struct {
	From string   `json:"from"`
	To   []string `json:"to"`
	Text string   `json:"text"`
}

// Recipient is what the API says about one recipient of a batch.
type Recipient struct {
	To        string             `json:"to"`
	MessageID string             `json:"messageId"`
	Code      codes.ResponseCode `json:"responseCode"`
}

type batchReply struct {
	header
	Details struct {
		Recipients []Recipient `json:"recipients"`
	} `json:"details"`
}

// SendBatch sends a batch. Without an error the batch was accepted, which
// says nothing about the single recipients. Numbers that are in the list
// twice do no harm.
func (c *Client) SendBatch(ctx context.Context, b Batch) ([]Recipient, error) {
	if len(b.To) > maxRecipients {
		return nil, &Error{Call: "batch_sms", Code: codes.ResponseDestinationListTooLong, Message: "not sent"}
	}
	var r batchReply
	if err := c.call(ctx, "POST", "/batch_sms", b, &r); err != nil {
		return nil, err
	}
	if r.Code != nil && *r.Code == codes.ResponseDuplicateDestination {
		return r.Details.Recipients, nil
	}
	if err := r.err("batch_sms"); err != nil {
		return nil, err
	}
	return r.Details.Recipients, nil
}
