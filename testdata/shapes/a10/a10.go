// Package a10 reads the families of template codes off their first digits.
package a10

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
)

const url = "https://api.geniq.io/rest/v1/whatsapp/message_templates"

type templateStatus struct {
	Code string `json:"responseCode"`
	Name string `json:"name"`
}

var errFamily = errors.New("template refused")

// Create reads the answer to a new template.
func Create(data []byte) error {
	var s templateStatus
	if err := json.Unmarshal(data, &s); err != nil {
		return err
	}
	if len(s.Code) == 6 && s.Code[:3] == "132" {
		return errFamily
	}
	if strings.HasPrefix(s.Code, "131") {
		return errors.New("message refused at " + url)
	}
	if s.Code == "190" || s.Code == "368" { // want "magiccode: .*AccessTokenExpired" "magiccode: .*TemporarilyBlocked"
		return errors.New("account refused")
	}
	return nil
}

// Family is the number that the first three digits make.
func Family(s *templateStatus) int {
	if len(s.Code) < 3 || s.Code == "80007" { // want "magiccode: .*PlatformRateLimit"
		return 0
	}
	n, err := strconv.Atoi(s.Code[:3])
	if err != nil || n == 100 {
		return 0
	}
	return n
}
