package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// eval returns what an expression is, and does what its calls do.
func (f *flow) eval(st *state, e ast.Expr) value {
	if f.stop != nil {
		f.stop(e, st)
	}
	calls := f.p.effects.Calls(e)
	if calls && f.evaluated {
		if v, ok := st.vals[f.inHand(e)]; ok {
			return v.ifKnown()
		}
	}
	v := f.evalExpr(st, e)
	if u := f.e.universeOf(e); u != nil {
		if !v.isCode(u) {
			v = f.unknownCode(st, e, u)
			if l := f.locate(e); l != nil && len(l.index) > 0 {
				f.set(st, l, v) // the next look at it finds the same
			}
		}
		if f.watch != nil && !st.dead {
			f.watch(e, st.codes(v, u, nil))
		}
	}
	if calls {
		f.remember(st, e, v)
	}
	return v
}

// isCode reports whether v says anything of a code of the universe.
func (v value) isCode(u *universe) bool {
	for _, o := range v {
		switch o.kind {
		case isSymbol:
			if o.sym.universe != u {
				return false
			}
		case isOneOf:
			if o.universe != u {
				return false
			}
		case isConst:
		case isNil: // a pointer to a code
		default:
			return false
		}
	}
	return len(v) > 0
}

// unknownCode returns a code that became known at e.
func (f *flow) unknownCode(st *state, e ast.Expr, u *universe) value {
	return f.renew(st, symbolKey{site: e}, u).value()
}

// value is eval for an expression that is evaluated already: it does nothing.
func (f *flow) value(st *state, e ast.Expr) value {
	if l := f.locate(e); l != nil && len(l.index) == 0 {
		return f.ofItself(l, f.readValue(st, l))
	}
	watch, stop, entered, evaluated := f.watch, f.stop, f.entered, f.evaluated
	f.watch, f.stop, f.entered, f.evaluated = nil, nil, nil, true
	defer func() { f.watch, f.stop, f.entered, f.evaluated = watch, stop, entered, evaluated }()
	scratch := st.clone()
	v := f.eval(scratch, e)
	v.symbols(func(s *symbol) {
		if _, ok := st.syms[s]; !ok && s.site != nil {
			st.allow(s, scratch.possible(s))
		}
	})
	return v
}

func (f *flow) evalExpr(st *state, e ast.Expr) value {
	tv := f.e.info.Types[e]
	if tv.Value != nil {
		return constantValue(tv.Value)
	}
	if tv.IsType() {
		return nil
	}
	if tv.IsNil() {
		return known(out{kind: isNil})
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.eval(st, e.X)
	case *ast.Ident, *ast.SelectorExpr, *ast.StarExpr:
		return f.evalPlace(st, e)
	case *ast.IndexExpr:
		return f.evalIndex(st, e)
	case *ast.CallExpr:
		return f.evalMulti(st, e, 1)[0]
	case *ast.FuncLit:
		f.made(st, e)
	case *ast.TypeAssertExpr:
		if e.Type != nil {
			return f.assertion(st, e)
		}
		f.eval(st, e.X)
	case *ast.UnaryExpr:
		switch e.Op {
		case token.NOT:
			return f.evalBool(st, e)
		case token.AND:
			if _, lit := ast.Unparen(e.X).(*ast.CompositeLit); lit {
				return f.pointer(e, f.eval(st, e.X).pointing(f.typeOf(e)))
			}
			f.operands(st, e.X)
			return f.pointer(e, nil)
		case token.ARROW:
			f.eval(st, e.X)
			f.others(st, e, false)
			return f.received(st, e.X, e)
		default:
			f.eval(st, e.X)
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.LAND, token.LOR, token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			return f.evalBool(st, e)
		}
		f.eval(st, e.X)
		f.eval(st, e.Y)
	case *ast.CompositeLit:
		return f.evalLiteral(st, e)
	case *ast.KeyValueExpr:
		f.eval(st, e.Key)
		f.eval(st, e.Value)
	case *ast.SliceExpr:
		for _, x := range []ast.Expr{e.X, e.Low, e.High, e.Max} {
			if x != nil {
				f.eval(st, x)
			}
		}
	}
	return nil
}

