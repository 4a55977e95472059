package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says what is known at a function's start: what its callers hand over, and what a literal
// captures.

// actualEntry returns the state at a function's start, nil if nothing is known.
func (f *flow) actualEntry() *state {
	entry, sites := newState(), f.sites()
	if lit, ok := f.node.(*ast.FuncLit); ok {
		if entry = f.captured(lit); entry == nil && len(sites) > 0 {
			entry = newState()
		}
	}
	if len(sites) == 0 {
		return entry.unlessEmpty()
	}
	for _, l := range f.order {
		v, ok := l.root.(*types.Var)
		if !ok || l.code == nil || len(l.index) > 0 {
			continue
		}
		at, ok := f.parameter(v)
		if !ok {
			continue
		}
		possible := set{}
		for _, s := range sites {
			possible = possible.union(f.e.handedAt(s, at, l))
		}
		if !possible.equal(l.code.all) {
			entry.allow(f.entry(l), possible)
			if possible.empty() {
				entry.dead = true // never called
			}
		}
	}
	return entry.unlessEmpty()
}

// unlessEmpty returns a state of which something is known, else nil.
func (st *state) unlessEmpty() *state {
	if st == nil || len(st.syms) == 0 {
		return nil
	}
	return st
}

// sites returns the calls of a function, if it is only called, and by the package alone: else none.
func (f *flow) sites() []index.Site {
	if f.e.isInside {
		return f.e.sitesInside(f)
	}
	if lit, ok := f.node.(*ast.FuncLit); ok && f.sig.Params().Len() > 0 && f.e.isNamed(lit) {
		return f.e.valueCalls(f)
	}
	if f.obj == nil || f.obj.Exported() || f.e.index.Valued[f.obj] || f.obj.Name() == "main" || f.obj.Name() == "init" {
		return nil
	}
	if f.sig.Recv() != nil && f.e.index.Dynamic[f.obj.Name()] {
		return nil
	}
	return f.e.index.Calls[f.obj]
}

// parameter returns which parameter a variable is.
func (f *flow) parameter(v *types.Var) (int, bool) { return parameterOf(f.sig, v) }

// parameterOf is parameter by a function's signature. It fails for one that takes the rest of the arguments.
func parameterOf(sig *types.Signature, v *types.Var) (int, bool) {
	if v == sig.Recv() {
		return index.Receiver, true
	}
	for i := range sig.Params().Len() {
		if sig.Params().At(i) == v {
			return i, !(sig.Variadic() && i == sig.Params().Len()-1)
		}
	}
	return 0, false
}

// handedAt returns the codes that a call hands over to the location l, which
// starts at the parameter at.
func (e *engine) handedAt(s index.Site, at int, l *location) set {
	arg := argument(s.Call, at)
	if arg == nil || isSearch(l.path) || at == index.Receiver && e.hidesReceiver(s.Call) {
		return l.code.all
	}
	if tv := e.info.Types[arg]; tv.Value != nil && l.parent == nil {
		return single(l.code.of(tv.Value))
	}
	if s.In == nil {
		return l.code.all
	}
	f := e.flow(s.In)
	if f == nil || l.leads(l.top()) && f.runsLater(s.Call) {
		return l.code.all
	}
	possible := set{}
	f.callsAt(s.Call, func(c *call, st *state) {
		var v value
		if l.parent == nil && at >= 0 && at < len(c.args) {
			v = c.args[at]
		} else {
			v = f.handedValue(st, s.Call, at, l)
		}
		possible = possible.union(st.codes(v, l.code, nil))
	})
	return possible
}

// runsLater reports whether what a call calls runs later than it hands its arguments over, so
// that what these lead to may have changed.
func (f *flow) runsLater(call *ast.CallExpr) bool {
	n, _ := f.nodeOf(call)
	switch s := n.node.(type) {
	case *ast.DeferStmt:
		return s.Call == call
	case *ast.GoStmt:
		return s.Call == call
	}
	return false
}

// argument returns the expression that a call gives a parameter.
func argument(call *ast.CallExpr, at int) ast.Expr {
	if at == index.Receiver {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return sel.X
		}
		return nil
	}
	if at >= len(call.Args) || call.Ellipsis != token.NoPos {
		return nil
	}
	return call.Args[at]
}

