package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// spread returns a call that gets what is in a list for its last parameters as one that gets that itself: Do(fn, opts...).
func (c *checker) spread(call *ast.CallExpr) *ast.CallExpr {
	if !call.Ellipsis.IsValid() || len(call.Args) == 0 {
		return call
	}
	last := len(call.Args) - 1
	list, ok := c.listed(call.Args[last])
	if !ok {
		return call
	}
	return &ast.CallExpr{Fun: call.Fun, Lparen: call.Lparen, Args: slices.Concat(call.Args[:last:last], list), Rparen: call.Rparen}
}

// givenTo returns what a call gives the last parameters of a function, by the variable that holds the list of them there;
// nil for another call's.
func (c *checker) givenTo(decl *ast.FuncDecl, call *ast.CallExpr) map[*types.Var][]ast.Expr {
	fn, _ := c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if fn == nil || !fn.Signature().Variadic() || call.Ellipsis.IsValid() {
		return nil
	}
	last := fn.Signature().Params().Len() - 1
	v := fn.Signature().Params().At(last)
	if len(call.Args) < last || len(c.Assigned(v)) > 0 {
		return nil
	}
	return map[*types.Var][]ast.Expr{v: call.Args[last:]}
}

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
	if !ok || c.DeclaredIn(v) == nil {
		return nil, false
	}
	var list []ast.Expr
	var block ast.Node
	for _, by := range c.Assigned(v) {
		if by == nil {
			return nil, false
		}
		_, path := c.PathTo(by)
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

// elements returns what is in a list: of a literal, or of a variable that holds one for good. It fails if that is not known.
func (c *checker) elements(e ast.Expr) ([]ast.Expr, bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		indexed := slices.ContainsFunc(x.Elts, func(elt ast.Expr) bool { _, ok := elt.(*ast.KeyValueExpr); return ok })
		return x.Elts, !indexed
	case *ast.CallExpr:
		if c.pass.TypesInfo.Types[x.Fun].IsType() && len(x.Args) == 1 {
			return c.elements(x.Args[0])
		}
	case *ast.Ident:
		if lit, ok := ast.Unparen(c.Once(x)).(*ast.CompositeLit); ok {
			return c.elements(lit)
		}
		return c.listed(x)
	}
	return nil, false
}
