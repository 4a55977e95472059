package judge

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
)

// usedUp returns the earlier test of the same switch or chain that takes every code which gets to it, so that nobody gets to a
// later one: of `case code == codes.ResponseSuccess:` and `case code != codes.ResponseSuccess:` the second.
// That only some codes get to the function, since its callers have others, is no reason: the named one has to get to the test.
func (j *Judge) usedUp(code ast.Expr, text string, at ast.Node) (token.Pos, bool) {
	path := j.pathTo(at)
	for i := 1; i < len(path); i++ {
		switch outer := path[i].(type) {
		case *ast.FuncDecl, *ast.FuncLit, *ast.BlockStmt:
			if _, cases := path[i-1].(*ast.CaseClause); !cases {
				return token.NoPos, false
			}
		case *ast.CaseClause:
			if e, ok := path[i-1].(ast.Expr); !ok || !slices.Contains(outer.List, e) {
				return token.NoPos, false
			}
		case *ast.SwitchStmt:
			for _, clause := range outer.Body.List {
				for _, test := range clause.(*ast.CaseClause).List {
					if test.Pos() >= at.Pos() {
						return token.NoPos, false
					}
					if j.takesAll(code, text, test, outer.Tag) {
						return test.Pos(), true
					}
				}
			}
			return token.NoPos, false
		case *ast.IfStmt:
			if path[i-1] == outer.Else && j.takesAll(code, text, outer.Cond, nil) {
				return outer.Cond.Pos(), true
			}
			if path[i-1] != outer.Else && path[i-1] != ast.Node(outer.Cond) {
				return token.NoPos, false
			}
		}
	}
	return token.NoPos, false
}

// takesAll reports whether a test about a code is reached by one of them, and holds for all that get there.
func (j *Judge) takesAll(code ast.Expr, text string, test, tag ast.Expr) bool {
	before := j.flow.Before(test)
	if !before.Reachable() || !j.certain(test) {
		return false
	}
	var left codeflow.State
	if tag != nil {
		left = before.AssumeEqual(tag, test, false)
	} else if left = before.Assume(test, false); !mentions(test, code) {
		return false
	}
	at, known := before.Codes(code)
	return known && at.Has(text) && !left.Reachable()
}

// mentions reports whether a condition has a code in it.
func mentions(cond, code ast.Expr) bool {
	text, found := types.ExprString(code), false
	ast.Inspect(cond, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		found = found || ok && types.ExprString(e) == text
		return !found
	})
	return found
}
