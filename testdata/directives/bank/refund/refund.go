// Package refund imports only the ledger, which shows the bank's types: it knows
// their codes, and those that the ledger adds, but not the bank's key.
package refund

import "example.test/programs/directives/bank/ledger"

func possible(e ledger.Entry) bool {
	return e.Status() != 51 && // want `51 is the payments code Declined \(51\), written as a bare number; write status.Declined`
		e.Reply.Code != 900 && // want `900 is the payments code Disputed .* write ledger.Disputed`
		e.Reply.Shop != 10 // want `10 is the payments code Partly`
}

type notice struct {
	Code int `json:"statusCode"`
}

func unknown(n notice) bool { return n.Code == 51 || n.Code == 0 }
