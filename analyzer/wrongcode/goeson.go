package wrongcode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// This file is about errors of which somebody is told, before the program goes on as if there were none:
//
//	code, err := strconv.Atoi(text)
//	if err != nil {
//		log.Print(err)
//	}

// goesOn reports whether the only one who asks for an error of parsing a code shows it at most, or has the code be 0, which it
// is anyway.
func (c *checker) goesOn(file *ast.File, code, err ast.Expr) bool {
	id, ok := err.(*ast.Ident)
	if !ok || c.pass.TypesInfo.Defs[id] == nil {
		return false // declared elsewhere, for others too
	}
	obj := c.pass.TypesInfo.Defs[id]
	var asked *ast.IfStmt
	ast.Inspect(scopeOf(file, obj), func(n ast.Node) bool {
		if s, ok := n.(*ast.IfStmt); ok && asked == nil && c.isFailure(s.Cond, obj) {
			asked = s
		}
		return asked == nil
	})
	if asked == nil || asked.Else != nil {
		return false
	}
	for use := range c.uses(file, obj) {
		if use.Pos() < asked.Pos() || use.Pos() >= asked.End() {
			return false
		}
	}
	for _, s := range asked.Body.List {
		if !c.isIdle(s, code) {
			return false
		}
	}
	return true
}

// isFailure reports whether a condition is that an error is not nil.
func (c *checker) isFailure(cond ast.Expr, err types.Object) bool {
	test, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || test.Op != token.NEQ {
		return false
	}
	id, ok := ast.Unparen(test.X).(*ast.Ident)
	return ok && c.pass.TypesInfo.Uses[id] == err && c.pass.TypesInfo.Types[test.Y].IsNil()
}

// isIdle reports whether a statement does nothing about a code that could not be parsed.
func (c *checker) isIdle(s ast.Stmt, code ast.Expr) bool {
	switch s := s.(type) {
	case *ast.ExprStmt:
		call, ok := ast.Unparen(s.X).(*ast.CallExpr)
		return ok && c.onlyShows(call) && c.flow.MayReturn(call)
	case *ast.AssignStmt:
		if len(s.Lhs) != 1 || len(s.Rhs) != 1 || s.Tok != token.ASSIGN {
			return false
		}
		v := c.pass.TypesInfo.Types[s.Rhs[0]].Value
		return v != nil && constant.Compare(constant.ToInt(v), token.EQL, constant.MakeInt64(0)) && types.ExprString(s.Lhs[0]) == types.ExprString(code)
	}
	return false
}
