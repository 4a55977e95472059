package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about append, which stores in memory that other lists may share: where a list was cut, as in
// kept := all[:0], or where two are made of one. list = append(list, code) alone does not.

// An appending is what is known of a call of append.
type appending struct {
	list  ast.Expr
	grows bool // its result takes the place of the list
}

// noteAppend notes a call of append.
func (w *indexer) noteAppend(call *ast.CallExpr, stack []ast.Node) {
	if !syntax.IsBuiltin(w.info, call, "append") {
		return
	}
	a := appending{list: ast.Unparen(call.Args[0])}
	if s, ok := stackTop(stack).(*ast.AssignStmt); ok && len(s.Lhs) == len(s.Rhs) {
		for i, rhs := range s.Rhs {
			a.grows = a.grows || rhs == ast.Expr(call) && types.ExprString(s.Lhs[i]) == types.ExprString(a.list)
		}
	}
	w.appends[call] = a
}

// noteCut notes a variable, or a field, that holds a list which was cut: there may be more behind its end.
func (w *indexer) noteCut(lhs, rhs ast.Expr) {
	if s, ok := ast.Unparen(rhs).(*ast.SliceExpr); ok && s.High != nil && !s.Slice3 {
		if v := namedBy(w.info, lhs); v != nil {
			w.cut[v.Origin()] = true
		}
	}
}

// namedBy returns the variable or field that an expression names.
func namedBy(info *types.Info, e ast.Expr) *types.Var {
	id := syntax.Name(e)
	if id == nil {
		return nil
	}
	v, _ := info.ObjectOf(id).(*types.Var)
	return v
}

// appends adds what a call of append may change.
func (p *program) appends(w *writes, call *ast.CallExpr) {
	a, ok := p.index.appends[call]
	if !ok {
		return
	}
	switch list := a.list.(type) {
	case *ast.CompositeLit, *ast.CallExpr:
		return // it is new, or nil
	case *ast.SliceExpr:
		if list.Slice3 {
			return
		}
		w.items = true
	default:
		v := namedBy(p.info, a.list)
		switch {
		case p.info.Types[a.list].IsNil():
			return
		case v != nil && !p.index.cut[v.Origin()]:
			if a.grows && v.Kind() != types.ParamVar {
				return // it has no room that somebody else sees
			}
		}
		w.items = true
	}
	if t, ok := underlying(p.info.TypeOf(a.list)).(*types.Slice); ok {
		w.storeType(t.Elem())
	}
}

// isList reports whether a type is one of lists.
func isList(t types.Type) bool {
	switch underlying(t).(type) {
	case *types.Slice, *types.Array:
		return true
	}
	return false
}
