package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// locate returns the location that an expression names, or nil.
func (s *shape) locate(e ast.Expr) *location {
	switch e.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.ParenExpr, *ast.StarExpr, *ast.IndexExpr, *ast.CallExpr:
	default:
		return nil
	}
	l, ok := s.located[e]
	if !ok {
		l = s.locateExpr(e)
		s.located[e] = l
		if l != nil && l.code == nil {
			l.code = s.p.universeOf(e)
		}
	}
	return l
}

func (s *shape) locateExpr(e ast.Expr) *location {
	info := s.p.info
	switch e := e.(type) {
	case *ast.ParenExpr:
		return s.locate(e.X)
	case *ast.Ident:
		if v, ok := info.ObjectOf(e).(*types.Var); ok && e.Name != "_" && !v.IsField() {
			return s.variable(v)
		}
	case *ast.SelectorExpr:
		sel := info.Selections[e]
		if sel == nil {
			v, ok := info.ObjectOf(e.Sel).(*types.Var)
			switch {
			case !ok:
			case v.IsField():
				return s.fieldOf(s.locate(e.X), v)
			default:
				return s.variable(v) // of another package
			}
			return nil
		}
		if sel.Kind() != types.FieldVal {
			return nil
		}
		return s.fieldAt(s.locate(e.X), sel.Index())
	case *ast.StarExpr:
		if l := s.locate(e.X); l != nil && syntax.IsPointer(l.typ) {
			return s.pointee(l)
		}
	case *ast.IndexExpr:
		tv, by := info.Types[e.Index], s.indexVariable(e)
		l := s.locate(e.X)
		if l == nil || tv.Value == nil && by == nil || l.typ == nil {
			return nil
		}
		if syntax.IsPointer(l.typ) {
			l = s.pointee(l)
		}
		u, ok := l.typ.Underlying().(interface{ Elem() types.Type }) // of a map, slice or array
		switch {
		case !ok:
			return nil
		case by != nil:
			return s.element(l, by, u.Elem())
		}
		return s.below(l, pathOfIndex(tv, keysOf(l.typ)), u.Elem(), nil)
	case *ast.CallExpr:
		if s.p.bindings.IsLookup(e) {
			return s.lookup(e)
		}
		return s.reading(e)
	}
	return nil
}

// indexVariable returns the variable by which an element is selected, if it is one
// that only this function sets; nil for a table that does not change, of which
// more is known.
func (s *shape) indexVariable(e *ast.IndexExpr) *types.Var {
	id, ok := ast.Unparen(e.Index).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := s.p.info.Uses[id].(*types.Var)
	if !ok || s.isShared(v) || s.foreign(v) {
		return nil
	}
	if i := s.p.index.Vars[v]; i != nil && len(i.Writers) > 0 {
		return nil
	}
	if t := s.p.tables.of(e.X, true); t != nil && t.elem != nil {
		return nil
	}
	return v
}

// fieldOf returns the location of a field by its name, for an expression that is nowhere in the program: a callee's, made one of its
// caller's.
func (s *shape) fieldOf(l *location, field *types.Var) *location {
	if l == nil || l.typ == nil {
		return nil
	}
	found, path, _ := types.LookupFieldOrMethod(l.typ, true, field.Pkg(), field.Name())
	if v, ok := found.(*types.Var); !ok || v.Origin() != field.Origin() {
		return nil
	}
	return s.fieldAt(l, path)
}

// fieldAt returns the location of a field, by the indexes of the fields that lead
// to it; nil below nil.
func (s *shape) fieldAt(l *location, path []int) *location {
	for _, i := range path {
		if l == nil {
			return nil
		}
		if syntax.IsPointer(l.typ) {
			l = s.pointee(l)
		}
		st, ok := l.typ.Underlying().(*types.Struct)
		if !ok || i >= st.NumFields() {
			return nil
		}
		field := st.Field(i)
		l = s.below(l, "."+field.Name(), field.Type(), field.Origin())
	}
	return l
}

// pointee returns the location that a pointer leads to: where that is a variable
// for good, the variable.
func (s *shape) pointee(l *location) *location {
	if v, ok := l.root.(*types.Var); ok && l.parent == nil {
		if i := s.p.index.Vars[v]; i != nil && i.Alias != nil {
			if to := s.locate(i.Alias); to != nil && to.root != v && len(to.index) == 0 {
				return to
			}
		}
	}
	return s.below(l, "*", l.typ.Underlying().(*types.Pointer).Elem(), nil)
}

// lookup returns the location of what a call looks up by a constant key, as
// r.FormValue("reasonCode") does: it gives the same text each time.
func (s *shape) lookup(call *ast.CallExpr) *location {
	var step strings.Builder
	step.WriteString("()")
	var from ast.Expr
	for e := ast.Expr(call); ; {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			name := syntax.CalledName(x.Fun)
			if name == nil {
				return nil
			}
			step.WriteString(name.Name)
			for _, arg := range x.Args {
				if tv := s.p.info.Types[arg]; tv.Value != nil {
					step.WriteString("(" + tv.Value.ExactString() + ")")
				} else if from == nil && s.locate(arg) != nil {
					from = arg // URLParam(r, "reasonCode")
				} else {
					return nil
				}
			}
			sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			if !ok {
				return nil
			}
			if s.p.info.Selections[sel] == nil {
				if from == nil {
					return nil
				}
				return s.below(s.locate(from), step.String(), s.typeOf(call), nil)
			}
			e = sel.X
			if l := s.locate(e); l != nil && from == nil {
				return s.below(l, step.String(), s.typeOf(call), nil)
			}
		default:
			return nil
		}
	}
}

func (s *shape) typeOf(e ast.Expr) types.Type { return s.p.info.TypeOf(e) }

// isShared reports whether others have access to a variable.
func (s *shape) isShared(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	if !ok || v.Pkg() == nil {
		return false
	}
	if v.Parent() == v.Pkg().Scope() || v.Pkg() != s.p.pass.Pkg {
		return true
	}
	i := s.p.index.Vars[v]
	return i != nil && (i.Pointed || i.Goes)
}

// unsteady reports whether a location can change at any moment, so that nothing
// that was read holds for the next read.
func (f *flow) unsteady(l *location) bool {
	v, ok := l.root.(*types.Var)
	return ok && f.e.goes(v)
}

// foreign reports whether a variable belongs to a function around this one.
func (s *shape) foreign(v *types.Var) bool {
	if v.Pos() == token.NoPos || v.Pkg() != s.p.pass.Pkg {
		return false
	}
	return v.Pos() < s.node.Pos() || v.Pos() >= s.node.End()
}
