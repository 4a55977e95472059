package codeflow

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Source is a reply, and the codes that it can hold at some point.
type Source struct {
	ID   int           // the same in all states of a function
	Call *ast.CallExpr // that brought it; nil for what came in from outside
	Codes
}

// Sources returns the replies of which something is known, by position.
func (s State) Sources() []Source {
	if s.st == nil || s.st.dead {
		return nil
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	var syms []*symbol
	for sym := range s.st.syms {
		if sym.universe.domain != nil {
			syms = append(syms, sym)
		}
	}
	slices.SortFunc(syms, func(a, b *symbol) int { return cmp.Compare(a.id, b.id) })
	var all []Source
	for _, sym := range syms {
		x := Source{ID: sym.id, Codes: sym.universe.codes(s.st.possible(sym))}
		if sym.site != nil {
			if x.Call = asked(sym.site); x.Call == nil || !sym.brought && s.r.engine.looksInto(x.Call) || s.r.engine.onlyWaits(x.Call) {
				continue // where ways meet, and other places that ask nobody
			}
			if sym.met && s.st.possible(sym).has(sym.universe.size) {
				continue // on some way the callee returns none: the replies that met say what has come of them
			}
		}
		all = append(all, x)
	}
	return all
}

// From returns the call that brought the code which an expression holds, if that
// is one reply's for sure.
func (s State) From(e ast.Expr) *ast.CallExpr {
	if s.st == nil || s.st.dead {
		return nil
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	v := s.f.value(s.st.clone(), e)
	if sym := v.symbol(); sym != nil && sym.site != nil {
		return asked(sym.site)
	}
	return nil
}

// Settled reports whether it is known for which codes an expression holds what: two constants at least, or nil and errors, and no
// code for which it may be one or another.
func (s State) Settled(e ast.Expr) bool {
	if s.st == nil || s.st.dead {
		return false
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	v := s.f.value(s.st.clone(), e)
	several := slices.ContainsFunc(v, func(o outcome) bool { return !o.same(v[0].out) })
	return several && v.parted()
}

// parted reports whether a value is known to be constants, nil and errors, and for which codes it is what.
func (v value) parted() bool {
	for i, o := range v {
		known := o.kind == isConst || o.kind == isNil || o.kind == isError && !o.err.open
		if !known || slices.ContainsFunc(v[:i], func(p outcome) bool { return !o.same(p.out) && !o.cond.partedFrom(p.cond) }) {
			return false
		}
	}
	return true
}

// looksInto reports whether a call brings no reply, but tells something of an
// error that it is given: errors.As, a predicate.
func (e *engine) looksInto(call *ast.CallExpr) bool {
	if fn, ok := syntax.StaticCallee(e.info, call); ok && syntax.ErrorsFunction(fn) != "" {
		return true
	}
	t := e.info.TypeOf(call)
	return t != nil && syntax.IsBoolean(t) && e.getsFailure(call)
}

// onlyWaits reports whether a call brings no reply, but gives others time to change one: time.Sleep.
func (e *engine) onlyWaits(call *ast.CallExpr) bool {
	fn, ok := syntax.StaticCallee(e.info, call)
	if !ok || fn.Pkg() == e.pass.Pkg || fn.Signature().Recv() != nil || fn.Signature().Results().Len() > 0 {
		return false
	}
	return !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		_, basic := syntax.OrInvalid(e.info.TypeOf(arg)).Underlying().(*types.Basic)
		return !basic
	})
}

// getsFailure reports whether a call is given something that may be a failure, or hold one: an
// error, a code, a reply.
func (e *engine) getsFailure(call *ast.CallExpr) bool {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && e.info.Selections[sel] != nil && e.holdsFailure(sel.X) {
		return true
	}
	return slices.ContainsFunc(call.Args, e.holdsFailure)
}

func (e *engine) holdsFailure(x ast.Expr) bool {
	t := e.info.TypeOf(x)
	if t == nil || e.universeOf(x) != nil || syntax.ImplementsError(t) || len(e.bindings.CodeFields(t)) > 0 {
		return true
	}
	switch u := syntax.Pointee(t).Underlying().(type) {
	case *types.Interface:
		return u.Empty()
	case *types.Struct:
		for f := range u.Fields() {
			if syntax.IsErrorInterface(f.Type()) {
				return true
			}
		}
	}
	return false
}

// Depends reports whether what an expression holds depends on the reply that a
// call has brought.
func (s State) Depends(e ast.Expr, call *ast.CallExpr) bool {
	if s.st == nil || s.st.dead {
		return false
	}
	s.r.engine.mu.Lock()
	defer s.r.engine.mu.Unlock()
	depends := false
	s.f.value(s.st.clone(), e).symbols(func(sym *symbol) {
		depends = depends || sym.site != nil && asked(sym.site) == call
	})
	return depends
}

// asked returns the call that brought what became known at a site: the call
// itself, or the one whose results a statement stores.
func asked(site ast.Node) *ast.CallExpr {
	var from ast.Expr
	switch s := site.(type) {
	case *ast.CallExpr:
		return s
	case *ast.AssignStmt:
		if len(s.Rhs) == 1 {
			from = s.Rhs[0]
		}
	case *ast.ValueSpec:
		if len(s.Values) == 1 {
			from = s.Values[0]
		}
	}
	if from == nil {
		return nil
	}
	if x, ok := ast.Unparen(from).(*ast.TypeAssertExpr); ok {
		from = x.X
	}
	call, _ := ast.Unparen(from).(*ast.CallExpr)
	return call
}

// Fails returns the state if an error is not nil, or if it is, by outcome. Of a
// call with several results that is the last one.
func (s State) Fails(e ast.Expr, fails bool) State {
	return s.step(func(f *flow, st *state) {
		var v value
		if several, ok := f.typeOf(e).(*types.Tuple); ok && several.Len() > 0 {
			v = f.evalMulti(st, e, several.Len())[several.Len()-1]
		} else {
			v = f.converted(st, f.eval(st, e), e, syntax.ErrorType)
		}
		if len(v) == 0 {
			return
		}
		var left []outcome
		for _, o := range v {
			if o.kind == anything || (o.kind == isNil) != fails {
				left = append(left, o)
			}
		}
		st.keep(left)
	})
}
