package excuses

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about the domain without a success, in which a reply without a code says that all went well.

// LeavesWithout reports whether a loop is left where a reply has no code, where there is no error, which a function makes of its
// codes, or where something else in it says that all went well:
//
//	if r.ID != "" {
//		return r.ID, nil
//	}
func (ex *Excuses) LeavesWithout(r points.Round, o points.Source, all []points.Round) bool {
	return !hasSuccess(o) && (ex.goesByError(r, o, all) || (ex.endsWithout(r, o) || ex.isLeftWithout(r, o)) && !ex.asksForWord(r, o))
}

// WaitsForWord reports whether a loop is left where a reply has no code, but may go round, too, where one does not say what it
// waits for:
//
//	if r.Status == "APPROVED" {
//		return nil
//	}
func (ex *Excuses) WaitsForWord(r points.Round, o points.Source) bool {
	return !hasSuccess(o) && ex.isLeftWithout(r, o) && ex.asksForWord(r, o)
}

// isLeftWithout reports whether a statement leaves a loop where a reply has no code.
func (ex *Excuses) isLeftWithout(r points.Round, o points.Source) bool {
	return slices.ContainsFunc(ex.LeavingIn(r, o), func(s ast.Stmt) bool { return ex.comesWithout(s, o) && !ex.returnsError(s) })
}

// comesWithout reports whether a statement is come to where a reply has no code: whenever it is, or by one of the conditions of which
// one is enough. A jump does nothing by itself.
func (ex *Excuses) comesWithout(s ast.Stmt, o points.Source) bool {
	if hasNone(ex.Before(s), o) {
		return true
	}
	_, path := ex.PathTo(s)
	if len(path) < 2 {
		return false
	}
	test, ok := path[1].(*ast.IfStmt)
	if !ok || path[0] != ast.Node(test.Body) {
		return ok && hasNone(ex.Before(test.Cond).Assume(test.Cond, false), o)
	}
	return slices.ContainsFunc(syntax.Disjuncts(test.Cond), func(e ast.Expr) bool { return hasNone(ex.Before(e).Assume(e, true), o) })
}

// asksForWord reports whether a condition in a loop, behind the request, compares what is no code with a word.
func (ex *Excuses) asksForWord(r points.Round, o points.Source) bool {
	found := false
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if found || n.Pos() < o.Call.End() || n.End() > r.Region.To {
			return
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			found = ex.comparesWord(n.Cond)
		case *ast.SwitchStmt:
			for _, clause := range n.Body.List {
				list := clause.(*ast.CaseClause).List
				found = found || n.Tag != nil && ex.isWord(n.Tag, list...) || slices.ContainsFunc(list, ex.comparesWord)
			}
		}
	})
	return found
}

// comparesWord reports whether a condition compares what is no code with a word.
func (ex *Excuses) comparesWord(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		if x, ok := n.(*ast.BinaryExpr); ok {
			found = found || ex.isWord(x.X, x.Y) || ex.isWord(x.Y, x.X)
		}
		return !found
	})
	return found
}

// isWord reports whether one of some expressions is a text, and what it is compared with no code.
func (ex *Excuses) isWord(compared ast.Expr, with ...ast.Expr) bool {
	if _, code := ex.bindings.Of(compared); code {
		return false
	}
	return slices.ContainsFunc(with, func(e ast.Expr) bool {
		v := ex.pass.TypesInfo.Types[e].Value
		return v != nil && v.Kind() == constant.String && constant.StringVal(v) != ""
	})
}

// endsWithout reports whether a loop's condition ends it where a reply has no code.
func (ex *Excuses) endsWithout(r points.Round, o points.Source) bool {
	loop, ok := r.Node.(*ast.ForStmt)
	if !ok || loop.Cond == nil {
		return false
	}
	return slices.ContainsFunc(syntax.Conjuncts(loop.Cond), func(e ast.Expr) bool { return hasNone(ex.End(loop).Assume(e, false), o) })
}

// hasSuccess reports whether the domain of a reply has a success.
func hasSuccess(o points.Source) bool {
	return slices.ContainsFunc(o.Domain.Members(), domain.Member.IsSuccess)
}

