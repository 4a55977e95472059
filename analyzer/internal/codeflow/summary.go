package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// A summary is what callers need to know of a function: what its results are, in
// terms of its symbols. A symbol is either something that it got from its caller,
// or a code or choice of its own, of which each call has another.
type summary struct {
	results  []map[string]value // by path; "" is the result itself
	possible map[*symbol]set    // what the symbols can be when the function returns
	given    map[*symbol]given  // the symbols that come from the caller
	never    bool               // it does not return, whatever it gets
	handed   map[int]int        // results of a check that are what it got: result → parameter
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
	if lit := e.literalOf(call); lit != nil {
		return e.summary(lit)
	}
	fn, ok := calleeOf(e.info, call)
	if !ok {
		return nil
	}
	fn = fn.Origin()
	if decl := e.index.decls[fn]; decl != nil {
		return e.summary(decl)
	}
	if e.isCalm && len(e.implementations(fn)) > 0 {
		return e.dispatched(fn)
	}
	if fn.Pkg() == nil || fn.Pkg() == e.pass.Pkg {
		return nil
	}
	return e.importedSummary(fn)
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
	if !e.worthwhile(node) || !e.isCalm && !e.relevant(node) && !e.checksError(node) {
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
// or of what it returns for.
func (e *engine) worthwhile(node ast.Node) bool {
	typ := typeOfFunc(node)
	return typ.Results != nil && len(typ.Results.List) > 0 || e.mayEnd(node)
}

// checksError reports whether a function gets an error and may return for nil only.
func (e *engine) checksError(node ast.Node) bool {
	for _, field := range typeOfFunc(node).Params.List {
		if t := e.info.TypeOf(field.Type); t != nil && isErrorInterface(t) {
			return e.mayEnd(node)
		}
	}
	return false
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
	for i, l := range f.resultLocs {
		parts := make(map[string]value)
		for _, p := range f.parts(l) {
			v := f.peek(exit, p)
			if f.changedLater(i) || p.shared && f.deferredWrites().changes(f.p.index, p) {
				v = nil
			}
			if !v.isUnknown() && !f.isOwnEntry(v, p) {
				parts[p.path] = v
				v.symbols(note)
			}
		}
		s.results = append(s.results, parts)
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
func (f *flow) deferredWrites() *writes {
	if f.afterwards == nil {
		f.afterwards = f.p.newWrites()
		for _, call := range f.defers {
			f.e.tally().call(f.afterwards, call)
		}
	}
	return f.afterwards
}

// changedLater reports whether a deferred call, or literal, changes a result.
func (f *flow) changedLater(i int) bool {
	v := f.sig.Results().At(i)
	info := f.e.index.vars[v]
	if info == nil {
		return false
	}
	for _, lit := range info.writers {
		if !f.e.isCalm || !f.e.onlyRecovers(lit, v) {
			return true
		}
	}
	return info.pointed || info.later
}

// onlyRecovers reports whether a literal sets a variable only after a panic.
func (p *program) onlyRecovers(lit *ast.FuncLit, v *types.Var) bool {
	only := true
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			x, ok := ast.Unparen(n.Cond).(*ast.BinaryExpr)
			if !ok || x.Op != token.NEQ || !p.info.Types[x.Y].IsNil() {
				break
			}
			if callsRecover(x.X) || n.Init != nil && callsRecover(n.Init) && p.stores(n.Init, v) == 0 {
				if n.Else != nil {
					only = only && p.stores(n.Else, v) == 0
				}
				return false // its body is executed after a panic
			}
		case *ast.AssignStmt, *ast.IncDecStmt, *ast.RangeStmt, *ast.UnaryExpr:
			only = only && p.stores(n, v) == 0
		}
		return only
	})
	return only
}

// instantiate returns the results of a call by its callee's summary.
func (f *flow) instantiate(st *state, s *summary, c *call) []map[string]value {
	in := &instance{f: f, st: st, own: make(map[*symbol]*symbol), given: make(map[*symbol]value), s: s}
	var syms []*symbol
	for sym := range s.possible {
		syms = append(syms, sym)
	}
	slices.SortFunc(syms, func(a, b *symbol) int { return a.id - b.id })
	for _, sym := range syms {
		if g, ok := s.given[sym]; ok {
			v := f.givenValue(st, c, g)
			if len(v) == 0 && g.isCode() && len(c.args) > len(c.Args) {
				// Of check(send()) no variable holds the reply.
				v = f.renew(st, symbolKey{site: c.Args[0], n: -2 - sym.id}, sym.universe).value()
			}
			in.given[sym] = v
		}
	}
	for _, sym := range syms {
		if _, ok := s.given[sym]; !ok {
			own := f.renew(st, symbolKey{site: c.CallExpr, loc: sym.loc, n: 1 + sym.id}, sym.universe)
			st.allow(own, s.possible[sym])
			in.own[sym] = own
		}
	}
	if f.e.isAlone {
		in.alone(syms, c.CallExpr)
	}
	// It returned: what it got was something that it returns for.
	for _, sym := range syms {
		if _, ok := s.given[sym]; ok && !s.possible[sym].equal(sym.anything()) {
			if remaining := in.allowed(sym, s.possible[sym], value{{}}); len(remaining) > 0 {
				st.keep(remaining)
			} else {
				st.dead = true
			}
		}
	}
	results := make([]map[string]value, len(s.results))
	for i, parts := range s.results {
		results[i] = make(map[string]value)
		if param, ok := s.handed[i]; ok {
			if v := f.givenValue(st, c, given{param: param}); len(v) > 0 {
				results[i][""] = st.held(v)
			}
		}
		for path, v := range parts {
			if w := in.value(v); len(w) > 0 && len(w) <= maxOutcomes {
				results[i][path] = w
			}
		}
	}
	return results
}

// givenValue returns what a call hands over for a symbol of its callee.
func (f *flow) givenValue(st *state, c *call, g given) value {
	if isSearch(g.path) {
		return f.searchedValue(st, c, g)
	}
	if g.outer != nil {
		l := f.follow(f.variable(g.outer), g.path, known(out{kind: isOneOf, universe: g.code}))
		if l == nil {
			return nil
		}
		return f.readValue(st, l)
	}
	if len(c.args) > len(c.Args) && g.param >= 0 { // f(g())
		if g.path == "" {
			return c.args[g.param]
		}
		return f.partsOfResults(st, c.Args[0], len(c.args))[g.param][g.path]
	}
	arg := argument(c.CallExpr, g.param)
	if arg == nil {
		return nil
	}
	if g.path == "" && !f.isPromoted(c.CallExpr, g.param) {
		if g.param >= 0 && g.param < len(c.args) {
			return c.args[g.param]
		}
		return f.value(st, arg)
	}
	loc := g.loc
	if loc == nil {
		loc = &location{path: g.path, parent: &location{}, code: g.code}
	}
	return f.handedValue(st, c.CallExpr, g.param, loc)
}

// An instance is the use of a summary for one call.
type instance struct {
	f     *flow
	st    *state
	s     *summary
	own   map[*symbol]*symbol // the callee's own symbols
	given map[*symbol]value   // those that the caller hands over
}

// value returns a value of the callee in terms of the caller.
func (in *instance) value(v value) value {
	w := make(value, 0, len(v))
	for _, o := range v {
		for _, p := range in.outcome(o) {
			if in.st.holds(p.cond) {
				w = w.add(p)
			}
		}
	}
	return w
}

func (in *instance) outcome(o outcome) []outcome {
	if o.err != nil {
		e := o.err.clone()
		for i := range e.links {
			if len(e.links[i].code) > 0 {
				e.links[i].code = in.value(e.links[i].code)
			}
		}
		o.err = e
	}
	var base value
	rest := o.cond
	switch {
	case o.kind == isSymbol && in.own[o.sym] != nil:
		base = in.own[o.sym].value()
	case o.kind == isSymbol:
		allowed, ok := o.cond.on(o.sym)
		if !ok {
			allowed = o.sym.anything()
		}
		rest = o.cond.without(o.sym)
		base = in.only(o.sym, allowed)
	case o.kind == isElement && o.sym != nil:
		sym := in.own[o.sym]
		if sym == nil {
			sym = in.given[o.sym].symbol()
		}
		if sym == nil || sym.universe != o.sym.universe {
			base = value{{}}
		} else {
			base = known(out{kind: isElement, sym: sym, table: o.table})
		}
	default:
		base = known(o.out)
	}
	for _, x := range rest {
		base = in.allowed(x.sym, x.set, base)
	}
	return base
}

// allowed returns the outcomes of v under the condition that a symbol of the
// callee is in a set.
func (in *instance) allowed(sym *symbol, allowed set, v value) value {
	if own := in.own[sym]; own != nil {
		return v.conditioned(cond{{own, allowed}})
	}
	var w value
	for _, a := range in.only(sym, allowed) {
		for _, o := range v {
			w = append(w, outcome{o.out, o.cond.all(a.cond)})
		}
	}
	return w
}

// only returns the outcomes of what the caller hands over for a symbol, that are
// in a set.
func (in *instance) only(sym *symbol, allowed set) value {
	var w value
	for _, a := range orUnknown(in.given[sym]) {
		switch {
		case sym.universe == choice && a.kind == isConst:
			if way := succeeded; a.val.Kind() == constant.Bool {
				if !constant.BoolVal(a.val) {
					way = failed
				}
				if allowed.has(way) {
					w = append(w, a)
				}
			}
		case sym.universe == choice:
			w = append(w, outcome{out{}, a.cond})
		case a.kind == isNil: // nothing is found
			if allowed.has(sym.universe.size) {
				w = append(w, outcome{out{}, a.cond})
			}
		case a.isCode() && a.codes() != sym.universe:
			w = append(w, outcome{out{}, a.cond})
		case a.isCode(), a.kind == isConst:
			yes, _ := inSet(a, allowed, sym.universe)
			w = append(w, yes...)
		default:
			w = append(w, a)
		}
	}
	return w
}
