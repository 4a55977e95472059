package codeflow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/effects"
	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says what stores and calls do to locations other than the one that
// a statement names: memory that several names lead to, variables that closures
// assign, what a callee was handed the address of.

// overwrite forgets what other names may lead to the location l, which is stored
// to.
func (f *flow) overwrite(st *state, l *location, site ast.Node) {
	if !l.shared {
		for _, p := range f.byRoot[l.root] {
			if p.reads != nil && descends(l, p.parent) {
				f.clear(st, p, site)
			}
		}
		return
	}
	w := f.p.effects.New()
	store(w, l)
	f.forgetWritten(st, w, site, l)
}

// storeElsewhere is overwrite for a store to a place that is no location.
func (f *flow) storeElsewhere(st *state, lhs ast.Expr, site ast.Node) {
	w := f.p.effects.New()
	w.Store(lhs)
	f.forgetWritten(st, w, site, nil)
	// An element of an array or a map that is a variable.
	if x, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
		if l := f.locate(x.X); l != nil {
			f.forget(st, l, site, true)
		}
	}
}

// forget makes the parts of a location hold something unknown.
func (f *flow) forget(st *state, l *location, site ast.Node, butItself bool) {
	for _, p := range f.parts(l) {
		if p == l && butItself {
			continue
		}
		f.clear(st, p, site)
	}
}

// forgetWritten forgets the locations that writes may have changed.
func (f *flow) forgetWritten(st *state, w *effects.Writes, site ast.Node, but *location) {
	for _, l := range f.written(w) {
		if but == nil || !descends(l, but) {
			f.clear(st, l, site)
		}
	}
}

// written returns the locations that writes may have changed.
func (s *shape) written(w *effects.Writes) []*location {
	var all []*location
	for _, l := range s.sharedLocs {
		if changes(w, l) {
			all = append(all, l)
		}
	}
	var vars []types.Object
	for v := range w.Each {
		if s.byRoot[v] != nil {
			vars = append(vars, v)
		}
	}
	slices.SortFunc(vars, func(a, b types.Object) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, v := range vars {
		for _, l := range s.byRoot[v] {
			if !l.shared {
				all = append(all, l)
			}
		}
	}
	return all
}

// A callEffect is what a call may change.
type callEffect struct {
	foreign.Letting                 // other goroutines in
	own             bool            // all that it does is known
	anywhere        bool            // it stores in what it gets without a type
	writes          *effects.Writes // nil: it changes nothing itself
	written         []*location     // what of this function it may have changed
	all             *effects.Writes // with the literals of this function that it may run
	known           int             // how many locations were known when that was found
}

// afterCall forgets what a call may have changed.
func (f *flow) afterCall(st *state, call *ast.CallExpr) {
	c := f.effectOf(call)
	if c.Waits {
		f.others(st, call, c.All())
	}
	f.changed(st, call)
}

// changed is afterCall for a call that is made in a goroutine of its own, if it waits.
func (f *flow) changed(st *state, call *ast.CallExpr) {
	c := f.effectOf(call)
	if c.writes == nil {
		return
	}
	f.handed(st, call, c.writes, c.own)
	for _, l := range f.writtenBy(call, c) {
		if !f.staysAwaited(l, call, c) {
			f.clear(st, l, call)
		}
	}
}

func (s *shape) effectOf(call *ast.CallExpr) *callEffect {
	c := s.callEffects[call]
	if c != nil {
		return c
	}
	c = &callEffect{known: -1}
	s.callEffects[call] = c
	c.writes, c.Letting = s.p.effects.Call(call)
	if c.writes == nil {
		return c
	}
	fn, _ := typeutil.Callee(s.p.info, call).(*types.Func)
	ours := fn != nil && s.p.index.Decls[fn.Origin()] != nil
	if !ours {
		s.lends(c.writes, call)
	}
	c.own = ours && !c.writes.Dynamic
	c.anywhere = c.writes.Open && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return syntax.IsEmptyInterface(s.typeOf(arg)) })
	return c
}

