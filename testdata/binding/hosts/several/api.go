// Package several sends messages by the vendor's API, and by another if that one refuses.
package several

import (
	"encoding/json"
	"net/http"
	"net/url"
)

func probe(...any) {}

type reply struct {
	ResponseCode int `json:"responseCode"`
}

// Send sends a text.
func Send(to, text string) bool {
	resp, err := http.PostForm("https://api.geniq.io/rest/v1/sms", url.Values{"to": {to}, "text": {text}})
	if err != nil {
		return sendAgain(to, text)
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return false
	}
	probe(r.ResponseCode) // want `response keyed: its constants and name \(vendor\)`
	return r.ResponseCode == 0 || sendAgain(to, text)
}
