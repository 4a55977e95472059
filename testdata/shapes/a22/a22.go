// Package a22 asks the reply, or the code itself, whether all went well.
package a22

import (
	"encoding/json"
	"errors"
)

type rc string

func (c rc) success() bool {
	return c == "0" || c == "16" // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
}

// Reply is what POST /sms answers.
type Reply struct {
	Code    rc              `json:"responseCode"`
	Payload json.RawMessage `json:"details"`
	Parts   int             `json:"parts"`
}

// IsSuccess says whether the message was taken, now for the first time.
func (r *Reply) IsSuccess() bool { return r.Code == "0" } // want "magiccode: .*Success"

// Data returns the details.
func (r *Reply) Data() (json.RawMessage, error) {
	if !r.IsSuccess() && !r.Code.success() {
		return nil, errors.New("refused")
	}
	if len(r.Payload) == 0 || r.Parts == 0 {
		return nil, errors.New("empty")
	}
	return r.Payload, nil
}

type balance struct {
	Code   int `json:"responseCode,string"`
	Amount int `json:"balance"`
}

func (b balance) IsOk() bool { return b.Code == 0 && b.Amount != 0 } // want "magiccode: .*Success"

func isOK(code int) bool { return code == 0 } // want "magiccode: .*Success"

// Spendable is what may be used up.
func Spendable(b balance) int {
	if b.IsOk() || isOK(b.Code) {
		return b.Amount
	}
	return 0
}
