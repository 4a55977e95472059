package several

import (
	"encoding/json"
	"net/http"
	"net/url"
)

type otherReply struct {
	ResponseCode int `json:"responseCode"`
}

func sendAgain(to, text string) bool {
	resp, err := http.PostForm("https://api.pigeonpost.dev/v2/messages", url.Values{"to": {to}, "text": {text}})
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var r otherReply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return false
	}
	probe(r.ResponseCode) // want `not bound`
	return r.ResponseCode == 0
}
