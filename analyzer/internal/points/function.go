package points

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Deepest is how many calls deep functions are looked at.
const Deepest = 4

// HasBool reports whether a function returns a boolean.
func HasBool(fn *types.Func) bool {
	res := fn.Signature().Results()
	for i := range res.Len() {
		if syntax.IsBoolean(res.At(i).Type()) {
			return true
		}
	}
	return false
}

// IsPlace reports whether an expression is a place itself, and no part of it.
func IsPlace(info *types.Info, e ast.Expr, p requests.Place) bool {
	switch ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		q, ok := requests.PlaceOf(info, e)
		return ok && p == q
	}
	return false
}

// A Function is a declared function or a function literal.
type Function struct {
	Node ast.Node // *ast.FuncDecl or *ast.FuncLit
	Obj  types.Object
	Type *ast.FuncType
	Body *ast.BlockStmt
}
