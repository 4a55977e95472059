// Package a29 looks first whether there is a code at all.
package a29

import (
	"encoding/json"
	"errors"
)

type reply struct {
	RC string `json:"responseCode"`
	ID string `json:"messageId"`
}

type oldReply struct {
	Status int    `json:"status"`
	Error  string `json:"error"`
}

// ErrEmpty is for answers that say nothing.
var ErrEmpty = errors.New("empty answer")

// ID returns the message's id.
func ID(data []byte) (string, error) {
	var r reply
	err := json.Unmarshal(data, &r)
	if err != nil || r.RC == "" {
		var old oldReply
		if err := json.Unmarshal(data, &old); err != nil {
			return "", err
		}
		if old.Status != 0 || old.Error != "" {
			return "", errors.New(old.Error)
		}
		return "", ErrEmpty
	}
	if r.RC != "0" || r.ID == "" { // want "magiccode: .*Success"
		return "", errors.New("code " + r.RC)
	}
	return r.ID, nil
}

// State is a word for the operator's screen.
func State(r *reply) string {
	switch r.RC {
	case "":
		return "silent"
	case "0", "16": // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
		return "fine"
	}
	if r.ID == "" || r.ID == "0" {
		return "lost"
	}
	return "odd"
}
