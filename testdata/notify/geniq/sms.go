package geniq

import "context"

// SMS is a text message to one recipient.
type SMS struct {
	From string `json:"from"`
	To   string `json:"to"`
	Text string `json:"text"`
}

// SMSReply is the API's answer to an SMS.
type SMSReply struct {
	reply
	MessageID string `json:"messageId"`
}

// SendSMS sends a message, again and a little slower each time while the API
// is busy. The reply says how it ended.
func (c *Client) SendSMS(ctx context.Context, m SMS) (*SMSReply, error) {
	pause := c.pause
	for attempt := 1; ; attempt++ {
		var r SMSReply
		if err := c.call(ctx, "POST", "/sms", m, &r); err != nil {
			return nil, err
		}
		busy := r.throttled() || r.ResponseCode == 88 // want "magiccode: .*GeneralFailure"
		if !busy || attempt == maxRetries {
			return &r, nil
		}
		if err := sleep(ctx, pause); err != nil {
			return nil, err
		}
		pause *= 2
	}
}
