package syntax

import (
	"go/ast"
	"go/types"
)

// IsBuiltin reports whether a call is of the built-in function of a name, with an argument.
func IsBuiltin(info *types.Info, call *ast.CallExpr, name string) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || id.Name != name || len(call.Args) == 0 {
		return false
	}
	_, ok = info.ObjectOf(id).(*types.Builtin)
	return ok
}
