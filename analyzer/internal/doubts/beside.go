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
	v := Root(info, bindings, code)
	if v == nil {
		return false
	}
	var brought *ast.AssignStmt // with the reply, and the error
	var name *ast.Ident         // of that error
	again := false              // it has been set to another one since
	ast.Inspect(root, func(n ast.Node) bool {
		s, ok := n.(*ast.AssignStmt)
		switch {
		case !ok || s.Pos() >= before.Pos():
		case assigns(info, s, v):
			brought, again = s, false
			name, _ = s.Lhs[len(s.Lhs)-1].(*ast.Ident)
		case name != nil && s.Pos() >= brought.End():
			again = again || assigns(info, s, info.ObjectOf(name))
		}
		return true
	})
	if name == nil || again || len(brought.Lhs) < 2 || len(brought.Rhs) != 1 || !syntax.IsErrorInterface(info.TypeOf(name)) {
		return false
	}
	at := flow.Before(before)
	return at.Reachable() && !at.Fails(name, false).Reachable()
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
