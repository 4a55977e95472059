// Package nothing has names alone, and small numbers.
package nothing

func probe(...any) {}

type answer struct{ ResponseCode int }

func _(a answer) {
	probe(a.ResponseCode) // want `not bound`
	_ = a.ResponseCode == 0 || a.ResponseCode == 5 || a.ResponseCode == 10
}

type large struct{ ResponseCode int }

func _(l large) {
	probe(l.ResponseCode) // want `response named`
	_ = l.ResponseCode == 0 || l.ResponseCode == 11
}
