// Package revoked answers for a certificate authority, whose reasons have the delivery reports' key: RFC 5280 numbers
// them 0 to 10, without 7.
package revoked

import (
	"encoding/json"
	"net/http"
)

func probe(...any) {}

type request struct {
	Serial     string `json:"serial"`
	ReasonCode int    `json:"reasonCode"`
}

var reasons = map[int]string{
	0:  "unspecified",
	1:  "keyCompromise",
	2:  "cACompromise",
	3:  "affiliationChanged",
	4:  "superseded",
	5:  "cessationOfOperation",
	6:  "certificateHold",
	8:  "removeFromCRL",
	9:  "privilegeWithdrawn",
	10: "aACompromise",
}

// Revoke revokes a certificate.
func Revoke(w http.ResponseWriter, r *http.Request) {
	var req request
	if err := json.NewDecoder(r.Body).Decode(&req); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	probe(req.ReasonCode) // want `not bound`
	reason, ok := reasons[req.ReasonCode]
	if !ok {
		http.Error(w, "no such reason", http.StatusBadRequest)
		return
	}
	w.Header().Set("Reason", reason)
}

type report struct {
	ReasonCode int `json:"reasonCode"`
}

// What may pass by itself has 7 neither, but many others are missing, too.
func (r report) again() bool {
	probe(r.ReasonCode) // want `reason keyed: `
	switch r.ReasonCode {
	case 0, 1, 2, 4, 8, 9, 10:
		return true
	}
	return false
}

// A Reason is one of them.
type Reason int

const (
	Unspecified Reason = iota
	KeyCompromise
	CACompromise
	AffiliationChanged
	Superseded
	CessationOfOperation
	CertificateHold
	_
	RemoveFromCRL
	PrivilegeWithdrawn
	AACompromise
)

type entry struct {
	ReasonCode Reason `json:"reasonCode"`
}

func (e entry) temporary() bool {
	probe(e.ReasonCode) // want `not bound`
	return e.ReasonCode == CertificateHold || e.ReasonCode == RemoveFromCRL
}
