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
	if m["responseCode"] == 0 { // want `m\["responseCode"\] == 0 is never true: encoding/json makes a float64 or a string of the code, and 0 is an int`
		return nil
	}
	if m["responseCode"] != int(codes.ResponseSuccess) { // want `!= int\(codes.ResponseSuccess\) is always true: .* is an int`
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
	case codes.ResponseSuccess: // want `case codes.ResponseSuccess is never true: .* is a codes.ResponseCode`
		return true
	case rcBusy: // want `case rcBusy is never true`
		return false
	case "0", 5.0:
		return true
	}
	return codes.ResponseThrottlingRateExceeded == code // want `never true`
}

type envelope struct {
	Code any `json:"responseCode"`
}

func (e *envelope) read(body []byte) error { return json.Unmarshal(body, e) }

func (e *envelope) ok() bool { return e.Code == int64(0) } // want `e.Code == int64\(0\) is never true: .* is an int64`

// With UseNumber a number is a json.Number.
func exact(r io.Reader) bool {
	d := json.NewDecoder(r)
	d.UseNumber()
	var m map[string]any
	if err := d.Decode(&m); err != nil {
		return false
	}
	return m["responseCode"] == 0 // want `never true`
}
