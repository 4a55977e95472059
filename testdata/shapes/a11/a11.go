// Package a11 copes with blanks around the codes.
package a11

import (
	"encoding/json"
	"errors"
	"strings"
)

// ErrPending is for messages whose fate is not known yet.
var ErrPending = errors.New("pending")

type reply struct {
	RC  string `json:"responseCode"`
	Ref string `json:"messageId"`
}

// Settle decides what becomes of a message.
func Settle(data []byte) (string, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return "", err
	}
	c := strings.TrimSpace(r.RC)
	ref := strings.TrimSpace(r.Ref)
	if ref == "" && c != "0" && c != "16" { // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
		if c == "88" { // want "magiccode: .*GeneralFailure"
			return "", ErrPending
		}
		return "", errors.New("refused: " + c)
	}
	if ref == "0" {
		return "", ErrPending
	}
	return ref, nil
}

// Same compares what two servers answered.
func Same(a, b reply) bool {
	x, y := strings.TrimSpace(a.RC), strings.TrimSpace(b.RC)
	if x == "" || y == "" {
		return false
	}
	return x == y || strings.TrimSpace(x) == "99" // want "magiccode: .*SystemError"
}
