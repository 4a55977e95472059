//go:build go1.26

package carerrors

import "errors"

// Route says whether there is a way to the recipient.
func Route(err error) bool {
	if r, ok := errors.AsType[*Refused](err); ok {
		return r.ResponseCode != 10 && r.Status != 10 // want "magiccode: .*CouldNotRoute"
	}
	if u, ok := errors.AsType[Undelivered](err); ok && u.ReasonCode == 10 { // want "magiccode: .*SMSCCongestion"
		return false
	}
	return true
}
