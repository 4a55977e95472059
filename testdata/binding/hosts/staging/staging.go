// Package staging talks to stand-ins of the API, which are no public hosts, and shows links that it does not follow.
package staging

import (
	"encoding/json"
	"net/http"
)

func probe(...any) {}

var bases = map[string]string{
	"laptop":  "http://localhost:8080",
	"cluster": "http://sms.messaging.svc.cluster.local",
	"office":  "http://10.0.0.7/rest",
	"docs":    "https://sms.example.com/rest/v1",
}

// Help is where people read on.
const Help = "https://handbook.acme.dev/sms"

func Ping(where string) bool {
	resp, err := http.Get(bases[where] + "/balance")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var r struct {
		ResponseCode int `json:"responseCode"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return false
	}
	probe(r.ResponseCode) // want `response keyed: its constants and name`
	return r.ResponseCode == 0
}

func Handbook(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://handbook.acme.dev/sms", http.StatusFound)
}
