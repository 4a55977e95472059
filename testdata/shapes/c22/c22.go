// Package c22 has reasons that are no numbers.
//
// Silent, because a slice is never a code, "10.4" and words are not
// documented, and "" says nothing.
package c22

import "encoding/json"

type concept struct {
	System string `json:"system"`
	Code   string `json:"code"`
}

type encounter struct {
	Status     string    `json:"status"`
	ReasonCode []concept `json:"reasonCode"`
}

type chargeback struct {
	ReasonCode string `json:"reasonCode"`
	Amount     int    `json:"amount"`
}

type decision struct {
	ReasonCode string `json:"reasonCode"`
}

type cloudError struct {
	ReasonCode *string `json:"reasonCode"`
}

// Visit says whether an encounter is for a check-up.
func Visit(data []byte) (bool, error) {
	var e encounter
	if err := json.Unmarshal(data, &e); err != nil {
		return false, err
	}
	for i, c := range e.ReasonCode {
		if i == 5 || c.Code == "5" || c.Code == "0" {
			return true, nil
		}
	}
	return len(e.ReasonCode) == 0, nil
}

// Fraud says whether a customer says that it was somebody else.
func Fraud(data []byte) (bool, error) {
	var c chargeback
	err := json.Unmarshal(data, &c)
	return c.ReasonCode == "10.4" || c.ReasonCode == "4837" || c.ReasonCode == "0", err
}

// Allowed says what a policy decided.
func Allowed(data []byte) (bool, error) {
	var d decision
	err := json.Unmarshal(data, &d)
	return d.ReasonCode == "" || d.ReasonCode == "ALLOWED" || d.ReasonCode == "not_applicable", err
}

// Present says whether a cloud gave a reason.
func Present(data []byte) (bool, error) {
	var e cloudError
	err := json.Unmarshal(data, &e)
	return e.ReasonCode != nil && *e.ReasonCode != "", err
}
