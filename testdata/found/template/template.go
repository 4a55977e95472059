// Package template has one type for replies of both kinds.
package template

import (
	"encoding/json"
	"errors"
)

type managed struct {
	ResponseCode string `json:"responseCode"`
}

// DeleteTemplate is all that managed is for.
func DeleteTemplate(b []byte) error {
	var r managed
	if err := json.Unmarshal(b, &r); err != nil {
		return err
	}
	if r.ResponseCode == "0" { // want "magiccode: .*AccessTokenExpiredOrRevoked"
		return errors.New("token")
	}
	return nil
}

type shared struct {
	ResponseCode string `json:"responseCode"`
}

func sendSMS(r shared) bool { return r.ResponseCode == "0" } // success

func createTemplate(r shared) bool { return r.ResponseCode == "0" } // a lost token

func code(b []byte) string {
	var m map[string]string
	if json.Unmarshal(b, &m) != nil {
		return ""
	}
	return m["responseCode"]
}

func sms(b []byte) bool { return code(b) == "0" || code(b) == "88" } // want "magiccode: .*Success" "magiccode: .*GeneralFailure"

func whatsapp(b []byte) bool { return code(b) == "0" || code(b) == "190" } // want "magiccode: .*AccessTokenExpiredOrRevoked" "magiccode: .*AccessTokenExpired"
