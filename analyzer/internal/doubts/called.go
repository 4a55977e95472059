package doubts

import (
	"go/ast"
	"go/types"
)

// isAmongFailures reports whether a code is part of something in a list, map or struct that is called after failures, as
// failed[0] is, or all that it is a copy of is, up to a depth.
func (f failure) isAmongFailures(e ast.Expr, depth int) bool {
	if part, ok := e.(*ast.SliceExpr); ok {
		e = part.X
	}
	v := Root(f.info, f.bindings, e)
	if v == nil || depth == 0 {
		return false
	}
	switch types.Unalias(v.Type()).Underlying().(type) {
	case *types.Slice, *types.Map, *types.Chan, *types.Struct, *types.Pointer:
		if isCalledFailure(v.Name()) {
			return true
		}
	}
	values := f.valuesOf(v)
	for _, value := range values {
		if !f.isAmongFailures(f.bindings.Core(value), depth-1) {
			return false
		}
	}
	return len(values) > 0
}

// valuesOf returns what a variable is given in a declaration, and what it goes over.
func (f failure) valuesOf(v types.Object) (values []ast.Expr) {
	if v == nil {
		return nil
	}
	is := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && f.info.ObjectOf(id) == v
	}
	f.mentions.Inspect(f.root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				switch {
				case !is(lhs):
				case len(n.Lhs) == len(n.Rhs):
					values = append(values, n.Rhs[i])
				default:
					values = append(values, n.Rhs[0])
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if is(name) && i < len(n.Values) {
					values = append(values, n.Values[i])
				}
			}
		case *ast.RangeStmt:
			if is(n.Key) || is(n.Value) {
				values = append(values, n.X)
			}
		}
		return true
	}, v)
	return values
}
