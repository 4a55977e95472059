// Package shop charges cards, and sends messages by the vendor's API.
package shop

import (
	"example.test/programs/binding/partners/cards"
	"github.com/errcodelint/errcodelint/codes"
)

func probe(...any) {}

type sent struct {
	ResponseCode string `json:"responseCode"`
}

func buy(c cards.Charge, s sent, receipt codes.ResponseCode) string {
	probe(c.ResponseCode) // want `not bound`
	probe(c.ReasonCode)   // want `not bound`
	probe(s.ResponseCode) // want `response keyed: its constants and name \(vendor\)`
	switch {
	case c.ResponseCode == "2" || c.ReasonCode == 2:
		return "declined"
	case s.ResponseCode != "0" || receipt != codes.ResponseSuccess:
		return "no receipt"
	}
	return "paid"
}
