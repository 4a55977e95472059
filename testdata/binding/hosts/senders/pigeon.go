package senders

import "net/url"

type pigeon struct{ key string }

const pigeonURL = "https://api.pigeonpost.dev/v2/messages"

type pigeonReply struct {
	ResponseCode int `json:"responseCode"`
}

func (p pigeon) Send(to, text string) bool {
	var r pigeonReply
	if err := post(pigeonURL, url.Values{"key": {p.key}, "to": {to}, "text": {text}}, &r); err != nil {
		return false
	}
	probe(r.ResponseCode) // want `not bound`
	return r.ResponseCode == 0
}
