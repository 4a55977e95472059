package syntax

import (
	"go/ast"
	"go/types"
)

// IsBuiltin reports whether a call is of the built-in function of a name, with an argument.
func IsBuiltin(info *types.Info, call *ast.CallExpr, name string) bool {
	return len(call.Args) > 0 && Calls(info, call, name)
}

// CallsBuiltin reports whether a node has a call of the built-in function of a name in it, in literals, too.
func CallsBuiltin(info *types.Info, n ast.Node, name string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && Calls(info, call, name)
		return !found
	})
	return found
}

// Calls reports whether a call is of the built-in function of a name.
func Calls(info *types.Info, call *ast.CallExpr, name string) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || id.Name != name {
		return false
	}
	_, ok = info.ObjectOf(id).(*types.Builtin)
	return ok
}
