// Package t28 has a table that says what the codes are about.
//
// Silent, because 21002 and 21005 are not documented, and beside them the 0
// decides nothing.
package t28

import "encoding/json"

type meta struct {
	title     string
	retryable bool
}

var table = map[int]meta{
	0:     {"valid", false},
	21002: {"malformed", false},
	21005: {"unavailable", true},
}

type receipt struct {
	Status int `json:"responseCode"`
}

// Again says whether to send a receipt again.
func Again(data []byte) (bool, error) {
	var r receipt
	if err := json.Unmarshal(data, &r); err != nil {
		return false, err
	}
	if m, ok := table[r.Status]; ok {
		return m.retryable && m.title != "", nil
	}
	return r.Status >= 21100 && r.Status <= 21199, nil
}
