package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// assignments are what branches assign, apart from variables of their own.
type assignments struct {
	set      []ast.Expr     // by =
	added    []ast.Expr     // text by +=, which is not to count
	appended []ast.Expr     // lists by append, and maps by an entry, which add to them as += does
	written  []types.Object // texts that are built
}

func (c *checker) assigned(d *dispatch, by []branch) (all assignments) {
	for _, b := range by {
		for _, stmt := range b.body {
			ast.Inspect(stmt, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncLit:
					return false
				case *ast.ExprStmt:
					if text := c.writesOn(n); text != nil && !(d.node.Pos() <= text.Pos() && text.Pos() < d.end()) {
						all.written = append(all.written, text)
					}
				case *ast.AssignStmt:
					if n.Tok != token.ASSIGN && !(n.Tok == token.ADD_ASSIGN && syntax.IsText(c.pass.TypesInfo.TypeOf(n.Lhs[0]))) {
						return true
					}
					for i, lhs := range n.Lhs {
						root := c.rootOf(lhs)
						if root == nil || d.node.Pos() <= root.Pos() && root.Pos() < d.end() {
							continue
						}
						switch {
						case len(n.Lhs) == len(n.Rhs) && c.appends(n.Rhs[i], c.keyOf(lhs)):
							all.appended = append(all.appended, lhs)
						case n.Tok == token.ASSIGN && c.isEntry(lhs):
							all.appended = append(all.appended, ast.Unparen(lhs).(*ast.IndexExpr).X)
						case n.Tok == token.ADD_ASSIGN:
							all.added = append(all.added, lhs)
						default:
							all.set = append(all.set, lhs)
						}
					}
				}
				return true
			})
		}
	}
	return all
}

// appends reports whether e is append(target, …).
func (c *checker) appends(e ast.Expr, target key) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && syntax.IsBuiltin(c.pass.TypesInfo, call, "append") && c.keyOf(call.Args[0]) == target
}

// isEntry reports whether e is the entry of a map under a constant key.
func (c *checker) isEntry(e ast.Expr) bool {
	index, ok := ast.Unparen(e).(*ast.IndexExpr)
	return ok && syntax.IsMap(c.pass.TypesInfo.TypeOf(index.X)) && c.pass.TypesInfo.Types[index.Index].Value != nil
}
