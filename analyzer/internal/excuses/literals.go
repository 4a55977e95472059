package excuses

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about function literals that are told what came of a round, and say by what they set whether there is another one:
//
//	note := func(code codes.ResponseCode) { stop = !code.Retryable() }

// literalDecides reports whether a call is one of a literal that is held by a variable, knows of an outcome, and cancels
// a context, or sets what decides in a way back whether it goes on.
func (ex *Excuses) literalDecides(r points.Round, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return false
	}
	lit := ex.LiteralOf(id)
	if lit == nil || !slices.ContainsFunc(call.Args, ex.isOutcome) && !ex.mentionsOutcome(lit) {
		return false
	}
	return ex.decidesIn(r, lit)
}

// decidesItself reports whether what sends a request, in a goroutine perhaps, cancels a context, or sets what decides in a way
// back whether it goes on.
func (ex *Excuses) decidesItself(r points.Round, fetch *ast.CallExpr) bool {
	if _, path := ex.PathTo(fetch); len(path) > 0 {
		if _, launched := path[0].(*ast.GoStmt); launched && ex.storesOne(fetch, ex.askedIn(r)) {
			return true
		}
	}
	return ex.mayCancel(ex.DeclOf(fetch), 0) || slices.ContainsFunc(append([]ast.Expr{fetch.Fun}, fetch.Args...), func(e ast.Expr) bool {
		lit := ex.LiteralOf(e)
		return lit != nil && ex.decidesIn(r, lit)
	})
}

// decidesIn reports whether a literal cancels a context, or sets what decides in a way back whether it goes on.
func (ex *Excuses) decidesIn(r points.Round, lit *ast.FuncLit) bool {
	return ex.Cancels(lit.Body, 0) || slices.ContainsFunc(ex.setBy(lit), func(p requests.Place) bool {
		return slices.ContainsFunc(append(ex.conditionsIn(r), receivesIn(r)...), func(cond ast.Expr) bool {
			return requests.Mentions(ex.pass.TypesInfo, cond, []requests.Place{p}) &&
				!settles(ex.askedAt(r, cond), cond, func(e ast.Expr) bool { return points.IsPlace(ex.pass.TypesInfo, e, p) })
		})
	})
}

// askedAt returns the point at which a condition of a way back asks about the round.
func (ex *Excuses) askedAt(r points.Round, cond ast.Expr) points.Point {
	if loop, ok := r.Node.(*ast.ForStmt); ok && loop.Cond == cond {
		return ex.End(loop) // the first time it is about what was before
	}
	return ex.Before(cond)
}

// settles reports whether code flow knows at a point for which codes some expressions in a condition are what.
func settles(at points.Point, cond ast.Expr, is func(ast.Expr) bool) bool {
	settled := true
	ast.Inspect(cond, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		settled = settled && !(ok && is(e) && !at.Settled(e))
		return settled
	})
	return settled
}

// receivesIn returns the channels from which something is received in a way back.
func receivesIn(r points.Round) []ast.Expr {
	var all []ast.Expr
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if u, ok := n.(*ast.UnaryExpr); ok && u.Op == token.ARROW && points.Within(u, r.Region) {
			all = append(all, u.X)
		}
	})
	return all
}

// mentionsOutcome reports whether a literal mentions a code, a reply or an error.
func (ex *Excuses) mentionsOutcome(lit *ast.FuncLit) bool {
	found := false
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && !found {
			_, isVar := ex.pass.TypesInfo.Uses[id].(*types.Var)
			found = isVar && ex.isOutcome(id)
		}
		return !found
	})
	return found
}

// AsksOutcome reports whether a literal asks for a code, a reply or an error that it has from outside before it gets to a
// node: go func() { if code.Retryable() { again() } }().
func (ex *Excuses) AsksOutcome(lit *ast.FuncLit, to ast.Node) bool {
	found := false
	asks := func(conds ...ast.Expr) {
		for _, cond := range conds {
			if cond == nil || cond.Pos() > to.Pos() {
				continue
			}
			for _, by := range ex.before(cond) {
				found = found || points.Within(by, requests.Region{From: lit.Pos(), To: lit.End()}) && ex.mentionsFrom(by, lit)
			}
			found = found || ex.mentionsFrom(cond, lit)
		}
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			asks(n.Cond)
		case *ast.ForStmt:
			asks(n.Cond)
		case *ast.SwitchStmt:
			asks(n.Tag)
		case *ast.CaseClause:
			asks(n.List...)
		}
		return !found
	})
	return found
}

