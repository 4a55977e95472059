package codeflow

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/effects"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A summary is what callers need to know of a function: what its results are, in
// terms of its symbols. A symbol is either something that it got from its caller,
// or a code or choice of its own, of which each call has another.
type summary struct {
	results  []map[string]value // by path; "" is the result itself
	left     []leftIn           // what a literal leaves in variables around it
	set      []fieldValue       // what a function leaves in fields of what it gets
	possible map[*symbol]set    // what the symbols can be when the function returns
	given    map[*symbol]given  // the symbols that come from the caller
	never    bool               // it does not return, whatever it gets
	handed   map[int]handedBack // results that always are what it got
	ordered  []*symbol          // see symbols
}

// leftIn is what a literal leaves in a variable around it, by path.
type leftIn struct {
	*types.Var
	parts map[string]value
}

// symbols returns the summary's symbols, in the order in which they became known.
func (s *summary) symbols() []*symbol {
	if len(s.ordered) != len(s.possible) {
		s.ordered = slices.SortedFunc(maps.Keys(s.possible), func(a, b *symbol) int { return a.id - b.id })
	}
	return s.ordered
}

// given says which part of what a caller hands over a symbol is.
type given struct {
	param int          // index of the parameter, or receiver
	outer types.Object // of a literal: the variable around it; nil for a parameter
	path  string
	loc   *location // in the function itself; nil for one from another package
	// What it searches an error for, see search.
	typ    types.Type
	object *types.Var
	code   *universe
}

// isCode reports whether it is a code, and not what is searched for in an error.
func (g given) isCode() bool {
	return g.param >= 0 && g.outer == nil && g.code.domain != nil && !isSearch(g.path)
}

// summaryOfCall returns the summary of what a call calls, nil if that is not
// known.
func (e *engine) summaryOfCall(call *ast.CallExpr) *summary {
	if lit := e.index.LiteralOf(call); lit != nil {
		return e.summary(lit)
	}
	fn, ok := syntax.StaticCallee(e.info, call)
	if !ok {
		fn = e.index.FunctionHeldBy(call.Fun)
	}
	switch {
	case fn != nil:
		return e.summaryBehind(fn.Origin())
	case e.isCalm:
		return e.summaryHeld(call.Fun)
	}
	return nil
}

// summaryBehind returns the summary of a function, or of what is behind an interface's method, nil if that is not known.
func (e *engine) summaryBehind(fn *types.Func) *summary {
	if e.index.Decls[fn] == nil && e.isCalm && len(e.implementations(fn)) > 0 {
		return e.dispatched(fn)
	}
	return e.summaryOf(fn)
}

// summary returns the summary of a function of the package; nil in a recursion,
// and for a function that has nothing to say.
func (e *engine) summary(node ast.Node) *summary {
	if s, ok := e.summaries[node]; ok {
		return s
	}
	if e.under[node] {
		return nil
	}
	if !e.worthwhile(node) || !e.isCalm && !e.relevant(node) && !e.checks(node) && !e.saysOfError(node) && e.accessor(node) == nil {
		e.summaries[node] = nil
		return nil
	}
	f := e.flow(node)
	if f == nil {
		return nil
	}
	r := e.wholeRun(f)
	if r == nil {
		return nil
	}
	s := f.summarize(r)
	e.summaries[node] = s
	return s
}

// worthwhile reports whether there may be something to say of a function: of its results,
// of what it sets, or of what it returns for.
func (e *engine) worthwhile(node ast.Node) bool {
	typ := typeOfFunc(node)
	return typ.Results != nil && len(typ.Results.List) > 0 || e.effects.MayEnd(node) || len(e.fieldsSetBy(node)) > 0
}

// checks reports whether a function gets an error, or a boolean, and may return for nil only, or for one of both.
func (e *engine) checks(node ast.Node) bool {
	for _, field := range typeOfFunc(node).Params.List {
		if t := e.info.TypeOf(field.Type); t != nil && (syntax.IsErrorInterface(t) || syntax.IsBoolean(t)) {
			return e.effects.MayEnd(node)
		}
	}
	return false
}

