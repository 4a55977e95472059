// Package ledger books what the bank answers, and has a code of its own.
package ledger

import "example.test/programs/directives/bank/status"

//errcodelint:extend payments
const (
	// Disputed is our own mark.
	//
	//errcodelint:retry never
	Disputed status.Code = 900
	// OnHold is for the night.
	OnHold = 901
)

// An Entry is a booked reply.
type Entry struct {
	Reply status.Reply
	Day   int
}

// Status is the entry's code.
func (e Entry) Status() status.Code { return e.Reply.Code }

func open(e Entry) bool {
	return e.Reply.Code == 900 || // want `900 is the payments code Disputed \(our own mark\), written as a bare number; write Disputed`
		e.Reply.Code == 51 || // want `write status.Declined`
		e.Reply.Shop == 901 // want `write OnHold`
}
