package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// listed returns what is in a list that a variable of a function holds, which a literal and statements behind it make it of:
//
//	opts := []retry.Option{retry.Attempts(3)}
//	opts = append(opts, retry.Delay(pause))
//
// It fails if there is something in it in some cases only.
func (c *checker) listed(e ast.Expr) ([]ast.Expr, bool) {
	info := c.pass.TypesInfo
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok := info.ObjectOf(id).(*types.Var)
	if !ok || c.declaredIn(v) == nil {
		return nil, false
	}
	var list []ast.Expr
	var block ast.Node
	for _, by := range c.assigned(v) {
		if by == nil {
			return nil, false
		}
		_, path := c.pathTo(by)
		if len(path) < 2 {
			return nil, false
		}
		s, ok := path[0].(*ast.AssignStmt)
		if !ok || len(s.Lhs) != 1 || block != nil && path[1] != block || by.Pos() > e.Pos() {
			return nil, false
		}
		block = path[1]
		switch x := ast.Unparen(by).(type) {
		case *ast.CompositeLit:
			if s.Tok != token.DEFINE {
				return nil, false
			}
			list = append(list, x.Elts...)
		case *ast.CallExpr:
			if !syntax.IsBuiltin(info, x, "append") || len(x.Args) == 0 {
				return nil, false
			}
			if to, ok := ast.Unparen(x.Args[0]).(*ast.Ident); ok && info.Uses[to] == types.Object(v) {
				list = append(list, x.Args[1:]...)
			} else {
				list = append(list, x.Args...)
			}
		default:
			return nil, false
		}
	}
	return list, len(list) > 0
}
