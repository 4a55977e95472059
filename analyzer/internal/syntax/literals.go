package syntax

import (
	"go/ast"
	"go/types"
)

// Literal returns the function literal that an expression is, perhaps in a conversion, or nil.
func Literal(info *types.Info, e ast.Expr) *ast.FuncLit {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && len(call.Args) == 1 && info.Types[call.Fun].IsType() {
		e = call.Args[0]
	}
	lit, _ := ast.Unparen(e).(*ast.FuncLit)
	return lit
}

// LiteralReturned returns the function literal that a function returns in the end, or nil.
func LiteralReturned(info *types.Info, body *ast.BlockStmt) *ast.FuncLit {
	if len(body.List) == 0 {
		return nil
	}
	ret, ok := body.List[len(body.List)-1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return nil
	}
	return Literal(info, ret.Results[0])
}
