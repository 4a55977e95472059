// Package a34 wants a number for its messages only.
package a34

import (
	"encoding/json"
	"fmt"
)

type reply struct {
	Code string `json:"responseCode"`
	Text string `json:"responseMessage"`
}

// Error is what a refused call returns.
type Error struct {
	msg string
}

func (e *Error) Error() string { return e.msg }

func (r *reply) err() error {
	if r.Code == "0" { // want "magiccode: .*Success"
		return nil
	}
	var n int
	if _, err := fmt.Sscanf(r.Code, "%d", &n); err != nil {
		return &Error{r.Text}
	}
	return &Error{fmt.Sprintf("#%04d %s", n, r.Text)}
}

// Decode reads a reply; a code of several digits is the vendor's to explain.
func Decode(data []byte) error {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	if len(r.Code) == 0 {
		return &Error{"no code"}
	}
	if len(r.Code) > 1 && r.Code != "88" { // want "magiccode: .*GeneralFailure"
		return fmt.Errorf("ask the vendor: %w", r.err())
	}
	return r.err()
}
