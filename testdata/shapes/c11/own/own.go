// Package own is a resolver with its own names for the codes of DNS.
//
// Silent, because a type whose constants are just 0..n is the program's own
// enumeration, and the numbers of DNS are too small for a name to bind.
package own

import "errors"

// RCode is how a server answered.
type RCode int

// The ones that are used.
const (
	NoError RCode = iota
	FormErr
	ServFail
	NXDomain
	NotImp
	Refused
)

// Message is an answer.
type Message struct {
	ResponseCode RCode
	Answers      []string
}

// Err says why there are no answers.
func (m *Message) Err() error {
	switch m.ResponseCode {
	case 0:
		return nil
	case NXDomain, 5:
		return errors.New("no such name")
	}
	if m.ResponseCode == ServFail || m.ResponseCode == 2 {
		return errors.New("server")
	}
	return errors.New("failed")
}

// Raw is an answer before it is understood.
type Raw struct {
	ResponseCode int
	Truncated    bool
}

// OK says whether there may be answers.
func (r Raw) OK() bool { return r.ResponseCode == 0 || r.ResponseCode == 10 && !r.Truncated }
