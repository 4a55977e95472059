// Package a13 decodes without declaring a reply.
package a13

import (
	"encoding/json"
	"errors"
	"fmt"
)

const okCode = "0"

var errRefused = errors.New("refused")

// Sent reads the answer to POST /sms.
func Sent(data []byte) error {
	m := make(map[string]any)
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	if c, ok := m["responseCode"].(string); !ok || c != okCode {
		if c == "6" || c == "7" { // want "magiccode: .*InsufficientCredit" "magiccode: .*PrepaidAccountExpired"
			return errors.New("top up")
		}
		return errRefused
	}
	if parts, ok := m["parts"].(float64); ok && parts != 0 {
		return nil
	}
	return errRefused
}

// Verified reads the answer to POST /verify.
func Verified(data []byte) (bool, error) {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		return false, err
	}
	if c, ok := m["responseCode"].(string); !ok || c != "0" { // want "magiccode: .*Success"
		return false, fmt.Errorf("code %q", c)
	}
	if left, ok := m["attemptsLeft"].(string); !ok || left == "0" {
		return false, nil
	}
	return true, nil
}
