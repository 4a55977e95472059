package codeflow

import (
	"reflect"
)

// This file is about the implementations of an interface's method that ask the API each in a way of their own: one sends a text,
// another one a template, and either has errors of its own type. If they fail for the same codes, callers know that much, though
// not with which errors.

// alike reports whether two functions say the same of every code.
func alike(s, t *summary) bool {
	facts := make([]*summaryFact, 2)
	for i, s := range []*summary{s, t} {
		x := &exporter{fact: new(summaryFact), index: make(map[*symbol]int)}
		if !x.summary(s) {
			return false
		}
		facts[i] = x.fact
	}
	return reflect.DeepEqual(facts[0], facts[1])
}

// agreed returns what two functions both say: for which codes they fail. It is nil if these differ, or hang on anything else.
func agreed(s, t *summary) *summary {
	sym, other := s.ownCode(), t.ownCode()
	if sym == nil || other == nil || sym.universe != other.universe || !s.possible[sym].equal(t.possible[other]) || len(s.results) != len(t.results) {
		return nil
	}
	both := &summary{results: make([]map[string]value, len(s.results)), possible: map[*symbol]set{sym: s.possible[sym]}}
	some := false
	for i := range s.results {
		both.results[i] = make(map[string]value)
		fine, ok := s.results[i][""].nilFor(sym)
		same, okToo := t.results[i][""].nilFor(other)
		if ok != okToo || ok && !fine.equal(same) {
			return nil
		}
		if !ok {
			continue // no error
		}
		failed := out{kind: isError, err: &failure{open: true}}
		both.results[i][""] = value{{out{kind: isNil}, cond{{sym, fine}}}, {failed, cond{{sym, sym.universe.all.minus(fine)}}}}
		some = true
	}
	if !some {
		return nil
	}
	return both
}

// ownCode returns the one code that a function asks for itself, nil if there is none, or something else that its results hang on.
func (s *summary) ownCode() (own *symbol) {
	for _, sym := range s.symbols() {
		if _, given := s.given[sym]; given {
			continue
		}
		if own != nil || sym.universe.domain == nil {
			return nil
		}
		own = sym
	}
	return own
}

// nilFor returns the codes for which an error is nil, if it is one for all others, whatever else happens.
func (v value) nilFor(sym *symbol) (fine set, ok bool) {
	failed := set{}
	for _, o := range v {
		codes, asked := o.cond.on(sym)
		switch {
		case len(o.cond) != 1 || !asked:
			return set{}, false
		case o.kind == isNil:
			fine = fine.union(codes)
		case o.kind == isError:
			failed = failed.union(codes)
		default:
			return set{}, false
		}
	}
	return fine, len(v) > 0 && fine.intersect(failed).empty()
}
