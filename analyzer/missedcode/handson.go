package missedcode

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// handsOn reports whether what stands right behind a dispatch tells the caller of every code
// that fails, and the cases decide nothing: they count, say, on the way to
// `return r.ResponseCode.Err()`. A dispatch that sets a variable is about that variable.
func (c *checker) handsOn(d *dispatch, rest []domain.Member) bool {
	if assigned, _ := c.assigned(d); len(assigned) > 0 {
		return false
	}
	next := d.follows()
	if len(next) == 0 {
		return false
	}
	switch s := unlabelled(next[0]).(type) {
	case *ast.ReturnStmt:
		return c.returnsError(d, s) && (!hasSuccess(rest) || c.separates(d, next[:1], rest))
	case *ast.IfStmt:
		if s.Else != nil || len(s.Body.List) == 0 || nothing(s.Body.List) || c.onlyZero(s.Body.List) || !c.terminates(s.Body.List) {
			return false
		}
		before := c.flow.Before(s.Cond)
		leave, known := before.Assume(s.Cond, true).Codes(d.code)
		stay, also := before.Assume(s.Cond, false).Codes(d.code)
		if !known || !also {
			return false
		}
		for _, m := range rest {
			if success(m) && leave.Has(m.Text) || !success(m) && stay.Has(m.Text) {
				return false
			}
		}
		return true
	}
	return false
}

// returnsError reports whether a return has an error that is made of a dispatch's code.
func (c *checker) returnsError(d *dispatch, ret *ast.ReturnStmt) bool {
	found := false
	for _, e := range ret.Results {
		if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && syntax.IsError(c.lastType(call)) {
			ast.Inspect(call, func(n ast.Node) bool {
				x, ok := n.(ast.Expr)
				found = found || ok && c.keyOf(x) == d.key
				return !found
			})
		}
	}
	return found
}
