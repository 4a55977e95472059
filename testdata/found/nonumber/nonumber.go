// Package nonumber has types that say themselves what a missing code is.
package nonumber

import (
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

const api = "https://api.geniq.io/rest/v1"

type lenientInt int

func (n *lenientInt) UnmarshalJSON(data []byte) error {
	text := strings.Trim(string(data), `"`)
	if text == "" || text == "null" {
		*n = -1
		return nil
	}
	parsed, err := strconv.Atoi(text)
	*n = lenientInt(parsed)
	return err
}

type smsReply struct {
	Code lenientInt `json:"responseCode"`
	ID   string     `json:"messageId"`
}

func messageID(data []byte) (string, error) {
	var r smsReply
	if err := json.Unmarshal(data, &r); err != nil {
		return "", err
	}
	if code := r.Code; code < 0 {
		return "", errors.New("no code")
	}
	switch r.Code {
	case 0: // want "magiccode: .*Success"
		return r.ID, nil
	case -1:
		return "", errors.New("no code at all")
	}
	return "", fmt.Errorf("code %d", r.Code)
}

func refused(r smsReply) bool {
	return r.Code > 0 // want "magiccode: .*by their order"
}

type reason int

func (r *reason) Scan(column any) error {
	switch column := column.(type) {
	case nil:
		*r = -1
	case int64:
		*r = reason(column)
	default:
		return errors.New("bad reason")
	}
	return nil
}

func (r reason) Value() (driver.Value, error) {
	if r == -1 {
		return nil, nil
	}
	return int64(r), nil
}

type row struct {
	ID         string
	ReasonCode reason
}

func (r row) waiting() bool { return r.ReasonCode == 8 || r.ReasonCode == 13 } // want "magiccode: .*SubscriberAbsent" "magiccode: .*HandsetMemoryExceeded"

func (r row) open() bool { return r.ReasonCode == -1 }
