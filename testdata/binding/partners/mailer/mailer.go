// Package mailer knows the API by another package.
package mailer

import "example.test/programs/binding/partners/gateway"

func probe(...any) {}

type message struct {
	reply gateway.Reply
	last  gateway.StatusCode
}

func (m message) again() bool {
	probe(m.reply.Status) // want `response keyed: its constants and name \(vendor\)`
	probe(m.last)         // want `response keyed: .*\(vendor\)`
	return m.reply.Status == 88 || m.last == gateway.Busy
}
