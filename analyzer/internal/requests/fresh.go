package requests

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what each round has a new one of: what changes in that is gone when the next one begins.

// OnFresh reports whether a method is called on a value that each round has a new one of, also behind others that return what
// they are called on.
func (c *Comparer) OnFresh(call *ast.CallExpr, reg Region) bool {
	info := c.pass.TypesInfo
	recv := syntax.Receiver(info, call)
	if recv == nil {
		return false
	}
	recv = c.chainedOn(recv)
	p, ok := PlaceOf(info, recv)
	if !ok {
		return c.isMade(recv)
	}
	if p.Path != "" || p.Root.Pos() < reg.From || p.Root.Pos() >= reg.To {
		return false
	}
	v, ok := p.Root.(*types.Var)
	return IsValue(p.Root.Type()) || ok && c.isMade(c.once(v))
}

// chainedOn returns what the first of methods is called on that return what they are called on.
func (c *Comparer) chainedOn(e ast.Expr) ast.Expr {
	info := c.pass.TypesInfo
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		if on := syntax.Receiver(info, call); on != nil && types.Identical(syntax.OrInvalid(info.TypeOf(on)), syntax.OrInvalid(info.TypeOf(call))) {
			return c.chainedOn(on)
		}
	}
	return e
}

// isMade reports whether an expression is something new each time: the address of a literal, or what a function or method of
// the package returns that makes one.
func (c *Comparer) isMade(e ast.Expr) bool {
	switch x := ast.Unparen(c.chainedOn(e)).(type) {
	case *ast.UnaryExpr:
		_, lit := ast.Unparen(x.X).(*ast.CompositeLit)
		return x.Op == token.AND && lit
	case *ast.CallExpr:
		decl := c.declOf(x)
		if decl == nil || decl.Body == nil {
			return syntax.IsBuiltin(c.pass.TypesInfo, x, "new")
		}
		made := true
		syntax.InspectFunc(decl.Body, func(n ast.Node) {
			if ret, ok := n.(*ast.ReturnStmt); ok {
				made = made && len(ret.Results) > 0
				if made {
					lit, ok := ast.Unparen(ret.Results[0]).(*ast.UnaryExpr)
					made = ok && c.isMade(lit)
				}
			}
		})
		return made
	}
	return false
}
