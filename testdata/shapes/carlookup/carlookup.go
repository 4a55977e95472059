// Package carlookup takes all values out of maps with one helper.
package carlookup

import (
	"encoding/json"
	"errors"
)

func str(m map[string]any, key string) string {
	s, _ := m[key].(string)
	return s
}

func parse(data []byte) (m map[string]any, err error) {
	err = json.Unmarshal(data, &m)
	return m, err
}

// SendSMS reads the answer to a message.
func SendSMS(data []byte) (string, error) {
	m, err := parse(data)
	if err != nil {
		return "", err
	}
	if str(m, "status") == "0" {
		return "", errors.New("not yet")
	}
	if code := str(m, "responseCode"); code != "0" && code != "16" { // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
		return "", errors.New("code " + code)
	}
	return str(m, "messageId"), nil
}

// CreateTemplate reads the answer to a new template.
func CreateTemplate(data []byte) error {
	m, err := parse(data)
	if err != nil {
		return err
	}
	switch str(m, "responseCode") {
	case "190": // want "magiccode: .*AccessTokenExpired"
		return errors.New("log in")
	case "0": // want "magiccode: .*AccessTokenExpiredOrRevoked"
		return errors.New("log in again")
	case "80007": // want "magiccode: .*PlatformRateLimit"
		return errors.New("later")
	}
	if str(m, "name") == "190" {
		return errors.New("no name")
	}
	return nil
}

// Delivered reads a report about a WhatsApp message.
func Delivered(data []byte) (bool, error) {
	m, err := parse(data)
	return err == nil && str(m, "reasonCode") == "0" && str(m, "parts") != "0", err // want "magiccode: .*NotApplicable"
}
