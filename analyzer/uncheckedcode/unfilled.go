package uncheckedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// unfilled reports a decode whose error is dropped though the code is read.
func (c *checker) unfilled(d *decoded) bool {
	if !d.trace.Any(replies.Read) || d.preset() || d.looksAtOthers() || d.valid() {
		return false
	}
	reads := func(u replies.Use) bool { return u.Kind == replies.Read && !u.Waived }
	if d.trace.Aliases || !d.straight() {
		if !d.later(reads) {
			return false
		}
	} else if !d.after(reads) {
		return false
	}
	if !d.code.passes() && d.onlyForSuccess() {
		return false
	}
	if d.alwaysFails() {
		return false // what could be told of a failure
	}
	c.report(d.call, "unfilled", c.unfilledMessage(d))
	return true
}

// discardsError reports whether a call has an error that is thrown away on the spot.
func (c *checker) discardsError(b *replies.Body, call *ast.CallExpr) bool {
	at, last := syntax.LastResult(c.info.TypeOf(call))
	if !syntax.IsError(last) {
		return false
	}
	stmt, lhs := c.at(b, call, at)
	return stmt != nil && (lhs == nil || syntax.IsBlank(lhs) || c.onlyNamed(b, lhs))
}

// onlyNamed reports whether an error has a name that is mentioned again only to please
// the compiler.
func (c *checker) onlyNamed(b *replies.Body, err ast.Expr) bool {
	id, ok := err.(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := c.info.ObjectOf(id).(*types.Var)
	return ok && b.Local(v) && b.Stores(v) == 1 && b.OnlyBlank(v)
}

// later is after for a variable that literals share: by position.
func (d *decoded) later(wanted func(replies.Use) bool) bool {
	for _, u := range d.trace.Uses {
		if wanted(u) && u.Ident.Pos() > d.call.End() {
			return true
		}
	}
	return false
}

// preset reports whether the program itself has put a code in the reply, which is
// still there if the decode fails.
func (d *decoded) preset() bool {
	for _, u := range d.trace.Uses {
		if u.Kind == replies.Written && !u.Whole && u.Ident.Pos() < d.call.Pos() && d.writesCode(u) {
			return true
		}
	}
	for _, e := range d.b.Values(d.v) {
		e = ast.Unparen(e)
		if addr, ok := e.(*ast.UnaryExpr); ok {
			e = ast.Unparen(addr.X)
		}
		if lit, ok := e.(*ast.CompositeLit); ok && len(lit.Elts) > 0 {
			return true
		}
	}
	return false
}

func (d *decoded) writesCode(u replies.Use) bool {
	sel, ok := d.b.Parent(u.Ident).(*ast.SelectorExpr)
	for ok {
		if _, code := d.c.bindings.Of(sel); code {
			return true
		}
		sel, ok = d.b.Parent(sel).(*ast.SelectorExpr)
	}
	return false
}

// valid reports whether the text was found to be JSON before.
func (d *decoded) valid() bool {
	first, ok := d.c.validated[d.b.Decl]
	if !ok {
		ast.Inspect(d.b.Decl.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && first == token.NoPos && d.c.validates(call) {
				first = call.Pos()
			}
			return first == token.NoPos
		})
		d.c.validated[d.b.Decl] = first
	}
	return first != token.NoPos && first < d.call.Pos()
}

// validates reports whether a call asks whether a text is JSON, by itself or by a function of the package that returns the answer.
func (c *checker) validates(call *ast.CallExpr) bool {
	if fn := c.replies.Callee(call); fn != nil && fn.Name() == "Valid" {
		return true
	}
	found := false
	c.asked(call, func(cond ast.Expr) {
		ast.Inspect(cond, func(n ast.Node) bool {
			if inner, ok := n.(*ast.CallExpr); ok {
				found = found || c.validates(inner)
			}
			return !found
		})
	})
	return found
}
