// Package traces uses variables that hold replies.
package traces

import (
	"encoding/json"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

var kept []reply

func uses(text []byte) (string, error) {
	var r reply
	if err := json.Unmarshal(text, &r); err != nil { // want `r filled`
		return "", err
	}
	log.Print(r.MessageID)                       // want `r harmless`
	if r.ResponseCode != codes.ResponseSuccess { // want `r read`
		return "", r.ResponseCode // want `r read`
	}
	r.ResponseCode = 0      // want `r written`
	kept = append(kept, r)  // want `r gone`
	return r.MessageID, nil // want `r harmless`
}

func aliases(text []byte) bool {
	var r reply
	p := &r                                         // want `r harmless`
	if err := json.Unmarshal(text, p); err != nil { // want `p filled`
		return false
	}
	code := r.ResponseCode               // want `r read`
	return code == codes.ResponseSuccess // want `code read`
}

func explains(text []byte) {
	var r reply
	json.Unmarshal(text, &r) // want `r filled`
	// Nobody misses it.
	_ = r.ResponseCode // want `r read`
}

func returns(text []byte) (*reply, error) {
	r := new(reply)
	err := json.Unmarshal(text, r) // want `r filled`
	return r, err                  // want `r returned`
}

func parses(text string) error {
	var r reply
	err := r.ResponseCode.UnmarshalText([]byte(text)) // want `r written`
	log.Print(r)                                      // want `r gone`
	return err
}
