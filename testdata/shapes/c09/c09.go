// Package c09 takes payments through three gateways.
//
// Silent, because "00", "Z0" and "70120" are not documented, and because
// vnp_ResponseCode is another key, although its "07" and "5" look alike.
package c09

import (
	"encoding/json"
	"net/url"
)

type quickReply struct {
	ResponseCode string `json:"responseCode"`
	Amount       int    `json:"amount"`
}

type invoiceReply struct {
	StatusCode string `json:"statusCode"`
	Code       string `json:"responseCode"`
}

func quick(data []byte) (string, error) {
	var r quickReply
	if err := json.Unmarshal(data, &r); err != nil {
		return "", err
	}
	switch r.ResponseCode {
	case "00", "90000":
		return "paid", nil
	case "Z0", "0":
		return "pending", nil
	case "70120", "99":
		return "retry", nil
	}
	return "failed", nil
}

func invoice(data []byte) (bool, error) {
	var r invoiceReply
	if err := json.Unmarshal(data, &r); err != nil {
		return false, err
	}
	return r.Code == "00" && r.StatusCode == "00", nil
}

func back(q url.Values) bool {
	if q.Get("vnp_ResponseCode") == "5" || q.Get("vnp_TransactionStatus") == "99" {
		return false
	}
	return q.Get("vnp_ResponseCode") == "00" || q.Get("vnp_ResponseCode") == "07"
}

// Paid asks all three.
func Paid(a, b []byte, q url.Values) bool {
	word, err := quick(a)
	ok, err2 := invoice(b)
	return err == nil && err2 == nil && word == "paid" && ok && back(q)
}
