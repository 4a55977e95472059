package doubts

import (
	"go/ast"
	"go/types"

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
func (d *Doubts) BesideFailure(root ast.Node, code ast.Expr, before ast.Stmt) bool {
	info := d.pass.TypesInfo
	v := Root(info, d.bindings, code)
	if v == nil {
		return false
	}
	brought := d.lastAssigned(root, v, before) // with the reply, and the error
	if brought == nil || len(brought.Lhs) < 2 || len(brought.Rhs) != 1 {
		return false
	}
	name, ok := brought.Lhs[len(brought.Lhs)-1].(*ast.Ident)
	if !ok || !syntax.IsErrorInterface(info.TypeOf(name)) || d.lastAssigned(root, info.ObjectOf(name), before) != brought {
		return false
	}
	at := d.flow.Before(before)
	return at.Reachable() && !at.Fails(name, false).Reachable()
}

// lastAssigned returns the last assignment to a variable in a declaration that stands above a statement, nil if there is none.
func (d *Doubts) lastAssigned(root ast.Node, v types.Object, above ast.Stmt) *ast.AssignStmt {
	var last *ast.AssignStmt
	d.mentions.Inspect(root, func(n ast.Node) bool {
		if s, ok := n.(*ast.AssignStmt); ok && s.Pos() < above.Pos() && assigns(d.pass.TypesInfo, s, v) {
			last = s
		}
		return true
	}, v)
	return last
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
