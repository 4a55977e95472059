// Package c08 reads a bank's answers, whose first three digits are a status.
//
// Silent, because seven digits are no documented code, and because a part of a
// text is not the code.
package c08

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
)

type transfer struct {
	ResponseCode string `json:"responseCode"`
	Reference    string `json:"referenceNo"`
}

func (t *transfer) err() error {
	if len(t.ResponseCode) != 7 {
		return errors.New("short")
	}
	if t.ResponseCode == "2005400" || t.ResponseCode[:3] == "200" {
		return nil
	}
	if n, err := strconv.Atoi(t.ResponseCode[:3]); err != nil || n == 0 || n == 301 {
		return errors.New("no status")
	}
	if strings.HasSuffix(t.ResponseCode, "00") || t.ResponseCode[3:5] == "11" {
		return errors.New("service")
	}
	return errors.New(t.ResponseCode)
}

// Reference returns a transfer's number.
func Reference(data []byte) (string, error) {
	t := new(transfer)
	if err := json.Unmarshal(data, t); err != nil {
		return "", err
	}
	return t.Reference, t.err()
}
