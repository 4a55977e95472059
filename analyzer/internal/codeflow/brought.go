package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file tells functions that ask for a reply, and say whether it was one that they like, from those that only look into one
// which they are given, or which was kept:
//
//	for s.step(ctx, m) {
//	}

// isBrought reports whether a symbol of a function is a reply that this, or a function that it calls, asks for.
func (e *engine) isBrought(sym *symbol) bool {
	if sym.site == nil {
		return false
	}
	call := asked(sym.site)
	return call != nil && (sym.brought || !e.looksInto(call) && !e.onlyWaits(call)) && !e.asksKept(e.index.Around(call.Pos()), call)
}

// asksKept reports whether a function looks at a code that is kept where others store codes, or asks others to: but for what a
// call says which it makes, nobody knows then for which codes it answers what.
func (e *engine) asksKept(fn ast.Node, but *ast.CallExpr) bool {
	if fn == nil {
		return true
	}
	found := false
	ast.PreorderStack(fn, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			found = found || n != but && e.looksInto(n)
		case *ast.SelectorExpr:
			if _, stored := syntax.StackTop(stack).(*ast.AssignStmt); !stored && e.info.Types[n].Value == nil && e.universeOf(n) != nil {
				found = found || e.isKept(n, fn)
			}
		}
		return !found
	})
	return found
}

// isKept reports whether an expression is a part of something that a function got, or that is declared outside of it.
func (e *engine) isKept(x ast.Expr, fn ast.Node) bool {
	id, ok := syntax.Base(x).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := e.info.ObjectOf(id).(*types.Var)
	return !ok || v.Kind() != types.LocalVar || v.Pos() < fn.Pos() || v.Pos() >= fn.End()
}
