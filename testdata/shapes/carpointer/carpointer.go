// Package carpointer reads codes through pointers.
package carpointer

import (
	"encoding/json"
	"errors"
)

type reply struct {
	RC    *string `json:"responseCode"`
	Parts *string `json:"parts"`
	Inner *inner  `json:"details"`
}

type inner struct {
	Code *int64 `json:"reasonCode,string"`
}

func deref(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

func (r *reply) err() error {
	if r == nil || r.RC == nil {
		return errors.New("no code")
	}
	if *r.RC == "0" && deref(r.Parts) != "" { // want "magiccode: .*Success"
		return nil
	}
	if c := *r.RC; c == "6" || c == "7" { // want "magiccode: .*InsufficientCredit" "magiccode: .*PrepaidAccountExpired"
		return errors.New("no money")
	}
	return errors.New("code " + *r.RC)
}

func (r *reply) reason() bool {
	if r.Inner != nil && r.Inner.Code != nil {
		return *r.Inner.Code == 0 || 8 == *r.Inner.Code // want "magiccode: .*NotApplicable" "magiccode: .*SubscriberAbsent"
	}
	return *r.Parts == "0"
}

func fill(data []byte, code *string) error {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	if err := r.err(); err != nil && !r.reason() {
		return err
	}
	*code = *r.RC
	return nil
}

// Accepted says whether a message was taken, now or before.
func Accepted(data []byte) (bool, error) {
	r := &reply{}
	if err := json.Unmarshal(data, r); err != nil {
		return false, err
	}
	p := r.RC
	if p != nil && *p == "16" { // want "magiccode: .*DuplicateDestination"
		return true, nil
	}
	pp := &r
	if (*pp).RC != nil && *(*pp).RC == "99" { // want "magiccode: .*SystemError"
		return false, errors.New("their fault")
	}
	var code string
	err := fill(data, &code)
	return err == nil, err
}
