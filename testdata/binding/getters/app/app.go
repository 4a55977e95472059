// Package app asks the replies of package api for their codes by methods alone.
package app

import "example.test/programs/binding/getters/api"

func probe(...any) {}

func balance(b *api.Balance) bool {
	probe(b.GetResponseCode()) // want `response keyed: its constants`
	code := b.GetResponseCode()
	probe(code) // want `response keyed: its constants`
	return code == 0 || code == 88
}

func sent(s *api.Sent) bool {
	probe(s.GetMessageID()) // want `not bound`
	if code, ok := s.GetResponseCodeOk(); ok {
		probe(*code) // want `response keyed: its constants`
	}
	return s.GetResponseCode() == "0"
}

func verified(v api.Verified) string {
	probe(v.Code().Or("99")) // want `response keyed: its constants`
	probe(v.Code())          // want `response keyed: its constants`
	switch v.Code().Or("99") {
	case "0":
		return "verified"
	case "22":
		return "wrong"
	}
	return ""
}

func page(p api.Probe) bool {
	probe(p.Code()) // want `not bound`
	return p.Code() == 404
}

// receipt embeds a reply.
type receipt struct {
	*api.Message
	line int
}

func kinds(m *api.Message, t api.Template, r receipt) bool {
	probe(m.Number()) // want `response keyed: its constants`
	probe(t.Number()) // want `template keyed: its constants`
	probe(r.Number()) // want `response keyed: its constants`
	probe(m.Worse(3)) // want `not bound`
	return m.Number() == 11 || t.Number() == 131009 || r.Number() == 21
}
