// Package c15 keeps what mail servers answered.
//
// Silent, because "250" and "450" are not documented.
package c15

import (
	"encoding/json"
	"strings"
)

type delivery struct {
	ResponseCode string `json:"responseCode"`
	Enhanced     string `json:"enhanced"`
}

// Done says whether a mail is out of our hands.
func Done(data []byte) (bool, error) {
	var d delivery
	if err := json.Unmarshal(data, &d); err != nil {
		return false, err
	}
	switch d.ResponseCode {
	case "250", "251":
		return true, nil
	case "0", "450":
		return false, nil
	}
	return strings.HasPrefix(d.ResponseCode, "5") || d.Enhanced == "5", nil
}

// Code returns the first word of a server's line.
func Code(line string) bool {
	responseCode, _, _ := strings.Cut(line, " ")
	return responseCode == "250" || responseCode == "22"
}
