package syntax

import "go/ast"

// EnclosingFunc returns the innermost function or literal on a stack of nodes, nil for none.
func EnclosingFunc(stack []ast.Node) ast.Node {
	for i := len(stack) - 1; i >= 0; i-- {
		switch stack[i].(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return stack[i]
		}
	}
	return nil
}

// StackTop returns the node that a walk is right below, nil at its root.
func StackTop(stack []ast.Node) ast.Node {
	if len(stack) == 0 {
		return nil
	}
	return stack[len(stack)-1]
}

// IsFuncLit reports whether an expression is a function literal.
func IsFuncLit(e ast.Expr) bool {
	if e == nil {
		return false
	}
	_, ok := ast.Unparen(e).(*ast.FuncLit)
	return ok
}
