// Package a17 reads replies whose values are all text.
package a17

import (
	"encoding/json"
	"fmt"
)

// ID returns the id under which a message was accepted.
func ID(data []byte) (string, error) {
	var m map[string]string
	if err := json.Unmarshal(data, &m); err != nil {
		return "", err
	}
	if m["responseCode"] != "0" { // want "magiccode: .*Success"
		return "", fmt.Errorf("code %s", m["responseCode"])
	}
	if m["parts"] == "0" {
		return "", nil
	}
	return m["messageId"], nil
}

type body map[string]string

func (b body) throttled() bool {
	rc, found := b["responseCode"]
	return found && rc == "5" // want "magiccode: .*ThrottlingRateExceeded"
}

// Slow counts the replies that ask for patience.
func Slow(all []body) int {
	n := 0
	for i := 0; i < len(all) && n < 5; i++ {
		if all[i].throttled() || all[i]["responseCode"] == "18" { // want "magiccode: .*TokenGenerationFailed"
			n++
		}
	}
	return n
}
