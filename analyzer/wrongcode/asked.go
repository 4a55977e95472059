package wrongcode

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// looksFor reports whether a function asks an error which a variable of it holds for a code
// that is a success: it knows that there may be one, and what it is.
func (c *checker) looksFor(lhs ast.Expr, root ast.Node) bool {
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return false
	}
	v := c.pass.TypesInfo.ObjectOf(id)
	if v == nil || v.Parent() == c.pass.Pkg.Scope() {
		return false
	}
	if c.asked.root != root {
		c.asked = asked{root: root, success: c.askedForSuccess(root)}
	}
	return c.asked.success[v]
}

// asked is which variables the declaration root asks for a code that is a success.
type asked struct {
	root    ast.Node
	success map[types.Object]bool
}

func (c *checker) askedForSuccess(root ast.Node) map[types.Object]bool {
	all := make(map[types.Object]bool)
	ask := func(e ast.Expr) {
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			if v := c.pass.TypesInfo.Uses[id]; v != nil {
				all[v] = true
			}
		}
	}
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			if c.isSuccess(n.Y) {
				ask(n.X)
			}
			if c.isSuccess(n.X) {
				ask(n.Y)
			}
		case *ast.CallExpr:
			if isTarget(c.pass.TypesInfo, n) && c.isSuccess(n.Args[1]) {
				ask(n.Args[0])
			}
		case *ast.SwitchStmt:
			if n.Tag == nil {
				break
			}
			for _, s := range n.Body.List {
				if clause, ok := s.(*ast.CaseClause); ok && slices.ContainsFunc(clause.List, c.isSuccess) {
					ask(n.Tag)
				}
			}
		}
		return true
	})
	return all
}

// isSuccess reports whether an expression is a constant for a success code, as an error too.
func (c *checker) isSuccess(e ast.Expr) bool {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && syntax.IsError(c.pass.TypesInfo.TypeOf(call)) {
		e = call.Args[0]
	}
	says, ok := c.bindings.Says(e)
	if !ok {
		return false
	}
	v, ok := c.bindings.Of(e)
	return ok && slices.ContainsFunc(v.Domain.Members(), func(m domain.Member) bool {
		return m.Text == says.Text && m.IsSuccess()
	})
}

// isTarget reports whether a call is errors.Is, which looks for an error in another one.
func isTarget(info *types.Info, call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	return syntax.ErrorsFunction(fn) == "Is" && len(call.Args) == 2
}
