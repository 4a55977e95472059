// Package t12 asks one question after the other.
//
// Silent, because "00" and "091" are not documented; "12", "14" and "88" are.
package t12

import "encoding/json"

type authorised struct {
	RC string `json:"responseCode"`
}

// Word decodes an answer and names it.
func Word(data []byte) (string, error) {
	var d authorised
	if err := json.Unmarshal(data, &d); err != nil {
		return "", err
	}
	if d.RC == "12" {
		return "invalid", nil
	}
	if d.RC == "14" || d.RC == "88" {
		return "card", nil
	}
	if d.RC != "00" && d.RC != "091" {
		return "refused", nil
	}
	return "paid", nil
}
