// Package c04 authorises card payments.
//
// Silent, because documented is literal: "00", "05" and "51" are no codes of
// the messaging API, although "12", "14" and "19" are.
package c04

import (
	"encoding/json"
	"errors"
)

// Authorisation is what the issuer answered.
type Authorisation struct {
	ResponseCode string `json:"responseCode"`
	ApprovalCode string `json:"approvalCode"`
}

var errDeclined = errors.New("declined by the issuer")

// Err is nil for approved payments.
func (a *Authorisation) Err() error {
	switch a.ResponseCode {
	case "00":
		return nil
	case "05", "51":
		return errDeclined
	case "12", "14":
		return errors.New("wrong card")
	case "19", "91":
		return errors.New("try again")
	}
	return errors.New("response " + a.ResponseCode)
}

// Parse reads an authorisation.
func Parse(data []byte) (*Authorisation, error) {
	a := new(Authorisation)
	if err := json.Unmarshal(data, a); err != nil {
		return nil, err
	}
	if a.ResponseCode == "" && a.ApprovalCode == "" {
		return nil, errors.New("empty")
	}
	return a, a.Err()
}
