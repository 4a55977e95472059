package syntax

import (
	"go/ast"
	"go/token"
	"go/types"
)

// OnlyRead reports whether a body does nothing else with a variable, where it is not the name at, than to read it, or its
// fields: so that it is the same each time that the body gets there. A pointer that is handed over, or a method that is
// called, is no reading.
func OnlyRead(info *types.Info, body ast.Node, v *types.Var, at *ast.Ident) bool {
	only := true
	ast.PreorderStack(body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if ok && id != at && info.Uses[id] == types.Object(v) {
			only = only && isRead(info, id, stack)
		}
		return only
	})
	return only
}

// isRead reports whether a variable, or a field of it, is read where its name stands within some nodes.
func isRead(info *types.Info, id *ast.Ident, stack []ast.Node) bool {
	inner := ast.Node(id)
	for i := len(stack) - 1; i >= 0; i-- {
		switch outer := stack[i].(type) {
		case *ast.ParenExpr:
		case *ast.SelectorExpr:
			s := info.Selections[outer]
			if s == nil || s.Kind() != types.FieldVal {
				return false
			}
		case *ast.CallExpr:
			return outer.Fun != inner && IsCopied(info.TypeOf(inner.(ast.Expr)))
		case *ast.BinaryExpr, *ast.IfStmt, *ast.SwitchStmt, *ast.CaseClause:
			return true
		case *ast.KeyValueExpr, *ast.CompositeLit, *ast.ReturnStmt:
			return IsCopied(info.TypeOf(inner.(ast.Expr)))
		case *ast.AssignStmt:
			for _, lhs := range outer.Lhs {
				if lhs == inner {
					return false
				}
			}
			return IsCopied(info.TypeOf(inner.(ast.Expr)))
		case *ast.UnaryExpr:
			return outer.Op != token.AND
		default:
			return false
		}
		inner = stack[i]
	}
	return false
}

// IsCopied reports whether values of a type are copied when they are handed over, but for what their fields point to.
func IsCopied(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Basic, *types.Struct:
		return true
	}
	return false
}
