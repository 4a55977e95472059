// Package protocols sends by the gateway, and speaks to others too.
package protocols

import (
	"crypto/x509"
	"errors"
	"net/textproto"

	"github.com/miekg/dns"
)

const gateway = "https://api.geniq.io/v1/sms"

func probe(...any) {}

type revocation struct{ Reason int }

func (r revocation) compromised() bool { return r.Reason == 1 || r.Reason == 2 || r.Reason == 10 }

func revoked(e x509.RevocationListEntry) (r revocation, held bool) {
	reasonCode := e.ReasonCode
	probe(reasonCode) // want `not bound`
	if reasonCode == 8 {
		return r, false
	}
	r.Reason = reasonCode
	probe(r.Reason) // want `not bound`
	return r, reasonCode == 6
}

func greylisted(err error) bool {
	var failed *textproto.Error
	if !errors.As(err, &failed) {
		return false
	}
	responseCode := failed.Code
	probe(responseCode) // want `not bound`
	return responseCode == 88
}

func resolves(m *dns.Msg) bool {
	responseCode := m.Rcode
	probe(responseCode) // want `not bound`
	return responseCode != 3
}

func ours(responseCode int) bool {
	probe(responseCode) // want `response`
	return responseCode == 11
}
