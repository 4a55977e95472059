package doubts

import (
	"go/ast"
	"go/token"
	"go/types"
)

// KeptFailure reports whether a code is a variable of a function that starts as the given
// success code and is only ever given others, and something was asked since: whether there was
// one is what the program asks, by a count, say.
func (d *Doubts) KeptFailure(root ast.Node, code ast.Expr, success string) bool {
	above := code.Pos()
	return d.ofAny(root, code, func(code ast.Expr) bool { return d.keptFailure(root, code, success, above) })
}

func (d *Doubts) keptFailure(root ast.Node, code ast.Expr, success string, above token.Pos) bool {
	info := d.pass.TypesInfo
	id, ok := ast.Unparen(code).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := info.Uses[id].(*types.Var)
	if !ok || v.Parent() == d.pass.Pkg.Scope() {
		return false
	}
	given := token.NoPos // the last place
	only := true
	d.mentions.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				id, ok := lhs.(*ast.Ident)
				if !ok || info.ObjectOf(id) != v || n.Tok == token.DEFINE && info.Defs[id] == v {
					continue
				}
				if len(n.Lhs) != len(n.Rhs) || !d.cannotBe(n.Rhs[i], success) {
					only = false
				}
				given = n.End()
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if id, ok := e.(*ast.Ident); ok && info.ObjectOf(id) == v {
					only = false
				}
			}
		case *ast.UnaryExpr:
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && n.Op == token.AND && info.Uses[id] == v {
				only = false
			}
		}
		return only
	}, v)
	return only && given.IsValid() && asksBetween(root, given, above)
}

// cannotBe reports whether an expression is known to be another code than the given one.
func (d *Doubts) cannotBe(e ast.Expr, text string) bool {
	if says, ok := d.bindings.Says(e); ok && d.pass.TypesInfo.Types[e].Value != nil {
		return says.Text != text
	}
	at, ok := d.flow.At(e)
	return ok && !at.Has(text)
}

// asksBetween reports whether a condition stands between two places.
func asksBetween(root ast.Node, from, to token.Pos) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		if n == nil || n.End() <= from || to <= n.Pos() {
			return false
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			found = found || from < n.Cond.Pos() && n.Cond.End() <= to
		case *ast.CaseClause:
			found = found || from < n.Pos() && n.Colon < to
		}
		return !found
	})
	return found
}
