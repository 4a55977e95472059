package magiccode

import (
	"go/ast"
	"go/token"
	"strconv"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// countsDigits reports whether a comparison asks how many digits a code has, to fill a column:
// its bound lies between numbers of different length, and what it decides about writes zeros or
// spaces.
func (c *checker) countsDigits(m binding.Meeting) bool {
	return syntax.IsInteger(c.pass.TypesInfo.TypeOf(m.Const)) && c.partsLengths(m) && c.pads(m.Test)
}

// partsLengths reports whether a comparison parts 9 from 10, 99 from 100, or 999 from 1000.
func (c *checker) partsLengths(m binding.Meeting) bool {
	for _, power := range []int64{10, 100, 1000} {
		if c.orders(m, strconv.FormatInt(power-1, 10)) != c.orders(m, strconv.FormatInt(power, 10)) {
			return true
		}
	}
	return false
}

// padding is text that makes a number longer.
var padding = lazyregexp.New(`^( +|0+|[^0-9]*0+%[dsv])$`)

// pads reports whether the branches that a comparison decides about have padding in them.
func (c *checker) pads(test ast.Expr) bool {
	found := false
	within := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				text, err := strconv.Unquote(lit.Value)
				found = found || err == nil && padding().MatchString(text)
			}
			return !found
		})
	}
	ast.Inspect(c.declaration(test.Pos()), func(n ast.Node) bool {
		has := func(e ast.Expr) bool { return e.Pos() <= test.Pos() && test.End() <= e.End() }
		switch n := n.(type) {
		case *ast.IfStmt:
			if has(n.Cond) {
				within(n.Body)
				if other, ok := n.Else.(*ast.BlockStmt); ok {
					within(other)
				}
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				if has(e) {
					for _, s := range n.Body {
						within(s)
					}
				}
			}
		}
		return !found
	})
	return found
}
