package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what else is done when the rounds are over: a job is marked as failed, another provider asked, a channel
// told. Who leaves earlier leaves that undone, so there is no fix.

// endsOtherwise reports whether a function does something, or has a deferred function look at what it does, when a way back is
// taken no more, with one of the codes that should not take it.
func (c *checker) endsOtherwise(f points.Function, r points.Round, o points.Source, out []domain.Member) bool {
	found := false
	ast.PreorderStack(f.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		if found {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.DeferStmt:
			found = c.looksAtOutcome(f, n)
			return false
		}
		if n != r.Node && c.isWork(n, o.Call) && isAtTheEnd(n, stack, r) && c.comesWith(n, o, out) {
			found = true
		}
		return !found
	})
	return found
}

// isWork reports whether a node does something that is there for others.
func (c *checker) isWork(n ast.Node, fetch *ast.CallExpr) bool {
	switch n := n.(type) {
	case *ast.SendStmt, *ast.GoStmt:
		return true
	case *ast.CallExpr:
		return c.Acts(n, fetch)
	case *ast.AssignStmt:
		return n.Tok != token.DEFINE && slices.ContainsFunc(n.Lhs, func(lhs ast.Expr) bool {
			_, name := ast.Unparen(lhs).(*ast.Ident)
			p, ok := requests.PlaceOf(c.pass.TypesInfo, lhs)
			return !name || ok && p.Root != nil && p.Root.Parent() == c.pass.Pkg.Scope()
		})
	}
	return false
}

// isAtTheEnd reports whether a node stands behind a loop, or in a branch that leaves the function.
func isAtTheEnd(n ast.Node, stack []ast.Node, r points.Round) bool {
	if r.Category == "loop" && n.Pos() > r.Node.End() {
		return true
	}
	for i := len(stack) - 1; i > 0; i-- {
		switch s := stack[i].(type) {
		case *ast.BlockStmt:
			if points.LeavesBy(s.List) {
				return true
			}
		case *ast.CaseClause:
			if points.LeavesBy(s.Body) {
				return true
			}
		}
	}
	return r.Category != "loop" && n.Pos() > r.Node.End()
}

// comesWith reports whether a round may come to a node with one of some codes of a reply, as far as anybody knows.
func (c *checker) comesWith(n ast.Node, o points.Source, out []domain.Member) bool {
	at := c.Before(n)
	if !at.Reachable() {
		return false
	}
	all := at.Origins()
	for _, s := range all {
		if s.Is(o) {
			return slices.ContainsFunc(out, func(m domain.Member) bool { return s.Codes.Has(m.Text) })
		}
	}
	return true
}

// looksAtOutcome reports whether a deferred function looks at a variable of the function around it that says how that ends, and
// that a return does not set.
func (c *checker) looksAtOutcome(f points.Function, d *ast.DeferStmt) bool {
	found := false
	ast.Inspect(d.Call, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || found {
			return !found
		}
		v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
		found = ok && !v.IsField() && f.Body.Pos() <= v.Pos() && v.Pos() < d.Pos() && (syntax.IsError(v.Type()) || syntax.IsBoolean(v.Type()))
		return !found
	})
	return found
}
