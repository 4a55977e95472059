// Package c07 talks to a payment gateway that numbers its answers from one.
//
// Silent, because a type whose constants are just 1..n is the program's own
// enumeration, and without a 0 or a code of at least 5 the key alone is no
// evidence.
package c07

import "encoding/json"

// ResponseCode says how the gateway decided.
type ResponseCode string

// How it may decide.
const (
	Approved ResponseCode = "1"
	Declined ResponseCode = "2"
	Error    ResponseCode = "3"
	Held     ResponseCode = "4"
)

type transaction struct {
	ResponseCode ResponseCode `json:"responseCode"`
	TransID      string       `json:"transId"`
}

type voided struct {
	Code string `json:"responseCode"`
}

// Decode reads an answer and says whether it was a yes.
func Decode(data []byte) (bool, error) {
	var t transaction
	if err := json.Unmarshal(data, &t); err != nil {
		return false, err
	}
	switch t.ResponseCode {
	case Approved:
		return true, nil
	case Held, "2", Error:
		return false, nil
	}
	return t.ResponseCode == "4" || t.TransID != "0", nil
}

// Void reads the answer to a cancellation.
func Void(data []byte) (bool, error) {
	var v voided
	err := json.Unmarshal(data, &v)
	return v.Code == "1", err
}
