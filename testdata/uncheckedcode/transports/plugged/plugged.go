// Package plugged has a client whose transport, another package's, looks at all codes.
package plugged

import (
	"encoding/json"
	"net/http"

	"example.test/programs/uncheckedcode/transports/plugged/codecheck"
)

const base = "https://api.geniq.io/rest/v1"

var client = &http.Client{Transport: codecheck.Transport{Next: http.DefaultTransport}}

type sent struct {
	ResponseCode string `json:"responseCode"`
	ID           string `json:"messageId"`
}

func send() (string, error) {
	resp, err := client.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var s sent
	if err := json.NewDecoder(resp.Body).Decode(&s); err != nil {
		return "", err
	}
	return s.ID, nil
}
