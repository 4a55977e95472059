package codeflow

import (
	"go/types"

	"github.com/errcodelint/errcodelint/codes"
)

// A Settlement says what a function's error tells of the codes that the function
// fetches.
type Settlement int

const (
	Unknown Settlement = iota // nothing is known of the error
	Settled                   // it is not nil for every code that fails
	Passes                    // it is nil for some codes that fail, not for others
	Silent                    // it is nil whatever the code, as far as is known
)

// Settles says whether the error of a function is not nil for every code that
// fails, of a reply that the function fetched itself.
func (r *Result) Settles(fn *types.Func) Settlement {
	if r.engine == nil {
		return Unknown
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	fn = fn.Origin()
	results := fn.Signature().Results()
	at := results.Len() - 1
	if at < 0 || !isErrorInterface(results.At(at).Type()) {
		return Unknown
	}
	var s *summary
	if decl := r.engine.index.decls[fn]; decl != nil {
		s = r.engine.summary(decl)
	} else if fn.Pkg() != nil && fn.Pkg() != r.engine.pass.Pkg {
		s = r.engine.importedSummary(fn)
	}
	if s == nil || at >= len(s.results) {
		return Unknown
	}
	if s.never {
		return Settled
	}
	return s.settles(s.results[at][""])
}

// settles is Settles for the error result's value.
func (s *summary) settles(err value) Settlement {
	answer := Unknown
	for sym, possible := range s.possible {
		if _, ok := s.given[sym]; ok || sym.universe.domain == nil {
			continue
		}
		failing := possible.intersect(sym.universe.all).minus(sym.universe.class(codes.RetryNotNeeded))
		failing = failing.minus(single(sym.universe.undocumented()))
		switch {
		case failing.empty():
			return Settled // it returns for a success only
		case len(err) == 0:
			continue
		}
		var null, maybe set
		for _, o := range err {
			on, ok := o.cond.on(sym)
			if !ok {
				on = possible
			}
			switch o.kind {
			case isNil:
				null = null.union(on)
			case isError:
			default:
				maybe = maybe.union(on)
			}
		}
		switch {
		case failing.intersect(null.union(maybe)).empty():
			return Settled
		case !failing.intersect(null).empty():
			answer = Silent
			if !failing.within(null) {
				return Passes
			}
		}
	}
	return answer
}