// mentionsFrom reports whether an expression in a literal mentions a code, a reply or an error from outside of it.
func (ex *Excuses) mentionsFrom(e ast.Expr, lit *ast.FuncLit) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if p, isPlace := requests.PlaceOf(ex.pass.TypesInfo, e); ok && isPlace && !found {
			outside := p.Root.Pos() < lit.Body.Pos() || p.Root.Pos() >= lit.Body.End()
			found = outside && ex.isOutcome(e)
		}
		return !found
	})
	return found
}

// setBy returns the places outside of a literal to which it stores numbers, names or times, but for codes and what it counts each
// time, and the channels that it closes before it ends, but for those that it closes in any case.
func (ex *Excuses) setBy(lit *ast.FuncLit) []requests.Place {
	info := ex.pass.TypesInfo
	var all []requests.Place
	add := func(e ast.Expr) {
		if _, code := ex.bindings.Of(e); code {
			return // which codes it leaves there is known
		}
		if p, ok := requests.PlaceOf(info, e); ok && (mayEnd(info.TypeOf(e)) || syntax.IsChan(info.TypeOf(e)) || isAtomic(info.TypeOf(e))) && (p.Root.Pos() < lit.Pos() || p.Root.Pos() >= lit.End()) {
			all = append(all, p)
		}
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, lhs := range n.Lhs {
					add(lhs)
				}
			}
		case *ast.IncDecStmt:
			if !slices.Contains(lit.Body.List, ast.Stmt(n)) {
				add(n.X)
			}
		case *ast.ExprStmt: // not one that is deferred, which tells nothing
			call, ok := n.X.(*ast.CallExpr)
			if ok && syntax.IsBuiltin(info, call, "close") {
				if !alwaysIn(lit, n) {
					add(call.Args[0])
				}
			} else if ok && syntax.Receiver(info, call) != nil {
				add(syntax.Receiver(info, call)) // an atomic value
			}
		}
		return true
	})
	return all
}

// alwaysIn reports whether a literal comes to a statement in any case.
func alwaysIn(lit *ast.FuncLit, s ast.Stmt) bool {
	always := slices.Contains(lit.Body.List, s)
	syntax.InspectFunc(lit, func(n ast.Node) {
		_, returns := n.(*ast.ReturnStmt)
		always = always && !(returns && n.Pos() < s.Pos())
	})
	return always
}

// isAtomic reports whether a type is one of package sync/atomic's.
func isAtomic(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "sync/atomic"
}

// elementAsked reports whether an expression is an element of a map or list of which an element decides in a way back whether it
// goes on: refused[m.To] = true, and if refused[m.To] { return err }.
func (ex *Excuses) elementAsked(r points.Round, e ast.Expr) bool {
	info := ex.pass.TypesInfo
	x, ok := ast.Unparen(e).(*ast.IndexExpr)
	if !ok {
		return false
	}
	of, ok := requests.PlaceOf(info, x.X)
	if !ok || of.Root == nil || points.Within(NodeOf(of), r.Region) {
		return false
	}
	return slices.ContainsFunc(ex.conditionsIn(r), func(cond ast.Expr) bool {
		found := false
		ast.Inspect(cond, func(n ast.Node) bool {
			lookup, _ := n.(*ast.IndexExpr)
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := info.Uses[id].(*types.Var); ok {
					lookup = ex.Found(v)
				}
			}
			if lookup != nil {
				p, ok := requests.PlaceOf(info, lookup.X)
				found = found || ok && p == of
			}
			return !found
		})
		return found
	})
}

// keepsElement reports whether an assignment sets such an element by what came of a round.
func (ex *Excuses) keepsElement(r points.Round, s *ast.AssignStmt) bool {
	if len(s.Lhs) != len(s.Rhs) {
		return false
	}
	for i, lhs := range s.Lhs {
		if ex.pass.TypesInfo.Types[s.Rhs[i]].Value == nil && ex.elementAsked(r, lhs) && (syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(lhs)) || ex.isOutcome(s.Rhs[i]) || ex.MadeOfCode(s.Rhs[i])) {
			return true
		}
	}
	return false
}
