package zone

import (
	"encoding/json"
	"net/http"
)

// By a relay of the company's own, which has another host, messages are sent. The codes show whose they are.
func send(text string) bool {
	resp, err := http.Get("https://relay.registrar.dev/sms?text=" + text)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var sent struct {
		ResponseCode int `json:"responseCode"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&sent); err != nil {
		return false
	}
	probe(sent.ResponseCode) // want `response keyed: its constants`
	switch sent.ResponseCode {
	case 0:
		return true
	case 5, 88:
		return send(text)
	}
	return false
}
