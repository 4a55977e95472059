package missedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// separates reports whether a default, or what follows a dispatch, itself tells
// success from failures: by a condition, or by a call whose error is nil for one
// of them only, as code.Err() is.
func (c *checker) separates(d *dispatch, body []ast.Stmt) bool {
	found := false
	apart := func(at ast.Expr, assume func(s codeflow.State, outcome bool) codeflow.State) {
		before := c.flow.Before(at)
		found = found || c.tells(d, assume(before, true), assume(before, false))
	}
	condition := func(e ast.Expr) {
		if e != nil {
			apart(e, func(s codeflow.State, outcome bool) codeflow.State { return s.Assume(e, outcome) })
		}
	}
	for _, stmt := range body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.IfStmt:
				condition(n.Cond)
			case *ast.ForStmt:
				condition(n.Cond)
			case *ast.SwitchStmt:
				if n.Tag != nil {
					found = found || d.key == c.keyOf(n.Tag) // judged by itself
					return !found
				}
				for _, s := range n.Body.List {
					if clause, ok := s.(*ast.CaseClause); ok {
						for _, e := range clause.List {
							condition(e)
						}
					}
				}
			case *ast.ReturnStmt:
				for _, e := range n.Results {
					if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && c.nilIdent() != nil && syntax.IsError(c.pass.TypesInfo.TypeOf(call)) {
						apart(call, func(s codeflow.State, outcome bool) codeflow.State {
							return s.AssumeEqual(call, c.nilIdent(), outcome)
						})
					}
				}
			}
			return !found
		})
	}
	return found
}

// tells reports whether a success code is in one of two states only, and failures
// in the other.
func (c *checker) tells(d *dispatch, yes, no codeflow.State) bool {
	a, known := yes.Codes(d.code)
	b, also := no.Codes(d.code)
	if !known || !also {
		return false
	}
	return parts(a, b) || parts(b, a)
}

// parts reports whether success is in one set of codes, and only failures in
// another.
func parts(with, without codeflow.Codes) bool {
	return hasSuccess(with.Members()) && !hasSuccess(without.Members()) && hasFailure(without.Members())
}

// nilIdent returns some nil that stands in the file, with which an expression can
// be compared.
func (c *checker) nilIdent() *ast.Ident {
	if !c.soughtNil {
		c.soughtNil = true
		ast.Inspect(c.file, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && c.pass.TypesInfo.Uses[id] == types.Universe.Lookup("nil") {
				c.someNil = id
			}
			return c.someNil == nil
		})
	}
	return c.someNil
}
