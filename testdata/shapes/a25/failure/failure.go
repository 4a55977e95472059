// Package failure is for codes that are errors themselves.
package failure

import (
	"encoding/json"
	"errors"
	"strconv"
)

// Code is what the service answered.
type Code int

const (
	codeOK      Code = 0
	codeBusy    Code = 5
	codeNoRoute Code = 10
	codeSystem  Code = 99
)

func (c Code) Error() string { return "messaging: code " + strconv.Itoa(int(c)) }

type answer struct {
	Code Code `json:"responseCode"`
}

func decode(data []byte) error {
	var a answer
	if err := json.Unmarshal(data, &a); err != nil {
		return err
	}
	if a.Code == codeOK {
		return nil
	}
	return a.Code
}

// Again says whether the same message may pass later.
func Again(data []byte) bool {
	err := decode(data)
	var code Code
	if !errors.As(err, &code) {
		return err != nil
	}
	return code == codeBusy || code == 18 || code == codeSystem // want "magiccode: .*TokenGenerationFailed"
}

// Lost says whether there is no way to the recipient.
func Lost(err error) bool {
	switch code := err.(type) {
	case Code:
		return code == codeNoRoute || int(code) == 14 // want "magiccode: .*RouteLimitedByAccount"
	}
	return false
}
