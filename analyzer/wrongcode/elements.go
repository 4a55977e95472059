package wrongcode

import (
	"go/ast"
	"go/types"
)

// askedBefore reports whether an expression is, or is in, an element whose index
// is no constant, and a condition above it asks about the same element. Code
// flow does not tell such elements apart, so what it knows of them is what it
// knew before the question: that is no ground to speak.
func (c *checker) askedBefore(decl ast.Decl, e ast.Expr) bool {
	if !c.inElement(e) {
		return false
	}
	name, asked := types.ExprString(e), false
	about := func(conditions ...ast.Expr) {
		for _, cond := range conditions {
			if cond == nil || cond.Pos() >= e.Pos() {
				continue
			}
			ast.Inspect(cond, func(n ast.Node) bool {
				if x, ok := n.(ast.Expr); ok && types.ExprString(x) == name {
					asked = true
				}
				return !asked
			})
		}
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			about(n.Cond)
		case *ast.ForStmt:
			about(n.Cond)
		case *ast.SwitchStmt:
			about(n.Tag)
		case *ast.CaseClause:
			about(n.List...)
		}
		return !asked
	})
	return asked
}

// inElement reports whether an expression goes through an index that is no
// constant.
func (c *checker) inElement(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		return c.pass.TypesInfo.Types[e.Index].Value == nil || c.inElement(e.X)
	case *ast.SelectorExpr:
		return c.inElement(e.X)
	case *ast.StarExpr:
		return c.inElement(e.X)
	}
	return false
}
