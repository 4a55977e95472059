package geniq

import "context"

// SendQuietly sends a message at low priority, once, and returns its id.
func (c *Client) SendQuietly(ctx context.Context, m SMS) (string, error) {
	var r SMSReply
	if err := c.call(ctx, "POST", "/sms?priority=low", m, &r); err != nil { // want "uncheckedcode: the code of the reply that Client.call fills is never read: nothing looks at r.ResponseCode"
		return "", err
	}
	return r.MessageID, nil
}
