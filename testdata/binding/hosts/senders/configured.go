package senders

import "net/url"

// A configured sender asks whom the configuration names.
type configured struct{ base, token string }

// New returns a sender.
func New(base, token string) Sender { return configured{base, token} }

type reply struct {
	ResponseCode string `json:"responseCode"`
}

func (c configured) Send(to, text string) bool {
	var r reply
	if err := post(c.base+"/sms", url.Values{"token": {c.token}, "to": {to}, "text": {text}}, &r); err != nil {
		return false
	}
	probe(r.ResponseCode) // want `response keyed: its constants and name`
	return r.ResponseCode == "0"
}
