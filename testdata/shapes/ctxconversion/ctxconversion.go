// Package ctxconversion converts numbers and texts to codes, and back.
package ctxconversion

import (
	"encoding/json"

	"github.com/errcodelint/errcodelint/codes"
)

const rcBusy = 5

type own string

type reply struct {
	Code   json.Number `json:"responseCode"`
	Detail own         `json:"reasonCode"`
	Parts  json.Number `json:"parts"`
}

func read(data []byte) (codes.ResponseCode, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return codes.ResponseCode(99), err // want "magiccode: .*SystemError"
	}
	if r.Code == json.Number("0") { // want "magiccode: .*Success"
		return codes.ResponseSuccess, nil
	}
	if r.Parts == json.Number("0") || r.Detail == own("201") { // want "magiccode: .*InvalidWhatsAppTemplate"
		return codes.ResponseCode(22), nil // want "magiccode: .*InvalidCode"
	}
	n, err := r.Code.Int64()
	return codes.ResponseCode(n), err
}

var fallback = codes.ReasonCode(4) // want "magiccode: .*OtherError"

const limit = codes.ResponseCode(19)

// Stop says whether to stop sending.
func Stop(data []byte, line int) bool {
	c, err := read(data)
	if err != nil {
		return true
	}
	switch int(c) {
	case rcBusy:
		return line == int(int64(5))
	case 18: // want "magiccode: .*TokenGenerationFailed"
		return false
	case int(codes.ResponseInvalidIP):
		return true
	}
	return c == limit || fallback == codes.ReasonCode(line)
}

// Price is in cents.
func Price(parts int) float64 { return float64(5) * float64(parts) }
