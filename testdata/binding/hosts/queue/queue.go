// Package queue reads replies that somebody else has fetched, and tells a chat of failures.
package queue

import (
	"encoding/json"
	"net/http"
	"net/url"
)

func probe(...any) {}

type reply struct {
	ResponseCode int    `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

// Take takes one from the queue.
func Take(line []byte) error {
	var r reply
	if err := json.Unmarshal(line, &r); err != nil {
		return err
	}
	probe(r.ResponseCode) // want `response keyed: its constants`
	if r.ResponseCode != 0 && r.ResponseCode != 88 {
		tell(r.MessageID + " was refused")
	}
	return nil
}

func tell(text string) {
	resp, err := http.PostForm("https://chat.acme.dev/hooks/sms", url.Values{"text": {text}})
	if err == nil {
		resp.Body.Close()
	}
}

// Show shows it in the chat by itself.
func (r reply) Show() {
	resp, err := http.PostForm("https://chat.acme.dev/hooks/sms", url.Values{"text": {r.MessageID}})
	if err == nil {
		resp.Body.Close()
	}
}
