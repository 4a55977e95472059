// Package methods asks for codes through an interface that only its own types can have.
package methods

import (
	"encoding/json"
	"fmt"
)

const host = "https://api.geniq.io"

type head struct {
	ResponseCode string `json:"responseCode"`
}

func (h head) code() string { return h.ResponseCode }
func (h head) page() string { return host }

type coded interface {
	code() string
	page() string
}

type sent struct {
	head
	ID string `json:"messageId"`
}

type refusal struct{ Code string }

func (r *refusal) Error() string {
	if r.Code == "6" { // want `"6" is the response code InsufficientCredit`
		return "top up"
	}
	return fmt.Sprintf("code %s", r.Code)
}

func call(raw []byte, into coded) error {
	if err := json.Unmarshal(raw, into); err != nil {
		return err
	}
	if into.page() == "5" {
		return nil
	}
	if code := into.code(); code != "0" { // want `"0" is the response code Success`
		return &refusal{Code: code}
	}
	return nil
}

func send(raw []byte) (string, error) {
	var s sent
	err := call(raw, &s)
	return s.ID, err
}

// One of these has something else to give.
type labelled interface{ label() string }

func (s sent) label() string { return s.ResponseCode }

type page string

func (p page) label() string { return string(p) }

func first(all ...labelled) bool { return all[0].label() == "5" }
