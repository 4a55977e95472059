// Package raw decodes replies in two steps: first the object, then what is in it.
package raw

import (
	"encoding/json"
	"errors"
)

const gateway = "https://api.geniq.io/rest/v1/sms"

func probe(...any) {}

var errRefused = errors.New(gateway + " refused")

// sent decodes the code out of an object of anything.
func sent(body []byte) (bool, error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(body, &object); err != nil {
		return false, err
	}
	var code int
	if err := json.Unmarshal(object["responseCode"], &code); err != nil {
		return false, err
	}
	probe(code) // want `response`
	var parts int
	if err := json.Unmarshal(object["parts"], &parts); err != nil {
		return false, err
	}
	probe(parts) // want `not bound`
	return code == 0 && parts == 5, nil
}

type report struct {
	ID     string          `json:"messageId"`
	Reason json.RawMessage `json:"reasonCode"`
	Status json.RawMessage `json:"status"`
}

// text takes a code with quotes and without.
func (r *report) text() (string, error) {
	var text string
	if err := json.Unmarshal(r.Reason, &text); err != nil {
		var n json.Number
		if err := json.Unmarshal(r.Reason, &n); err != nil {
			return "", err
		}
		probe(n) // want `reason`
		return n.String(), nil
	}
	probe(text) // want `reason`
	return text, nil
}

// known looks before it decodes.
func known(object map[string]json.RawMessage) (n int64, err error) {
	raw, ok := object["responseCode"]
	if !ok {
		return 0, errRefused
	}
	var found int64
	err = json.Unmarshal(raw, &found)
	probe(found) // want `response`
	if found == 88 {
		err = errRefused
	}
	return found, err
}

// status is no code.
func (r *report) status() (status string, err error) {
	err = json.Unmarshal(r.Status, &status)
	probe(status) // want `not bound`
	return status, err
}
