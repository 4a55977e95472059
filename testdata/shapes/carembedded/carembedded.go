// Package carembedded has one base for the answers about messages and about
// templates.
package carembedded

import (
	"encoding/json"
	"errors"
)

type base struct {
	ResponseCode string `json:"responseCode"`
	Text         string `json:"responseMessage"`
}

type smsReply struct {
	base
	ID string `json:"messageId"`
}

type templateReply struct {
	*base
	Name   string `json:"name"`
	Status string `json:"status"`
}

type batchReply struct {
	smsReply
	Details []base `json:"details"`
}

// Send reads the answer to a message.
func Send(data []byte) (string, error) {
	var s smsReply
	if err := json.Unmarshal(data, &s); err != nil {
		return "", err
	}
	if s.ResponseCode != "0" { // want "magiccode: .*Success"
		return "", errors.New(s.Text)
	}
	if s.ID == "0" {
		return "", errors.New("no id")
	}
	return s.ID, nil
}

// Create reads the answer to a new template.
func Create(data []byte) error {
	t := templateReply{base: new(base)}
	if err := json.Unmarshal(data, &t); err != nil {
		return err
	}
	if t.ResponseCode == "0" || t.ResponseCode == "10" { // want "magiccode: .*AccessTokenExpiredOrRevoked" "magiccode: .*PermissionNotGranted"
		return errors.New("no access")
	}
	if t.Status == "0" || t.Name == "" {
		return errors.New("no template")
	}
	if t.base.ResponseCode == "131009" { // want "magiccode: .*InvalidParameterValue"
		return errors.New(t.Text)
	}
	return nil
}

// Batch counts the recipients who will get a message.
func Batch(data []byte) (n int, err error) {
	var b batchReply
	if err := json.Unmarshal(data, &b); err != nil {
		return 0, err
	}
	if b.ResponseCode == "17" { // want "magiccode: .*DestinationListTooLong"
		return 0, errors.New("too many")
	}
	n = len(b.Details)
	if b.smsReply.ID == "17" {
		n = 17
	}
	return n, nil
}
