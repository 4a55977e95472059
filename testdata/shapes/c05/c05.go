// Package c05 asks a mobile money service for payments.
//
// Silent, because the key is spelled ResponseCode there, which is another key;
// the variable of the right name is compared with 0 only, which names alone do
// not bind.
package c05

import (
	"encoding/json"
	"fmt"
)

type pushReply struct {
	MerchantRequestID string `json:"MerchantRequestID"`
	CheckoutRequestID string `json:"CheckoutRequestID"`
	ResponseCode      string `json:"ResponseCode"`
	CustomerMessage   string `json:"CustomerMessage"`
}

// Push returns the id of a request for payment.
func Push(data []byte) (string, error) {
	var r pushReply
	if err := json.Unmarshal(data, &r); err != nil {
		return "", err
	}
	if r.ResponseCode != "0" {
		return "", fmt.Errorf("code %s", r.ResponseCode)
	}
	return r.CheckoutRequestID, nil
}

// Query says whether a payment was made.
func Query(data []byte) (bool, error) {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		return false, err
	}
	responseCode, ok := m["ResponseCode"].(string)
	if !ok || responseCode != "0" {
		return false, fmt.Errorf("code %q", responseCode)
	}
	return m["ResultCode"] == "0", nil
}
