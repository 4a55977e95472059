package doubts

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
)

// KeptState reports whether a code is a field in which a type of the program's own keeps what happened
// before, and a condition above asks another field of the same value: `if j.failed { return j.code }`. When which
// code is kept there, the program knows. A reply is no such type: its fields have tags, or the wire's names.
func KeptState(info *types.Info, bindings *binding.Result, root ast.Node, code ast.Expr) bool {
	sel, ok := ast.Unparen(code).(*ast.SelectorExpr)
	if !ok || info.Selections[sel] == nil || info.Selections[sel].Kind() != types.FieldVal {
		return false
	}
	of := Root(info, bindings, sel.X)
	if of == nil || hasTags(info.TypeOf(sel.X)) || binding.IsWireName(sel.Sel.Name) {
		return false
	}
	owner := types.ExprString(sel.X)
	asks := func(cond ast.Expr) bool {
		found := false
		ast.Inspect(cond, func(n ast.Node) bool {
			other, ok := n.(*ast.SelectorExpr)
			found = found || ok && other.Sel.Name != sel.Sel.Name && types.ExprString(other.X) == owner && Root(info, bindings, other.X) == of
			return !found
		})
		return found
	}
	asked, given := false, false
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			asked = asked || n.Cond.End() <= code.Pos() && asks(n.Cond)
		case *ast.CaseClause:
			for _, e := range n.List {
				asked = asked || e.End() <= code.Pos() && asks(e)
			}
		case *ast.SwitchStmt:
			asked = asked || n.Tag != nil && n.Tag.End() <= code.Pos() && asks(n.Tag)
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				given = given || n.Pos() < code.Pos() && (types.ExprString(lhs) == types.ExprString(sel) || types.ExprString(lhs) == owner)
			}
		}
		return true
	})
	return asked && !given
}