// goesByError reports whether a loop is left wherever there is no error, which is where the reply has no code: only a failure goes
// round. A loop that goes round in another way, too, may wait for something that a reply says for which all went well.
func (ex *Excuses) goesByError(r points.Round, o points.Source, all []points.Round) bool {
	found := false
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		x, ok := n.(*ast.BinaryExpr)
		if !ok || found || x.Pos() < o.Call.Pos() || x.End() > r.Region.To ||
			!syntax.IsErrorInterface(ex.pass.TypesInfo.TypeOf(x.X)) || !ex.pass.TypesInfo.Types[x.Y].IsNil() {
			return
		}
		none := x.Op == token.EQL
		found = hasNone(ex.Before(x).Assume(x, none), o) && !slices.ContainsFunc(all, func(other points.Round) bool {
			return other.Node == r.Node && other.At(ex.Package).Assume(x, none).Reachable()
		})
	})
	return found
}

// ReturnsWithout is LeavesWithout for a function that is called again while it returns an error: it returns none where the reply has
// no code, and one only where it has.
func (ex *Excuses) ReturnsWithout(body *ast.BlockStmt, o points.Source) bool {
	if hasSuccess(o) {
		return false
	}
	well, fails := false, false
	syntax.InspectFunc(body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok {
			return
		}
		if len(ret.Results) == 0 {
			fails = true // perhaps
			return
		}
		err := ret.Results[len(ret.Results)-1]
		at := ex.Before(ret)
		well = well || hasNone(at.Fails(err, false), o)
		fails = fails || hasNone(at.Fails(err, true), o)
	})
	return well && !fails
}

// hasNone reports whether a reply has no code at a point.
func hasNone(p points.Point, o points.Source) bool {
	return slices.ContainsFunc(p.Origins(), func(at points.Source) bool { return at.Is(o) && at.None() })
}

// returnsError reports whether a statement returns an error that may be none of nil.
func (ex *Excuses) returnsError(s ast.Stmt) bool {
	ret, ok := s.(*ast.ReturnStmt)
	return ok && slices.ContainsFunc(ret.Results, ex.mayBeError)
}

// bringsNone reports whether the reply that a call has brought has no code at a point, in a domain without a success: what is asked
// there says nothing of a failure.
func bringsNone(p points.Point, fetch *ast.CallExpr) bool {
	return slices.ContainsFunc(p.Origins(), func(at points.Source) bool { return at.Call == fetch && !hasSuccess(at) && at.None() })
}

// NoneWithout reports whether an error that is nil says of a reply that it has no code, in a domain without a success.
func (ex *Excuses) NoneWithout(at points.Point, err ast.Expr, o points.Source) bool {
	return !hasSuccess(o) && !o.SomeKnown(at.Fails(err, true).Origins()) && hasNone(at.Fails(err, false), o) && !hasNone(at.Fails(err, true), o)
}

// AtFailure reports whether a condition around a node, or one before it that leaves, has a reply without a code not come there: in a
// domain without a success.
//
//	if err := create(t); err != nil {
//		queue <- t
//	}
//
// It is so only where nothing more is known of any reply that the same call has brought.
func (ex *Excuses) AtFailure(n ast.Node, o points.Source, brought []points.Source) bool {
	if hasSuccess(o) || o.SomeKnown(brought) {
		return false
	}
	none := func(cond ast.Expr, outcome bool) bool {
		return cond.Pos() >= o.Call.End() && hasNone(ex.Before(cond).Assume(cond, outcome), o)
	}
	_, path := ex.PathTo(n)
	inner := n
	for _, outer := range path {
		switch outer := outer.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		case *ast.IfStmt:
			if inner == ast.Node(outer.Body) && none(outer.Cond, false) || inner == ast.Node(outer.Else) && none(outer.Cond, true) {
				return true
			}
		}
		for _, s := range syntax.Statements(outer) {
			test, ok := s.(*ast.IfStmt)
			if ok && s.End() <= n.Pos() && points.Leaves(test.Body.List) && none(test.Cond, true) {
				return true
			}
		}
		inner = outer
	}
	return false
}
