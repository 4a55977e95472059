package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// locate returns the location that an expression names, or nil.
func (f *flow) locate(e ast.Expr) *location {
	l, ok := f.located[e]
	if !ok {
		l = f.locateExpr(e)
		f.located[e] = l
		if l != nil && l.code == nil {
			l.code = f.e.universeOf(e)
		}
	}
	return l
}

func (f *flow) locateExpr(e ast.Expr) *location {
	info := f.e.info
	switch e := e.(type) {
	case *ast.ParenExpr:
		return f.locate(e.X)
	case *ast.Ident:
		if v, ok := info.ObjectOf(e).(*types.Var); ok && e.Name != "_" && !v.IsField() {
			return f.variable(v)
		}
	case *ast.SelectorExpr:
		sel := info.Selections[e]
		if sel == nil {
			if v, ok := info.ObjectOf(e.Sel).(*types.Var); ok && !v.IsField() {
				return f.variable(v) // of another package
			}
			return nil
		}
		if sel.Kind() != types.FieldVal {
			return nil
		}
		l := f.locate(e.X)
		for _, i := range sel.Index() {
			if l == nil {
				return nil
			}
			if isPointer(l.typ) {
				l = f.pointee(l)
			}
			st, ok := l.typ.Underlying().(*types.Struct)
			if !ok || i >= st.NumFields() {
				return nil
			}
			field := st.Field(i)
			l = f.below(l, "."+field.Name(), field.Type(), field.Origin())
		}
		return l
	case *ast.StarExpr:
		if l := f.locate(e.X); l != nil && isPointer(l.typ) {
			return f.pointee(l)
		}
	case *ast.IndexExpr:
		tv := info.Types[e.Index]
		l := f.locate(e.X)
		if l == nil || tv.Value == nil || l.typ == nil {
			return nil
		}
		if isPointer(l.typ) {
			l = f.pointee(l)
		}
		switch u := l.typ.Underlying().(type) {
		case *types.Map:
			return f.below(l, pathOfIndex(tv.Value), u.Elem(), nil)
		case *types.Slice:
			return f.below(l, pathOfIndex(tv.Value), u.Elem(), nil)
		case *types.Array:
			return f.below(l, pathOfIndex(tv.Value), u.Elem(), nil)
		}
	case *ast.CallExpr:
		if f.e.bindings.IsLookup(e) {
			return f.lookup(e)
		}
	}
	return nil
}

// pointee returns the location that a pointer leads to: where that is a variable
// for good, the variable.
func (f *flow) pointee(l *location) *location {
	if v, ok := l.root.(*types.Var); ok && l.parent == nil {
		if i := f.e.index.vars[v]; i != nil && i.alias != nil {
			if to := f.locate(i.alias); to != nil && to.root != v {
				return to
			}
		}
	}
	return f.below(l, "*", l.typ.Underlying().(*types.Pointer).Elem(), nil)
}

// lookup returns the location of what a call looks up by a constant key, as
// r.FormValue("reasonCode") does: it gives the same text each time.
func (f *flow) lookup(call *ast.CallExpr) *location {
	var step strings.Builder
	step.WriteString("()")
	var from ast.Expr
	for e := ast.Expr(call); ; {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			name := calledName(x.Fun)
			if name == nil {
				return nil
			}
			step.WriteString(name.Name)
			for _, arg := range x.Args {
				if tv := f.e.info.Types[arg]; tv.Value != nil {
					step.WriteString("(" + tv.Value.ExactString() + ")")
				} else if from == nil && f.locate(arg) != nil {
					from = arg // URLParam(r, "reasonCode")
				} else {
					return nil
				}
			}
			sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			if !ok {
				return nil
			}
			if f.e.info.Selections[sel] == nil {
				if from == nil {
					return nil
				}
				return f.below(f.locate(from), step.String(), f.typeOf(call), nil)
			}
			e = sel.X
			if l := f.locate(e); l != nil && from == nil {
				return f.below(l, step.String(), f.typeOf(call), nil)
			}
		default:
			return nil
		}
	}
}

func (f *flow) typeOf(e ast.Expr) types.Type { return f.e.info.TypeOf(e) }

// isShared reports whether others have access to a variable.
func (f *flow) isShared(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	if !ok || v.Pkg() == nil {
		return false
	}
	if v.Parent() == v.Pkg().Scope() || v.Pkg() != f.e.pass.Pkg {
		return true
	}
	i := f.e.index.vars[v]
	return i != nil && (i.pointed || i.goes)
}

// unsteady reports whether a location can change at any moment, so that nothing
// that was read holds for the next read.
func (l *location) unsteady(f *flow) bool {
	v, ok := l.root.(*types.Var)
	if !ok {
		return false
	}
	i := f.e.index.vars[v]
	return i != nil && i.goes
}

// foreign reports whether a variable belongs to a function around this one.
func (f *flow) foreign(v *types.Var) bool {
	if v.Pos() == token.NoPos || v.Pkg() != f.e.pass.Pkg {
		return false
	}
	return v.Pos() < f.node.Pos() || v.Pos() >= f.node.End()
}