// writtenBy returns the locations that a call may have changed, by itself or by
// the literals that it may run.
func (s *shape) writtenBy(call *ast.CallExpr, c *callEffect) []*location {
	if c.known != len(s.order) {
		w := s.p.effects.New()
		w.Add(c.writes)
		s.closures(w, call)
		c.known, c.all, c.written = len(s.order), w, s.written(w)
		if c.anywhere {
			c.written = append(c.written, s.sharedLocs...)
		}
	}
	return c.written
}

// handed forgets the variables whose address a call gets.
func (f *flow) handed(st *state, call *ast.CallExpr, w *effects.Writes, own bool) {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && f.e.info.Selections[sel] != nil {
		if fn, ok := f.e.info.ObjectOf(sel.Sel).(*types.Func); ok && fn.Signature().Recv() != nil && syntax.IsPointer(fn.Signature().Recv().Type()) {
			if syntax.IsPointer(f.typeOf(sel.X)) {
				f.forgetHanded(st, f.named(sel.X), call, w, own)
			} else {
				f.forgetHanded(st, f.locate(sel.X), call, w, own)
			}
		}
	}
	for _, arg := range call.Args {
		addr, ok := ast.Unparen(arg).(*ast.UnaryExpr)
		if ok && addr.Op == token.AND {
			f.forgetHanded(st, f.locate(addr.X), call, w, own)
		} else {
			f.forgetHanded(st, f.named(arg), call, w, own)
		}
	}
}

// named returns the location, of a variable, that a pointer is another name for; nil if it is
// not.
func (f *flow) named(pointer ast.Expr) *location {
	id, ok := ast.Unparen(pointer).(*ast.Ident)
	if !ok || !syntax.IsPointer(f.typeOf(id)) {
		return nil
	}
	l := f.locate(id)
	if l == nil {
		return nil
	}
	if to := f.pointee(l); to.root != l.root {
		return to
	}
	return nil
}

func (f *flow) forgetHanded(st *state, l *location, site ast.Node, w *effects.Writes, own bool) {
	if l == nil {
		return
	}
	for _, p := range f.parts(l) {
		if own && !changesHanded(w, p, l) {
			continue
		}
		f.clear(st, p, site)
	}
}

// closures adds the variables that the call may change by a literal of this
// function that it runs.
func (s *shape) closures(w *effects.Writes, call *ast.CallExpr) {
	for _, v := range s.elsewhere {
		i := s.p.index.Vars[v]
		if s.foreign(v) && w.Dynamic && !(s.setsAlone(v, false) && !s.p.effects.Launched().Has(v)) {
			w.Put(v) // a variable of the function around: whoever is called may be its closure
		}
		for _, lit := range i.Writers {
			if ast.Node(lit) != s.node && s.mayRun(lit, call, w) {
				w.Put(v)
			}
		}
	}
}

// mayRun reports whether a call may run a literal.
func (s *shape) mayRun(lit *ast.FuncLit, call *ast.CallExpr, w *effects.Writes) bool {
	for l := lit; l != nil; {
		if call != nil && call.Pos() <= l.Pos() && l.End() <= call.End() {
			return true
		}
		switch s.p.index.Usage[l] {
		case index.HandedOn, index.Passed:
			return true
		case index.CalledHere:
			if w.Dynamic {
				return true
			}
		}
		if call != nil && s.p.index.LiteralOf(call) == l {
			return true
		}
		outer, ok := s.p.index.Outer[l].(*ast.FuncLit)
		if !ok || ast.Node(outer) == s.node {
			break
		}
		l = outer
	}
	return false
}

// lends adds the variables whose address a value has that a call of another module's function
// gets: a request that fills a reply.
func (s *shape) lends(w *effects.Writes, call *ast.CallExpr) {
	if len(s.p.index.LentOut) == 0 {
		return
	}
	var got []types.Type
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && s.p.info.Selections[sel] != nil {
		got = append(got, s.typeOf(sel.X))
	}
	for _, arg := range call.Args {
		got = append(got, s.typeOf(arg))
	}
	for v, lent := range s.p.index.LentOut {
		if s.byRoot[v] == nil {
			continue
		}
		for _, t := range got {
			for _, u := range lent {
				if t != nil && types.Identical(t, u) {
					w.Put(v)
				}
			}
		}
	}
}