// pointer returns what an address is, or new gives: not nil, if nothing more is known of it.
func (f *flow) pointer(e ast.Expr, v value) value {
	if len(v) > 0 || syntax.ImplementsError(f.typeOf(e)) || f.e.universeOf(e) != nil {
		return v
	}
	return known(out{kind: isPresent})
}

// evalPlace reads a variable, a field, or what a pointer leads to.
func (f *flow) evalPlace(st *state, e ast.Expr) value {
	if l := f.locate(e); l != nil {
		return f.ofItself(l, f.demand(l, f.readValue(st, l)))
	}
	switch e := e.(type) {
	case *ast.SelectorExpr:
		if f.e.info.Selections[e] == nil {
			return nil
		}
		x := f.eval(st, e.X)
		field, ok := f.e.info.Selections[e].Obj().(*types.Var)
		if !ok {
			return nil
		}
		if lit := literalOf(e.X); lit != nil && len(f.e.info.Selections[e].Index()) == 1 && !f.e.effects.Calls(lit) {
			parts := make(map[string]value)
			f.literalParts(st, lit, "", parts)
			return parts["."+field.Name()]
		}
		if call, ok := ast.Unparen(e.X).(*ast.CallExpr); ok && len(f.e.info.Selections[e].Index()) == 1 {
			parts, path := f.partsOfResults(st, call, 1)[0], "."+field.Name()
			if syntax.IsPointer(f.typeOf(call)) {
				path = "*" + path
			}
			if v := parts[path]; len(v) > 0 {
				return v
			}
		}
		return f.e.tables.field(x, field.Name())
	case *ast.StarExpr:
		return f.eval(st, e.X)
	}
	return nil
}

// literalOf returns the composite literal that an expression is, or the address of; nil if it is none.
func literalOf(e ast.Expr) *ast.CompositeLit {
	e = ast.Unparen(e)
	if addr, ok := e.(*ast.UnaryExpr); ok && addr.Op == token.AND {
		e = ast.Unparen(addr.X)
	}
	lit, _ := e.(*ast.CompositeLit)
	return lit
}

// readValue reads a location, or what a variable of a package is for good.
func (f *flow) readValue(st *state, l *location) value {
	if f.unsteady(l) {
		if l.code == nil {
			return nil
		}
		return anyCode(l.code)
	}
	if v := f.read(st, l); len(v) > 0 {
		return f.isNow(st, l, v)
	}
	return f.unset(st, l)
}

// unset returns what a location holds of which the state says nothing: a variable of a package may hold something
// for good, and a field be one of what a table held.
func (f *flow) unset(st *state, l *location) value {
	if l.parent == nil && l.shared {
		return f.e.packageVariable(l.root)
	}
	if l.parent == nil || l.field == nil || f.unsteady(l.parent) {
		return nil
	}
	row := f.read(st, l.parent)
	if len(row) == 0 {
		row = f.unset(st, l.parent)
	}
	return f.e.tables.field(row, l.field.Name())
}

// evalIndex reads an element: of a table that does not change, by a code.
func (f *flow) evalIndex(st *state, e *ast.IndexExpr) value {
	if l := f.locate(e); l != nil {
		f.operands(st, e)
		return f.readValue(st, l)
	}
	if tv := f.e.info.Types[e.X]; !tv.IsValue() { // an instantiation
		return nil
	}
	table := f.e.tableOf(e.X)
	if table == nil {
		f.eval(st, e.X)
	}
	index := st.held(f.eval(st, e.Index))
	if table == nil {
		return nil
	}
	return table.lookup(st, index)
}

// evalLiteral evaluates a composite literal. One of a type that is an error is an
// error.
func (f *flow) evalLiteral(st *state, e *ast.CompositeLit) value {
	elts := make([]ast.Expr, len(e.Elts))
	for i, elt := range e.Elts {
		elts[i] = elt
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if f.e.info.Types[kv.Key].IsValue() {
				f.eval(st, kv.Key)
			}
			elts[i] = kv.Value
		}
	}
	vals := f.evalAll(st, elts)
	t := f.typeOf(e)
	if f.e.errorTypeOf(t) == nil {
		if syntax.ImplementsError(t) {
			return known(out{kind: isError, err: &failure{links: []link{{typ: t, direct: true}}, open: isOpen(t)}})
		}
		return nil
	}
	return f.errorOf(t, func(field errorField) value { return f.fieldOf(st, e, vals, field) })
}
