package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/codes"
)

// Alone returns answers for those of the untroubled executions in which, of several requests that a
// callee makes for one answer, all but the last succeed: a client that logs in
// before it sends. They tell what the code of that one is enough for.
func (r *Result) Alone() *Result {
	if r.engine == nil {
		return r
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	calm := r.engine
	if !calm.isCalm {
		calm = calm.untroubled()
	}
	if calm.lonely == nil {
		calm.lonely = newEngine(calm.program)
		calm.lonely.isCalm, calm.lonely.isAlone = true, true
	}
	return &Result{bindings: r.bindings, engine: calm.lonely}
}

// AsksTwice reports whether a call's callee makes more than one request for its answer, as far as
// its summary shows.
func (r *Result) AsksTwice(call *ast.CallExpr) bool {
	if r.engine == nil {
		return false
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	s := r.engine.summaryOfCall(call)
	if s == nil {
		return false
	}
	own := 0
	for sym := range s.possible {
		if _, ok := s.given[sym]; !ok && sym.universe.domain != nil {
			own++
		}
	}
	returned := s.returned()
	if own > 1 || own == 1 && len(returned) == 0 && r.engine.givesReply(call) {
		return true
	}
	for _, parts := range s.results {
		for _, o := range parts[""] {
			if o.before(returned) {
				return true
			}
		}
	}
	return false
}

// givesReply reports whether a call returns a struct with a code.
func (p *program) givesReply(call *ast.CallExpr) bool {
	t := p.info.TypeOf(call)
	if several, ok := t.(*types.Tuple); ok && several.Len() > 0 {
		t = several.At(0).Type()
	}
	return t != nil && len(p.bindings.CodeFields(t)) > 0
}

// returned returns the symbols of the codes that a function returns.
func (s *summary) returned() map[*symbol]bool {
	all := make(map[*symbol]bool)
	for _, parts := range s.results {
		for _, v := range parts {
			for _, o := range v {
				if o.kind == isSymbol && o.sym.universe.domain != nil {
					all[o.sym] = true
				}
			}
		}
	}
	return all
}

// before reports whether an outcome is an error beside a reply that was never filled: the function
// failed before it asked for that one.
func (o outcome) before(returned map[*symbol]bool) bool {
	if o.kind != isError {
		return false
	}
	for _, x := range o.cond {
		if returned[x.sym] && !x.set.empty() && x.set.within(x.sym.universe.class(codes.RetryNotNeeded)) {
			return true
		}
	}
	return false
}

// alone has all replies succeed that a callee got, but the one whose code it returns; if it returns
// none, the last.
func (in *instance) alone(syms []*symbol, call *ast.CallExpr) {
	returned := in.s.returned()
	unknown := len(returned) == 0 && in.f.e.givesReply(call) // the code comes of itself
	var last *symbol
	for _, sym := range syms {
		if !unknown && in.own[sym] != nil && sym.universe.domain != nil && (last == nil || returned[sym] || !returned[last]) {
			last = sym
		}
	}
	for _, sym := range syms {
		own := in.own[sym]
		if own == nil || sym == last || sym.universe.domain == nil {
			continue
		}
		if succeeded := in.st.possible(own).intersect(sym.universe.class(codes.RetryNotNeeded)); !succeeded.empty() {
			in.st.syms[own] = succeeded
		}
	}
	for _, parts := range in.s.results {
		var left value
		for _, o := range parts[""] {
			if !o.before(returned) {
				left = append(left, in.value(value{o})...)
			}
		}
		if len(left) > 0 && len(left) < len(parts[""]) {
			in.st.keep(left)
		}
	}
}