// saysOfError reports whether a declared function says something of an error: nothing but yes or no of one that it gets, or its
// kind, since it may ask whether there is one; yes or no of the error that it is a method of; or another error.
func (e *engine) saysOfError(node ast.Node) bool {
	decl, ok := node.(*ast.FuncDecl)
	if !ok {
		return false
	}
	fn, ok := e.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return false
	}
	sig := fn.Signature()
	asks := sig.Results().Len() == 1 && isVerdict(sig.Results().At(0).Type()) && getsError(sig)
	return asks || asksItself(sig) || handsOn(sig)
}

func typeOfFunc(node ast.Node) *ast.FuncType {
	if lit, ok := node.(*ast.FuncLit); ok {
		return lit.Type
	}
	return node.(*ast.FuncDecl).Type
}

// summarize takes the summary out of a run.
func (f *flow) summarize(r *run) *summary {
	s := &summary{possible: make(map[*symbol]set), given: make(map[*symbol]given)}
	exit := r.exit
	if exit.dead {
		s.never = !f.recovers
		s.results = make([]map[string]value, len(f.resultLocs))
		return s
	}
	if f.recovers && !f.e.isCalm {
		return nil // what it returns after a panic, nobody knows
	}
	exit = f.fewerSymbols(exit)
	note := func(sym *symbol) {
		if _, ok := s.possible[sym]; ok {
			return
		}
		s.possible[sym] = exit.possible(sym)
		if sym.site != nil || sym.loc == nil {
			return
		}
		v, ok := sym.loc.root.(*types.Var)
		if !ok {
			return
		}
		if at, ok := f.parameter(v); ok {
			s.given[sym] = given{param: at, path: sym.loc.path, loc: sym.loc, code: sym.universe, typ: sym.loc.typ, object: f.objectOf(sym)}
		} else {
			s.given[sym] = given{outer: v, path: sym.loc.path, loc: sym.loc, code: sym.universe}
		}
	}
	s.handed = f.e.accessor(f.node)
	partsOf := func(l *location) map[string]value {
		parts := make(map[string]value)
		for _, p := range f.parts(l) {
			v := f.peek(exit, p)
			if p.shared && f.ending == nil && changes(f.deferredWrites(), p) {
				v = nil
			}
			if !v.isUnknown() && !f.isOwnEntry(v, p) {
				parts[p.path] = v
				v.symbols(note)
			}
		}
		return parts
	}
	for _, l := range f.resultLocs {
		s.results = append(s.results, partsOf(l))
	}
	for _, l := range f.leftLocs {
		s.left = append(s.left, leftIn{l.variable(), partsOf(l)})
	}
	s.set = f.fieldsLeft(exit)
	for _, set := range s.set {
		set.symbols(note)
		set.kept.symbols(note)
	}
	for sym := range exit.syms {
		if sym.site == nil {
			note(sym) // it returns only for some of what it gets
		}
	}
	return s
}

// fewerSymbols returns what is known where the function returns, in terms of few enough symbols:
// callers take over all that a summary has, and theirs do, so that where many functions call each
// other a summary would depend on every code that any of them gets. If there are too many, those
// go that only say when a result is what it is.
func (f *flow) fewerSymbols(exit *state) *state {
	own, results := make(map[*symbol]bool), make(map[*symbol]bool)
	for _, v := range exit.vals {
		v.symbols(func(s *symbol) {
			if s.site != nil {
				own[s] = true
			}
		})
		v.each(func(o outcome) { results[o.sym] = true })
	}
	if len(own) <= manySymbols {
		return exit
	}
	exit = exit.clone()
	idle := func(x constraint) bool { return own[x.sym] && !results[x.sym] }
	for l, v := range exit.vals {
		exit.put(l, v.replace(func(o outcome, add func(outcome)) {
			o.cond = slices.DeleteFunc(slices.Clone(o.cond), idle)
			add(o)
		}))
	}
	return exit
}

// isOwnEntry reports whether a result is nothing but "what it was".
func (f *flow) isOwnEntry(v value, p *location) bool {
	s := v.symbol()
	return s != nil && s.site == nil && slices.Contains(f.resultLocs, s.loc.top())
}

func (l *location) top() *location {
	for l.parent != nil {
		l = l.parent
	}
	return l
}

// deferredWrites returns what deferred calls may change, after the results are told.
func (f *flow) deferredWrites() *effects.Writes {
	if f.afterwards == nil {
		var calls []*ast.CallExpr
		for _, d := range f.defers {
			calls = append(calls, d.Call)
		}
		f.afterwards = f.p.effects.All(calls...)
	}
	return f.afterwards
}
