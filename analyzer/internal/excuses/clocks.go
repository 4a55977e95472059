package excuses

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

// This file is about clocks that go off once, and not again unless they are set:
//
//	case <-timer.C:
//		…
//		if code.Retryable() {
//			timer.Reset(pause)
//		}

// UnlessUnset leaves the codes for which a way back does not wait for a clock that has gone off, and that nobody sets again.
func (ex *Excuses) UnlessUnset(r points.Round, o points.Source, members []domain.Member) []domain.Member {
	if len(members) == 0 {
		return nil
	}
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		u, ok := n.(*ast.UnaryExpr)
		if !ok || u.Op != token.ARROW || !points.Within(u, r.Region) || u.Pos() > o.Call.Pos() || !ex.holdsUp(u, r, o) {
			return
		}
		clock, ok := ex.oneShot(u.X, r)
		if !ok {
			return
		}
		sites := ex.settingsOf(clock, r)
		members = slices.DeleteFunc(slices.Clone(members), func(m domain.Member) bool {
			return !slices.ContainsFunc(sites, func(site ast.Node) bool { return ex.ComesTo(site, o, m) })
		})
	})
	return members
}

// holdsUp reports whether a round does not get to its request before it has received something: beside that there are only
// clauses by which it is left.
func (ex *Excuses) holdsUp(u *ast.UnaryExpr, r points.Round, o points.Source) bool {
	_, path := ex.PathTo(u)
	for i, outer := range path {
		if outer == r.Node || outer == r.Region.Node {
			return true
		}
		if outer.Pos() <= o.Call.Pos() && o.Call.End() <= outer.End() {
			continue
		}
		switch outer := outer.(type) {
		case *ast.CommClause:
			if u.Pos() >= outer.Colon {
				return false
			}
		case *ast.SelectStmt:
			if slices.ContainsFunc(outer.Body.List, func(clause ast.Stmt) bool {
				return clause != path[i-2] && !points.LeavesBy(clause.(*ast.CommClause).Body)
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
func (ex *Excuses) oneShot(ch ast.Expr, r points.Round) (requests.Place, bool) {
	info := ex.pass.TypesInfo
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
		if !ok || !syntax.IsClock(v.Type()) || len(ex.Assigned(v)) == 0 || !slices.ContainsFunc(ex.Assigned(v), func(by ast.Expr) bool { return by != nil && !info.Types[by].IsNil() }) {
			return requests.Place{}, false
		}
		for _, by := range ex.Assigned(v) {
			if by == nil || !info.Types[by].IsNil() && !ex.isAfter(by) {
				return requests.Place{}, false
			}
		}
		clock = x
	default:
		return requests.Place{}, false
	}
	p, ok := requests.PlaceOf(info, clock)
	return p, ok && p.Root != nil && !points.Within(NodeOf(p), r.Region)
}

func isTimer(t types.Type) bool {
	named, ok := syntax.Pointee(syntax.OrInvalid(t)).(*types.Named)
	return ok && named.Obj().Name() == "Timer" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "time"
}

// isAfter reports whether an expression is a channel that gets one time: of time.After.
func (ex *Excuses) isAfter(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, _ := syntax.Callee(ex.pass.TypesInfo, call).(*types.Func)
	return syntax.IsFunction(fn, "time", "After")
}

// settingsOf returns what may set a clock again in a round: its Reset, an assignment, and whatever gets it, or what it is a
// part of.
func (ex *Excuses) settingsOf(clock requests.Place, r points.Round) []ast.Node {
	info := ex.pass.TypesInfo
	is := func(e ast.Expr) bool {
		p, ok := requests.PlaceOf(info, e)
		return ok && p.Overlaps(clock)
	}
	var sites []ast.Node
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if !points.Within(n, r.Region) {
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
			if recv != nil && is(recv) && !stopsClock(info, n) || slices.ContainsFunc(n.Args, is) || ex.literalSets(n, is) {
				sites = append(sites, n)
			}
		}
	})
	return sites
}

// literalSets reports whether a call is one of a literal in a variable that mentions a clock.
func (ex *Excuses) literalSets(call *ast.CallExpr, is func(ast.Expr) bool) bool {
	lit := ex.LiteralOf(call.Fun)
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
