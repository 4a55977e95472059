// Package pay takes payments through another vendor's gateway.
package pay

import (
	"encoding/json"
	"io"
)

// Receipt is what the gateway answers.
type Receipt struct {
	ResponseCode string `json:"responseCode"`
	Amount       int    `json:"amount"`
}

// Code returns the code.
func (r *Receipt) Code() string { return r.ResponseCode }

// Read decodes an answer.
func Read(r io.Reader) (*Receipt, error) {
	p := new(Receipt)
	if err := json.NewDecoder(r).Decode(p); err != nil {
		return nil, err
	}
	if p.ResponseCode == "00" {
		p.ResponseCode = "0"
	}
	return p, nil
}
