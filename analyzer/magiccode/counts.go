package magiccode

import (
	"go/ast"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
)

// counts reports whether a literal says where a loop begins to count, or ends: for c := codes.ResponseCode(0); c < 400; c++.
func (c *checker) counts(m binding.Meeting, lit *ast.BasicLit) bool {
	if lit.Kind != token.INT || m.Kind != binding.Ordering && m.Kind != binding.Assignment && m.Kind != binding.Conversion {
		return false
	}
	decl := c.declaration(lit.Pos())
	if !c.searched[decl] {
		c.searched[decl] = true
		ast.Inspect(decl, func(n ast.Node) bool {
			if loop, ok := n.(*ast.ForStmt); ok {
				c.noteCounter(loop)
			}
			return true
		})
	}
	return c.counted[lit]
}

// noteCounter notes the literals in the head of a loop that counts: it sets a variable, and adds to it or takes from it.
func (c *checker) noteCounter(loop *ast.ForStmt) {
	init, ok := loop.Init.(*ast.AssignStmt)
	if !ok || len(init.Lhs) != 1 {
		return
	}
	var stepped ast.Expr
	switch post := loop.Post.(type) {
	case *ast.IncDecStmt:
		stepped = post.X
	case *ast.AssignStmt:
		if post.Tok == token.ADD_ASSIGN || post.Tok == token.SUB_ASSIGN {
			stepped = post.Lhs[0]
		}
	}
	counter, ok := stepped.(*ast.Ident)
	if !ok {
		return
	}
	begun, ok := init.Lhs[0].(*ast.Ident)
	if !ok || c.pass.TypesInfo.ObjectOf(begun) == nil || c.pass.TypesInfo.ObjectOf(begun) != c.pass.TypesInfo.ObjectOf(counter) {
		return
	}
	note := func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			c.counted[lit] = true
		}
		return true
	}
	ast.Inspect(init, note)
	if test, ok := loop.Cond.(*ast.BinaryExpr); ok && isOrdering(test.Op) {
		ast.Inspect(test, note)
	}
}
