// Package cartext turns codes into text and back before it looks at them.
package cartext

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

const base = "https://api.geniq.io/rest/v1/batch_sms"

type reply struct {
	Code  int         `json:"responseCode,string"`
	Mixed json.Number `json:"reasonCode"`
	Parts int         `json:"parts"`
}

func sprint(r reply) bool {
	if fmt.Sprint(r.Code) == "0" { // want "magiccode: .*Success"
		return true
	}
	if fmt.Sprintf("%d", r.Parts) == "5" || fmt.Sprintf("code %d", r.Code) == "code 5" {
		return false
	}
	return fmt.Sprintf("%d", r.Code) == "16" // want "magiccode: .*DuplicateDestination"
}

func itoa(r reply) bool {
	text := strconv.Itoa(r.Code)
	return text != "" && text != "88" && strconv.Itoa(r.Parts) != "88" // want "magiccode: .*GeneralFailure"
}

func format(r reply) bool {
	s := strconv.FormatInt(int64(r.Code), 10)
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	return err == nil && n == 99 // want "magiccode: .*SystemError"
}

func mixed(r reply) bool {
	if s := r.Mixed.String(); s == "8" { // want "magiccode: .*SubscriberAbsent"
		return true
	}
	f, err := r.Mixed.Float64()
	if err != nil {
		return false
	}
	n, err := strconv.Atoi(string(r.Mixed))
	return f == 13 || err == nil && uint32(n) == 9 // want "magiccode: .*HandsetMemoryExceeded" "magiccode: .*SMSCFailure"
}

// Read decodes a reply from base.
func Read(data []byte) (bool, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return false, fmt.Errorf("%s: %w", base, err)
	}
	return sprint(r) || itoa(r) || format(r) || mixed(r), nil
}
