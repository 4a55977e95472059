package syntax

import "go/ast"

// Plain returns what an expression is without parentheses, and without the literals around it that are called where they stand,
// get nothing, and do nothing but return it: c.send(m) of func() (reply, error) { return c.send(m) }().
func Plain(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		ret := Returning(e)
		if ret == nil {
			return e
		}
		e = ret.Results[0]
	}
}

// Returning returns the statement by which a literal that is called where it stands does nothing but return one expression; nil
// for anything else.
func Returning(e ast.Expr) *ast.ReturnStmt {
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return nil
	}
	lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit)
	if !ok || lit.Type.Params.NumFields() > 0 {
		return nil
	}
	return OnlyReturn(lit.Body)
}

// OnlyReturn returns the statement by which a function does nothing but return one expression; nil for any other.
func OnlyReturn(body *ast.BlockStmt) *ast.ReturnStmt {
	if len(body.List) != 1 {
		return nil
	}
	if ret, ok := body.List[0].(*ast.ReturnStmt); ok && len(ret.Results) == 1 {
		return ret
	}
	return nil
}