// handedValue returns what a call's callee finds at its location l, which starts
// at a parameter.
func (f *flow) handedValue(st *state, call *ast.CallExpr, param int, l *location) value {
	arg := argument(call, param)
	if l.parent == nil && !f.isPromoted(call, param) {
		return f.value(st, arg)
	}
	if v, ok := f.returnedPart(st, call, param, l.path); ok {
		return v
	}
	to := f.handedLocation(call, param, l.path, l.code)
	if to == nil {
		return nil
	}
	return f.readValue(st, to)
}

// returnedPart returns what is at a path from what a call hands over, if that is what another call returns.
func (f *flow) returnedPart(st *state, call *ast.CallExpr, param int, path string) (value, bool) {
	arg := argument(call, param)
	asked, ok := ast.Unparen(arg).(*ast.CallExpr)
	if !ok || f.locate(arg) != nil || f.isPromoted(call, param) {
		return nil, false
	}
	if path[0] == '.' && syntax.IsPointer(f.typeOf(asked)) {
		path = "*" + path // a method's receiver, which the call loads
	}
	return f.partsOfResults(st, asked, 1)[0][path], true
}

// handedLocation returns where a call's caller has what its callee finds at a path from a parameter; nil if it is nowhere.
func (f *flow) handedLocation(call *ast.CallExpr, param int, path string, code *universe) *location {
	base := argument(call, param)
	if addr, ok := ast.Unparen(base).(*ast.UnaryExpr); ok && addr.Op == token.AND && path != "" && path[0] == '*' {
		base, path = addr.X, path[1:]
	}
	at := f.locate(base)
	if f.isPromoted(call, param) {
		index := f.p.info.Selections[ast.Unparen(call.Fun).(*ast.SelectorExpr)].Index()
		at = f.fieldAt(at, index[:len(index)-1])
	}
	if at == nil {
		return nil
	}
	if path != "" && path[0] == '*' && !syntax.IsPointer(at.typ) {
		path = path[1:] // a method's receiver, whose address the call takes
	} else if path != "" && path[0] == '.' && syntax.IsPointer(at.typ) {
		at = f.pointee(at) // a method's receiver, which the call loads
	}
	if path == "" {
		return at
	}
	var v value
	if code != nil {
		v = known(out{kind: isOneOf, universe: code})
	}
	return f.follow(at, path, v)
}

// isPromoted reports whether a parameter is the receiver of a method that the
// type of the call's operand has from a struct in it.
func (f *flow) isPromoted(call *ast.CallExpr, param int) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || param != index.Receiver {
		return false
	}
	s := f.p.info.Selections[sel]
	return s != nil && len(s.Index()) > 1
}

// captured returns the state at the start of a literal: what was known where it
// was made of variables that nobody assigns after that.
func (f *flow) captured(lit *ast.FuncLit) *state {
	outer := f.e.index.Outer[lit]
	if outer == nil {
		return nil
	}
	of := f.e.flow(outer)
	if of == nil {
		return nil
	}
	r := f.e.actualRun(of)
	if r == nil || r.lits[lit] == nil {
		return nil
	}
	made := r.lits[lit]
	entry := newState()
	for _, l := range f.order {
		v, ok := l.root.(*types.Var)
		if !ok || l.code == nil || l.shared || !f.foreign(v) {
			continue
		}
		if i := f.e.index.Vars[v]; i == nil || i.Stores > 0 && i.Last > lit.Pos() || i.Pointed || i.Named || i.Goes || i.Later || len(i.Writers) > 0 || of.inALoop(i, lit) {
			continue
		}
		there := of.follow(of.variable(v), l.path, nil)
		if there == nil || there.code != l.code {
			continue
		}
		if possible := made.codes(of.peek(made, there), l.code, nil); !possible.equal(l.code.all) {
			entry.allow(f.entry(l), possible)
		}
	}
	return entry.unlessEmpty()
}

// inALoop reports whether a variable may be assigned again after a literal was
// made, in the next round of a loop around both.
func (f *flow) inALoop(v *index.Variable, lit *ast.FuncLit) bool {
	if v.Stores == 0 {
		return false
	}
	if loopAt(f.loops, lit.Pos()) != nil {
		return true
	}
	if inner, ok := f.node.(*ast.FuncLit); ok && f.node != v.Owner {
		if outer := f.e.flow(f.e.index.Outer[inner]); outer != nil {
			return outer.inALoop(v, inner)
		}
	}
	return false
}

// made notes the state where a literal is made.
func (f *flow) made(st *state, lit *ast.FuncLit) {
	if f.running == nil {
		return
	}
	if before := f.running.lits[lit]; before != nil {
		st = f.join(lit, []*state{before, st})
	}
	f.running.lits[lit] = st.clone()
}
