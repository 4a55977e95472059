// Package own reads the answers of a server of the house.
//
// Silent, because a type whose constants are just 0..n is the program's own
// enumeration.
package own

import "encoding/json"

// Code is how the server did.
type Code int

// How it may do.
const (
	OK Code = iota
	Busy
	Failed
)

type reply struct {
	Code Code   `json:"responseCode"`
	Data string `json:"data"`
}

// Data reads an answer.
func Data(data []byte) (string, bool, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return "", false, err
	}
	if r.Code == OK && r.Data != "" {
		return r.Data, true, nil
	}
	return "", r.Code == 1, nil
}

// Word names a code.
func (c Code) Word() string {
	switch c {
	case 0:
		return "ok"
	case Busy:
		return "busy"
	}
	return "failed"
}
