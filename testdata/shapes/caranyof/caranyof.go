// Package caranyof meets codes whose dynamic type depends on the decoder.
package caranyof

import (
	"encoding/json"
	"errors"
	"strconv"
)

type reply struct {
	Code  any `json:"responseCode"`
	Parts any `json:"parts"`
}

func number(data []byte) (n int, err error) {
	var r reply
	if err = json.Unmarshal(data, &r); err != nil {
		return
	}
	switch v := r.Code.(type) {
	case string:
		return strconv.Atoi(v)
	case float64:
		return int(v), nil
	case json.Number:
		n64, err := v.Int64()
		return int(n64), err
	}
	return n, errors.New("no code")
}

// OK says whether it went well.
func OK(data []byte) bool {
	n, err := number(data)
	return err == nil && n == 0 // want "magiccode: .*Success"
}

// Busy says whether to wait.
func Busy(m map[string]any) bool {
	switch v := m["responseCode"].(type) {
	case string:
		return v == "5" || v == "88" // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"
	case float64:
		return v == 5 || v == 88 // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"
	case json.Number:
		return v == "5" // want "magiccode: .*ThrottlingRateExceeded"
	}
	switch v := m["parts"].(type) {
	case float64:
		return v == 5
	case string:
		return v == "5"
	}
	return false
}

// Sent compares without asking for the type.
func Sent(r *reply) bool {
	if r.Code == nil || r.Parts == "0" {
		return false
	}
	return r.Code == "0" // want "magiccode: .*Success"
}

// Broke asserts the field.
func Broke(r *reply) bool {
	if f, ok := r.Code.(float64); ok && f == 6 { // want "magiccode: .*InsufficientCredit"
		return true
	}
	s, ok := r.Code.(string)
	return ok && s == "6" // want "magiccode: .*InsufficientCredit"
}
