// Package labels counts by code, and by words of its own in the same map.
package labels

import (
	"encoding/json"
	"errors"
)

const host = "https://api.geniq.io"

type reply struct {
	ResponseCode string `json:"responseCode"`
}

// Error is a refusal.
type Error struct{ Code string }

func (e *Error) Error() string { return host + ": code " + e.Code }

func send(raw []byte) error {
	var r reply
	if err := json.Unmarshal(raw, &r); err != nil {
		return err
	}
	if r.ResponseCode != "0" {
		return &Error{Code: r.ResponseCode}
	}
	return nil
}

type summary struct{ ByCode map[string]int }

func (s *summary) count(raw []byte) {
	err := send(raw)
	var refused *Error
	switch {
	case err == nil:
		s.ByCode["0"]++
	case errors.As(err, &refused):
		s.ByCode[refused.Code]++
	default:
		s.ByCode["network"]++
	}
}

func (s *summary) lost() int { return s.ByCode["network"] }

type figures struct{ ByCode map[string]int }

// What is digits may well be meant as a code.
func (f *figures) count(raw []byte) {
	err := send(raw)
	var refused *Error
	switch {
	case err == nil:
		f.ByCode["0"]++
	case errors.As(err, &refused):
		f.ByCode[refused.Code]++
	default:
		f.ByCode["00"]++ // want `"00" is no documented response code`
	}
}
