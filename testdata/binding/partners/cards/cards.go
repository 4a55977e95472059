// Package cards charges cards, by another vendor's API: 1 is approved there.
package cards

import "encoding/json"

func probe(...any) {}

type Charge struct {
	ResponseCode string `json:"responseCode"`
	ReasonCode   int    `json:"reasonCode"`
}

func Decode(body []byte) (c Charge, err error) {
	err = json.Unmarshal(body, &c)
	return c, err
}

func (c Charge) Approved() bool {
	probe(c.ResponseCode) // want `not bound`
	return c.ResponseCode == "1"
}

func (c Charge) Held() bool {
	return c.ResponseCode == "4" && c.ReasonCode == 3
}
