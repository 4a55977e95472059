package retriedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// saidByTable adds the codes that a set of another package has, which says by its name,
// or a field's, that they are sent again: they are reported there.
func (c *checker) saidByTable(reg requests.Region, o source, said map[string]bool) {
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || n.End() > reg.To || n.Pos() < reg.From && !inHead(reg, n) || !syntax.IsBoolean(c.pass.TypesInfo.TypeOf(e)) || !c.asksTable(e) {
			return
		}
		for _, s := range c.before(e).assume(e, true).origins() {
			if !s.is(o) {
				continue
			}
			for _, m := range s.domain.Members() {
				if s.codes.Has(m.Text) {
					said[m.Text] = true
				}
			}
		}
	})
}

// asksTable reports whether a condition is true for what a set of another package, or
// a table's field, says is sent again.
func (c *checker) asksTable(e ast.Expr) bool {
	info := c.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident: // of which ok and what was found
		v, ok := info.Uses[x].(*types.Var)
		return ok && c.found(v) != nil && c.isForeign(c.found(v).X, true)
	case *ast.IndexExpr:
		return c.isForeign(x.X, true)
	case *ast.SelectorExpr:
		if lookup := c.lookedUp(x); lookup != nil {
			return saysRetry(x.Sel.Name) && c.isForeign(lookup.X, false)
		}
		if id, ok := ast.Unparen(x.X).(*ast.Ident); ok && saysRetry(x.Sel.Name) {
			v, ok := info.Uses[id].(*types.Var)
			return ok && c.found(v) != nil && c.isForeign(c.found(v).X, false)
		}
	case *ast.CallExpr:
		fn, ok := syntax.Callee(info, x).(*types.Func)
		return ok && fn.Pkg() != nil && fn.Pkg().Path() == "slices" && len(x.Args) > 1 && c.isForeign(x.Args[0], true)
	}
	return false
}

// isForeign reports whether an expression is another package's variable, of which that
// package knows that it lists codes, and whose name says, if it has to, that they are
// sent again.
func (c *checker) isForeign(e ast.Expr, says bool) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || c.pass.TypesInfo.Selections[sel] != nil {
		return false
	}
	v, ok := c.pass.TypesInfo.Uses[sel.Sel].(*types.Var)
	return ok && v.Pkg() != c.pass.Pkg && (!says || saysRetry(v.Name())) && c.flow.ListsCodes(v)
}

// saidThere reports whether a function of another package says of codes whether they are
// to be sent again: it is reported there.
func (c *checker) saidThere(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg() != c.pass.Pkg && saysRetry(fn.Name()) && hasBool(fn) && c.flow.AsksForCodes(fn)
}

// answeredYes tells for which codes of a reply a predicate of another package may say yes:
// for all of them, if nothing is known of it.
func (c *checker) answeredYes(call *ast.CallExpr, o source) func(domain.Member) bool {
	for _, s := range c.before(call).assume(call, true).origins() {
		if s.is(o) {
			return func(m domain.Member) bool { return s.codes.Has(m.Text) }
		}
	}
	return func(domain.Member) bool { return true }
}
