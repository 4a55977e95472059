// Package acquirer takes cards. What it calls a response code is not ours, and
// nothing in the package says otherwise.
package acquirer

import "errors"

type authorisation struct {
	ResponseCode string `json:"responseCode"`
	ReasonCode   string `json:"reasonCode"`
}

// Err says why a card was not charged.
func (a authorisation) Err() error {
	switch a.ResponseCode {
	case "00", "08":
		return nil
	case "51":
		return errors.New("no funds")
	case "91":
		return errors.New("issuer is down")
	}
	if a.ReasonCode == "4837" {
		return errors.New("fraud")
	}
	return errors.New("refused: " + a.ResponseCode)
}

type ussdReply struct {
	ResponseCode int `json:"responseCode"`
}

func menu(r ussdReply) bool {
	r2 := ussdReply{ResponseCode: 20}
	return r.ResponseCode == 0 || r == r2
}
