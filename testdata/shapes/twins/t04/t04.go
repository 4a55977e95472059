// Package t04 is a client whose replies share a base.
//
// Silent, because "00" is no documented code.
package t04

import (
	"encoding/json"
	"errors"
)

type baseReply struct {
	RC   string `json:"responseCode"`
	Text string `json:"responseMessage"`
}

type payReply struct {
	baseReply
	Data string `json:"data"`
}

// Pay returns a payment's number.
func Pay(data []byte) (string, error) {
	var p payReply
	if err := json.Unmarshal(data, &p); err != nil {
		return "", err
	}
	if p.RC != "00" {
		return "", errors.New(p.Text)
	}
	return p.Data, nil
}
