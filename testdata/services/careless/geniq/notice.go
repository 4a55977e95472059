package geniq

import (
	"context"
	"encoding/json"
	"net/url"
)

const codeAccepted = 0

// Announce sends a message that nobody waits for, and returns its id.
func (c *Client) Announce(ctx context.Context, m Message) (string, error) {
	r, err := call[smsReply](ctx, c, "POST", "/sms", m) // want "uncheckedcode: the code of the reply that geniq.call returns is never read: nothing looks at r.ResponseCode"
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// Forget gives a one-time code up: whether anybody still typed it in is all the same.
func (c *Client) Forget(ctx context.Context, id string) error {
	_, err := call[verifyReply](ctx, c, "DELETE", "/verify/"+url.PathEscape(id), nil) // want "uncheckedcode: the reply that geniq.call returns is thrown away, and with it Code"
	return err
}

// Settled tells whether the answer to a batch, kept for the accounts, was a success.
func Settled(answer []byte) bool {
	var r batchReply
	_ = json.Unmarshal(answer, &r) // want "uncheckedcode: the error of json.Unmarshal is dropped, and r.Overall is read: if nothing was decoded, it holds 0, which is Success"
	return r.Overall == codeAccepted
}
