// Package a16 meets a proxy that turns the codes into numbers.
package a16

import (
	"encoding/json"
	"errors"
	"io"
)

const proxy = "https://sms.example.org/geniq/v1"

func decode(r io.Reader) (m map[string]any, err error) {
	err = json.NewDecoder(r).Decode(&m)
	return m, err
}

// OK says whether a reply reports success.
func OK(r io.Reader) bool {
	m, err := decode(r)
	if err != nil || m["responseCode"] == nil {
		return false
	}
	return m["responseCode"].(float64) == 0 // want "magiccode: .*Success"
}

// Err is for replies whose code is always there.
func Err(m map[string]any) error {
	x := m["responseCode"]
	if int(x.(float64)) != 0 { // want "magiccode: .*Success"
		return errors.New("refused by " + proxy)
	}
	if parts, ok := m["parts"].(float64); ok && parts == 0 {
		return errors.New("nothing sent")
	}
	return nil
}

func codeOf(m map[string]any) (code int, ok bool) {
	f, ok := m["responseCode"].(float64)
	if !ok {
		return
	}
	return int(f), true
}

// Wait says how many seconds to wait before the next message.
func Wait(m map[string]any) int {
	code, ok := codeOf(m)
	switch { // want "missedcode: .*20 response codes"
	case !ok:
		return 0
	case code == 5: // want "magiccode: .*ThrottlingRateExceeded"
		return 5
	case code == 88 || code == 99: // want "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
		return 88
	}
	return 0
}
