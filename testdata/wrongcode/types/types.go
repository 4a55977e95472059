// Package types looks at replies that were decoded into maps.
package types

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/errcodelint/errcodelint/codes"
)

var errRefused = errors.New("refused")

const rcBusy = 5

func balance(body []byte) error {
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return err
	}
	if m["responseCode"] == 0 { // want `m\["responseCode"\] == 0 never holds: encoding/json makes a float64 or a string of the code, and 0 is of type int`
		return nil
	}
	if m["responseCode"] != int(codes.ResponseSuccess) { // want `!= int\(codes.ResponseSuccess\) always holds: .* is of type int`
		return errRefused
	}
	return nil
}

func typed(r io.Reader) bool {
	var m map[string]any
	if err := json.NewDecoder(r).Decode(&m); err != nil {
		return false
	}
	code := m["responseCode"]
	switch code {
	case codes.ResponseSuccess: // want `case codes.ResponseSuccess never holds: .* is of type codes.ResponseCode`
		return true
	case rcBusy: // want `case rcBusy never holds`
		return false
	case "0", 5.0:
		return true
	}
	return codes.ResponseThrottlingRateExceeded == code // want `never holds`
}

type envelope struct {
	Code any `json:"responseCode"`
}

func (e *envelope) read(body []byte) error { return json.Unmarshal(body, e) }

func (e *envelope) ok() bool { return e.Code == int64(0) } // want `e.Code == int64\(0\) never holds: .* is of type int64`

// A part of what was decoded.
func nested(body []byte) bool {
	var v any
	if err := json.Unmarshal(body, &v); err != nil {
		return false
	}
	m, ok := v.(map[string]any)
	if !ok {
		return false
	}
	d, _ := m["details"].(map[string]any)
	return d["responseCode"] == 0 || m["responseCode"] == rcBusy // want `d\["responseCode"\] == 0 never holds` `m\["responseCode"\] == rcBusy never holds`
}

// With UseNumber a number is a json.Number.
func exact(r io.Reader) bool {
	d := json.NewDecoder(r)
	d.UseNumber()
	var m map[string]any
	if err := d.Decode(&m); err != nil {
		return false
	}
	return m["responseCode"] == 0 // want `never holds`
}
