// Package mixed reads answers whose codes are numbers of several kinds.
//
// Silent, because 200, 401 and 1000 are not documented.
package mixed

import (
	"encoding/json"
	"errors"
)

const (
	good  = 200
	login = 401
	quota = 1000
)

type reply struct {
	ResponseCode int    `json:"responseCode"`
	Text         string `json:"text"`
}

// Err reads an answer.
func Err(data []byte) error {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	switch r.ResponseCode {
	case good, 0:
		return nil
	case login, 301:
		return errors.New("log in")
	case quota, 99:
		return errors.New("tomorrow")
	}
	return errors.New(r.Text)
}
