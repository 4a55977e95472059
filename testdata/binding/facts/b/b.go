// Package b shows a's types.
package b

import "example.test/programs/binding/facts/a"

// Result holds a reply.
type Result struct {
	SMS     a.SMS
	Managed *a.Managed
	Page    a.Page
	Unread  a.Unread
}

// Failed is what went wrong.
func (r *Result) Failed() a.Failure { return a.Fail(r.SMS) }
