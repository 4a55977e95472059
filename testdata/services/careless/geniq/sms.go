package geniq

import "context"

// Message is a text for one recipient.
type Message struct {
	From string `json:"from"`
	To   string `json:"to"`
	Text string `json:"text"`
}

type smsReply struct {
	base
	MessageID string `json:"messageId"`
}

// SendSMS sends a message and returns its id.
func (c *Client) SendSMS(ctx context.Context, m Message) (string, error) {
	if len(m.Text) == 0 {
		return "", &APIError{Call: "sms", ResponseCode: 88, Message: "nothing to send"} // want "magiccode: .*GeneralFailure"
	}
	r, err := call[smsReply](ctx, c, "POST", "/sms", m)
	if err != nil {
		return "", err
	}
	c.stats.note(r.ResponseCode)
	if r.ResponseCode == "6" || r.ResponseCode == "7" { // want "magiccode: .*InsufficientCredit" "magiccode: .*PrepaidAccountExpired"
		return "", ErrNoCredit
	}
	if ok := r.ResponseCode == "0"; !ok { // want "magiccode: .*Success"
		return "", apiError("sms", r.ResponseCode, r.ResponseMessage)
	}
	return r.MessageID, nil
}
