package wrongcode

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"
)

// matched reports whether a text is what a pattern has found, or a part of that: m[1] after
// m := pattern.FindStringSubmatch(line). body is the declaration in which it stands.
func (c *checker) matched(body ast.Node, text ast.Expr) bool {
	seen := make(map[types.Object]bool)
	var found func(e ast.Expr) bool
	found = func(e ast.Expr) bool {
		switch e := ast.Unparen(e).(type) {
		case *ast.IndexExpr:
			return found(e.X)
		case *ast.CallExpr: // what strip takes off leaves a text what it is
			return c.isFind(e) || len(e.Args) == 1 && c.strip(e) != ast.Expr(e) && found(e.Args[0])
		case *ast.Ident:
			v := c.pass.TypesInfo.ObjectOf(e)
			if v == nil || seen[v] {
				return false
			}
			seen[v] = true
			from := c.givenTo(body, v)
			for _, x := range from {
				if !found(x) {
					return false
				}
			}
			return len(from) > 0
		}
		return false
	}
	return found(text)
}

// isFind reports whether a call looks for a pattern.
func (c *checker) isFind(call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	return fn != nil && strings.HasPrefix(fn.FullName(), "(*regexp.Regexp).Find")
}

// givenTo returns what a declaration gives a variable: what it is assigned, or what a loop takes it from.
func (c *checker) givenTo(decl ast.Node, v types.Object) []ast.Expr {
	is := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && c.pass.TypesInfo.ObjectOf(id) == v
	}
	var from []ast.Expr
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if is(lhs) {
					from = append(from, n.Rhs[min(i, len(n.Rhs)-1)])
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if len(n.Values) > 0 && is(name) {
					from = append(from, n.Values[min(i, len(n.Values)-1)])
				}
			}
		case *ast.RangeStmt:
			if n.Value != nil && is(n.Value) {
				from = append(from, n.X)
			}
		}
		return true
	})
	return from
}
