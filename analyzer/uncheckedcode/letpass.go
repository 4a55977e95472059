package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
)

// This file is about questions whether a looked up code is a number, of which a no goes the way of a success:
//
//	if code, ok := m["responseCode"].(float64); ok && code != 0 {
//		return errRefused
//	}

// letPass reports an assertion that a looked up code is a number, if the program asks nothing more of what is none than of a success.
func (c *checker) letPass(b *replies.Body, assert *ast.TypeAssertExpr, x *ast.IndexExpr, success domain.Member) {
	if c.asksMore(b, x) {
		return
	}
	stmt, ok := b.Parent(assert).(*ast.AssignStmt)
	if !ok || len(stmt.Lhs) != 2 || stmt.Tok != token.DEFINE {
		return
	}
	code, ok := c.local(stmt.Lhs[0])
	if !ok {
		return
	}
	is, ok := c.local(stmt.Lhs[1])
	if !ok || len(b.Uses(is)) != 1 {
		return
	}
	test, ok := c.failsIf(b, b.Uses(is)[0])
	if !ok || !c.differsFromSuccess(b, test, code) {
		return
	}
	c.report(assert, "unfilled", fmt.Sprintf("if %s came as text, or is missing, this goes on as for 0, which is %s; take text, too, and say what happens without a code",
		types.ExprString(x), success.Name))
}

// local returns the variable that a name declares.
func (c *checker) local(e ast.Expr) (*types.Var, bool) {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok := c.info.Defs[id].(*types.Var)
	return v, ok
}

// failsIf returns the rest of the condition of a statement without else, of which a name is the first part: code != 0 of
// if ok && code != 0, and of if ok { if code != 0 {. It fails if there is more in the statement.
func (c *checker) failsIf(b *replies.Body, is *ast.Ident) (ast.Expr, bool) {
	switch p := b.Parent(is).(type) {
	case *ast.BinaryExpr:
		s, ok := b.Parent(p).(*ast.IfStmt)
		return p.Y, ok && p.Op == token.LAND && p.X == ast.Expr(is) && s.Cond == ast.Expr(p) && s.Else == nil
	case *ast.IfStmt:
		if p.Cond != ast.Expr(is) || p.Else != nil || len(p.Body.List) != 1 {
			return nil, false
		}
		if inner, ok := p.Body.List[0].(*ast.IfStmt); ok && inner.Else == nil {
			return inner.Cond, true
		}
	}
	return nil, false
}

// differsFromSuccess reports whether a condition is that a code is another one than success.
func (c *checker) differsFromSuccess(b *replies.Body, cond ast.Expr, code *types.Var) bool {
	test, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || test.Op != token.NEQ {
		return false
	}
	for _, sides := range [][2]ast.Expr{{test.X, test.Y}, {test.Y, test.X}} {
		asked := false
		ast.Inspect(sides[0], func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			asked = asked || ok && c.info.Uses[id] == code
			return !asked
		})
		if asked && c.isSuccessCode(sides[1], sides[0]) {
			return true
		}
	}
	return false
}

// asksMore reports whether a function asks whether anything else is in a map in which it looks a code up, or has somebody else
// look at the map afterwards.
func (c *checker) asksMore(b *replies.Body, code *ast.IndexExpr) bool {
	if m := b.Variable(code.X); m != nil {
		for _, use := range b.Uses(m) {
			if _, looksUp := b.Parent(use).(*ast.IndexExpr); !looksUp && use.Pos() > code.End() {
				return true
			}
		}
	}
	text, found := types.ExprString(code.X), false
	ast.Inspect(b.Decl.Body, func(n ast.Node) bool {
		x, ok := n.(*ast.IndexExpr)
		if !ok || found || x == code || types.ExprString(x.X) != text {
			return !found
		}
		var e ast.Expr = x
		if assert, ok := b.Parent(x).(*ast.TypeAssertExpr); ok {
			e = assert
		}
		taken, blank := c.second(b, e)
		_, compared := b.Parent(e).(*ast.BinaryExpr)
		found = taken && !blank || compared
		return !found
	})
	return found
}
