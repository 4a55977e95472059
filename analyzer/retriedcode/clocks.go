package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about clocks that go off once, and not again unless they are set:
//
//	case <-timer.C:
//		…
//		if code.Retryable() {
//			timer.Reset(pause)
//		}

// unlessUnset leaves the codes for which a way back does not wait for a clock that has gone off, and that nobody sets again.
func (c *checker) unlessUnset(r round, o source, members []domain.Member) []domain.Member {
	if len(members) == 0 {
		return nil
	}
	syntax.InspectFunc(r.region.Node, func(n ast.Node) {
		u, ok := n.(*ast.UnaryExpr)
		if !ok || u.Op != token.ARROW || !within(u, r.region) || u.Pos() > o.call.Pos() || !c.holdsUp(u, r, o) {
			return
		}
		clock, ok := c.oneShot(u.X, r)
		if !ok {
			return
		}
		sites := c.settingsOf(clock, r)
		members = slices.DeleteFunc(slices.Clone(members), func(m domain.Member) bool {
			return !slices.ContainsFunc(sites, func(site ast.Node) bool { return c.comesTo(site, o, m) })
		})
	})
	return members
}

// holdsUp reports whether a round does not get to its request before it has received something: beside that there are only
// clauses by which it is left.
func (c *checker) holdsUp(u *ast.UnaryExpr, r round, o source) bool {
	_, path := c.pathTo(u)
	for i, outer := range path {
		if outer == r.node || outer == r.region.Node {
			return true
		}
		if outer.Pos() <= o.call.Pos() && o.call.End() <= outer.End() {
			continue
		}
		switch outer := outer.(type) {
		case *ast.CommClause:
			if u.Pos() >= outer.Colon {
				return false
			}
		case *ast.SelectStmt:
			if slices.ContainsFunc(outer.Body.List, func(clause ast.Stmt) bool {
				return clause != path[i-2] && !leavesBy(clause.(*ast.CommClause).Body)
			}) {
				return false
			}
		case *ast.ExprStmt, *ast.AssignStmt, *ast.BlockStmt, *ast.ParenExpr:
		default:
			return false
		}
	}
	return false
}

// oneShot returns where a clock is that goes off once by a channel, if it was made before a round: a timer, or the channel of
// time.After in a variable.
func (c *checker) oneShot(ch ast.Expr, r round) (requests.Place, bool) {
	info := c.pass.TypesInfo
	var clock ast.Expr
	switch x := ast.Unparen(ch).(type) {
	case *ast.SelectorExpr:
		f := syntax.Field(info, x)
		if f == nil || f.Name() != "C" || f.Pkg() == nil || f.Pkg().Path() != "time" || !isTimer(info.TypeOf(x.X)) {
			return requests.Place{}, false
		}
		clock = x.X
	case *ast.Ident:
		v, ok := info.Uses[x].(*types.Var)
		if !ok || !syntax.IsClock(v.Type()) || len(c.assigned(v)) == 0 || !slices.ContainsFunc(c.assigned(v), func(by ast.Expr) bool { return by != nil && !info.Types[by].IsNil() }) {
			return requests.Place{}, false
		}
		for _, by := range c.assigned(v) {
			if by == nil || !info.Types[by].IsNil() && !c.isAfter(by) {
				return requests.Place{}, false
			}
		}
		clock = x
	default:
		return requests.Place{}, false
	}
	p, ok := requests.PlaceOf(info, clock)
	return p, ok && p.Root != nil && !within(nodeOf(p), r.region)
}

func isTimer(t types.Type) bool {
	named, ok := syntax.Pointee(orInvalid(t)).(*types.Named)
	return ok && named.Obj().Name() == "Timer" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "time"
}

// isAfter reports whether an expression is a channel that gets one time: of time.After.
func (c *checker) isAfter(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	return syntax.IsFunction(fn, "time", "After")
}

// settingsOf returns what may set a clock again in a round: its Reset, an assignment, and whatever gets it, or what it is a
// part of.
func (c *checker) settingsOf(clock requests.Place, r round) []ast.Node {
	info := c.pass.TypesInfo
	is := func(e ast.Expr) bool {
		p, ok := requests.PlaceOf(info, e)
		return ok && p.Overlaps(clock)
	}
	var sites []ast.Node
	syntax.InspectFunc(r.region.Node, func(n ast.Node) {
		if !within(n, r.region) {
			return
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Lhs) != len(n.Rhs) || !slices.ContainsFunc(n.Lhs, is) {
				return
			}
			for i, lhs := range n.Lhs {
				if is(lhs) && !info.Types[n.Rhs[i]].IsNil() {
					sites = append(sites, n)
				}
			}
		case *ast.CallExpr:
			recv := syntax.Receiver(info, n)
			if recv != nil && is(recv) && !stopsClock(info, n) || slices.ContainsFunc(n.Args, is) || c.literalSets(n, is) {
				sites = append(sites, n)
			}
		}
	})
	return sites
}

// literalSets reports whether a call is one of a literal in a variable that mentions a clock.
func (c *checker) literalSets(call *ast.CallExpr, is func(ast.Expr) bool) bool {
	lit := c.literalOf(call.Fun)
	if lit == nil {
		return false
	}
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		found = found || ok && is(e)
		return !found
	})
	return found
}
