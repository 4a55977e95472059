// Package absent has negative numbers for what is no code.
package absent

import (
	"encoding/json"
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode *int `json:"responseCode"`
}

func send(body []byte) error {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return err
	}
	code := -1
	if r.ResponseCode != nil {
		code = *r.ResponseCode
	}
	if code < 0 {
		return errors.New("no code")
	}
	if code == 0 { // want `0 is the response code Success`
		return nil
	}
	return codes.ResponseCode(code)
}

// ParseReason answers -1 for what is no code.
func reason(text string) (string, bool) {
	code, err := codes.ParseReason(text)
	if code < 0 {
		return err.Error(), false
	}
	if code >= 0 && code <= 13 { // want `<= 13 \(HandsetMemoryExceeded\) tests reason codes by their order`
		return code.Description(), true
	}
	return "", code > -1
}

type plain struct {
	ResponseCode int `json:"responseCode"`
}

// Nothing here is ever negative.
func negative(p plain) bool {
	return p.ResponseCode < 0 || // want `< 0 \(Success\) tests response codes by their order, but none is negative; name the codes that are meant`
		p.ResponseCode == 88 // want `88 is the response code GeneralFailure`
}
