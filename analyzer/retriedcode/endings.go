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
	return slices.ContainsFunc(c.deeds(f.Body), func(d deed) bool {
		switch n := d.node.(type) {
		case *ast.DeferStmt:
			return c.looksAtOutcome(f, n)
		default:
			return !d.deferred && n != r.Node && c.isWork(n, o.Call) && (d.isAtTheEnd(r) || c.inLastRound(d.stack, r, o)) && c.comesWith(n, o, out)
		}
	})
}

// A deed is a node of a function at which something may be done that is there for others, and what is around it from the
// outside.
type deed struct {
	node     ast.Node
	stack    []ast.Node
	leaves   bool // it stands in a branch that leaves the function
	deferred bool
}

// deeds returns the deeds of a function, and its defer statements, but for what literals do.
func (c *checker) deeds(body *ast.BlockStmt) []deed {
	if all, ok := c.done[body]; ok {
		return all
	}
	var all []deed
	deferred := token.NoPos // the end of the last defer statement
	ast.PreorderStack(body, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.SendStmt, *ast.GoStmt, *ast.CallExpr, *ast.AssignStmt, *ast.DeferStmt:
			all = append(all, deed{n, slices.Clone(stack), leavesAround(stack), n.Pos() < deferred})
		}
		if n, ok := n.(*ast.DeferStmt); ok {
			deferred = n.End()
		}
		return true
	})
	c.done[body] = all
	return all
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

// isAtTheEnd reports whether a deed is done behind a loop, or in a branch that leaves the function.
func (d deed) isAtTheEnd(r points.Round) bool { return d.leaves || d.node.Pos() > r.Node.End() }

// leavesAround reports whether what is around a node leaves the function, within that.
func leavesAround(stack []ast.Node) bool {
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
	return false
}

// inLastRound reports whether what stands there is only done in a round of which somebody asks, when the reply is there, the how
// manyth it is.
func (c *checker) inLastRound(stack []ast.Node, r points.Round, o points.Source) bool {
	return slices.ContainsFunc(stack, func(n ast.Node) bool {
		s, ok := n.(*ast.IfStmt)
		return ok && points.Within(s, r.Region) && s.Pos() > o.Call.End() && c.AsksCount(r, s.Cond)
	})
}

// comesWith reports whether a round may come to a node with one of some codes of a reply, as far as anybody knows.
func (c *checker) comesWith(n ast.Node, o points.Source, out []domain.Member) bool {
	return comes(c.Before(n), o, out)
}

func comes(at points.Point, o points.Source, out []domain.Member) bool {
	if !at.Reachable() {
		return false
	}
	for _, s := range at.Origins() {
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

// sentOtherwise reports whether something else than a way back may send the same once more for one of some codes: another way
// back around it, or what comes when the rounds are over. Leaving the one that is reported is then not all that is to do.
func (c *checker) sentOtherwise(f points.Function, r points.Round, o points.Source, out []domain.Member, all []points.Round) bool {
	for _, other := range all {
		if other.Node != r.Node && points.Within(r.Node, other.Region) && c.MayAskTheSame(o.Call, other.Region) && comes(other.At(c.Package), o, out) {
			return true
		}
	}
	return slices.ContainsFunc(c.deeds(f.Body), func(d deed) bool {
		call, ok := d.node.(*ast.CallExpr)
		return ok && call.Pos() > r.Node.End() && c.Acts(call, o.Call) && c.maySend(call, o.Call) && c.comesWith(call, o, out)
	})
}

// asksWhich reports whether a round asks, when the reply is there, which one it is: the last one may do something else.
func (c *checker) asksWhich(r points.Round, o points.Source) bool {
	found := false
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if found || n.Pos() < o.Call.End() || !points.Within(n, r.Region) {
			return
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			found = c.AsksCount(r, n.Cond)
		case *ast.SwitchStmt:
			found = n.Tag != nil && c.AsksCount(r, n.Tag)
		case *ast.BinaryExpr:
			found = syntax.Mirrored(n.Op) != token.ILLEGAL && c.AsksCount(r, n)
		}
	})
	return found
}

// maySend reports whether a call may send as another one does, as far as its function tells.
func (c *checker) maySend(call, fetch *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	fn, ok := syntax.Callee(info, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	if fn == syntax.Callee(info, fetch) {
		return true
	}
	if decl := c.DeclOfFunc(fn); decl != nil {
		return c.Flow.Concerns(decl) && c.Flow.MayBring(decl)
	}
	return c.Flow.BringsCodes(fn)
}
