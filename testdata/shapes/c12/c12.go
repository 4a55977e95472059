// Package c12 reads lists of revoked certificates.
//
// Silent, because the field is another module's and has no tag, the reasons
// are too small for a variable's name to bind, and the status is the program's
// own enumeration.
package c12

import (
	"crypto/x509"
	"fmt"
	"os"
)

// Status is how a responder answered.
type Status int

// The answers.
const (
	Success Status = iota
	Malformed
	InternalError
	TryLater
)

type responseError struct{ ResponseCode Status }

func (e responseError) Error() string { return fmt.Sprintf("status %d", e.ResponseCode) }

// Later says whether to ask the responder again.
func Later(err error) bool {
	e, ok := err.(responseError)
	return ok && (e.ResponseCode == TryLater || e.ResponseCode == 2)
}

// Held lists the certificates that may come back.
func Held(name string) (serials []string, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	list, err := x509.ParseRevocationList(data)
	if err != nil {
		return nil, err
	}
	for _, e := range list.RevokedCertificateEntries {
		if e.ReasonCode == 6 || e.ReasonCode == 0 && len(e.Raw) == 0 {
			serials = append(serials, e.SerialNumber.String())
		}
	}
	return serials, nil
}

// Word names a reason.
func Word(e x509.RevocationListEntry) string {
	switch reasonCode := e.ReasonCode; reasonCode {
	case 0:
		return "unspecified"
	case 1, 10:
		return "key"
	case 4, 5:
		return "replaced"
	}
	return "other"
}
