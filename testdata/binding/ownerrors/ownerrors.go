// Package ownerrors answers its own callers under the API's key, with errors that it has numbered itself, and so do its
// peers.
package ownerrors

import (
	"encoding/json"
	"net/http"
)

func probe(...any) {}

const api = "https://api.geniq.io/rest/v1"

// An Error is what went wrong.
type Error struct {
	ResponseCode int    `json:"responseCode"`
	Text         string `json:"text"`
}

var (
	ErrNoAccount  = Error{1, "account missing"}
	ErrNoMerchant = Error{2, "merchant missing"}
	ErrAmount     = Error{3, "amount invalid"}
	ErrCurrency   = Error{4, "currency invalid"}
	ErrExpired    = Error{5, "expired"}
	ErrLabel      = Error{6, "label too long"}
	ErrTerminal   = Error{7, "terminal unknown"}
	ErrChecksum   = Error{8, "checksum wrong"}
	ErrCallback   = Error{9, "callback missing"}
)

// Peer asks another one.
func Peer(url string) (e Error, err error) {
	resp, err := http.Get(url)
	if err != nil {
		return e, err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&e); err != nil {
		return e, err
	}
	probe(e.ResponseCode) // want `not bound`
	return e, nil
}

// Balance asks the API.
func Balance() (bool, error) {
	resp, err := http.Get(api + "/balance")
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	var r struct {
		ResponseCode int `json:"responseCode"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return false, err
	}
	probe(r.ResponseCode) // want `response keyed: .*\(vendor\)`
	return r.ResponseCode == 0, nil
}
