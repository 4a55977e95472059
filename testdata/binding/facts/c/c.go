// Package c imports only b.
package c

import "example.test/programs/binding/facts/b"

func probe(...any) {}

func _(r *b.Result) {
	probe(r.SMS.Code)        // want `response keyed: its constants`
	probe(r.Managed.Code)    // want `template keyed: its constants`
	probe(r.Page.Code)       // want `not bound`
	probe(r.Unread.Code)     // want `response keyed: its constants and name`
	probe(r.SMS.Number())    // want `response keyed`
	probe(r.Failed().What)   // want `response keyed`
	probe(r.Unread.Code + 1) // want `not bound`
	_ = r.Unread.Code == 0 || r.Page.Code == 0
}
