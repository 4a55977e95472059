package doubts

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// BesideFailure reports whether a code is that of a reply which a call in the declaration root has returned along with an
// error, and the error is not nil before a statement: nobody returns one along with a success.
//
//	r, err := c.post(m)
//	if err == nil {
//		return nil
//	}
//	switch r.Code {
func BesideFailure(info *types.Info, bindings *binding.Result, flow *codeflow.Result, root ast.Node, code ast.Expr, before ast.Stmt) bool {
	v := rootOf(info, bindings, code)
	if v == nil {
		return false
	}
	var brought *ast.AssignStmt // with the reply, and the error
	ast.Inspect(root, func(n ast.Node) bool {
		if s, ok := n.(*ast.AssignStmt); ok && s.Pos() < before.Pos() && assigns(info, s, v) {
			brought = s
		}
		return true
	})
	if brought == nil || len(brought.Lhs) < 2 || len(brought.Rhs) != 1 {
		return false
	}
	name, ok := brought.Lhs[len(brought.Lhs)-1].(*ast.Ident)
	if !ok || !syntax.IsErrorInterface(info.TypeOf(name)) {
		return false
	}
	err := info.ObjectOf(name)
	again := false
	ast.Inspect(root, func(n ast.Node) bool {
		s, ok := n.(*ast.AssignStmt)
		again = again || ok && brought.End() <= s.Pos() && s.Pos() < before.Pos() && assigns(info, s, err)
		return !again
	})
	at := flow.Before(before)
	return !again && at.Reachable() && !at.Fails(name, false).Reachable()
}

// rootOf returns the variable that a path to a code starts at, nil for none.
func rootOf(info *types.Info, bindings *binding.Result, code ast.Expr) types.Object {
	for e := bindings.Core(code); ; {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return info.ObjectOf(x)
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.CallExpr:
			sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
			if !ok || len(x.Args) > 0 {
				return nil
			}
			e = sel.X
		default:
			return nil
		}
	}
}

// assigns reports whether a variable is one of those that an assignment sets.
func assigns(info *types.Info, s *ast.AssignStmt, v types.Object) bool {
	for _, lhs := range s.Lhs {
		if id, ok := ast.Unparen(lhs).(*ast.Ident); ok && v != nil && info.ObjectOf(id) == v {
			return true
		}
	}
	return false
}
