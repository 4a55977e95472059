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

// This file is about the domain without a success, in which a reply without a code says that all went well.

// LeavesWithout reports whether a loop is left where a reply has no code, where there is no error, which a function makes of its
// codes, or where something else in it says that all went well:
//
//	if r.ID != "" {
//		return r.ID, nil
//	}
func (ex *Excuses) LeavesWithout(r points.Round, o points.Source, all []points.Round) bool {
	if hasSuccess(o) {
		return false
	}
	return ex.goesByError(r, o, all) || slices.ContainsFunc(ex.LeavingIn(r, o), func(s ast.Stmt) bool {
		_, path := ex.PathTo(s)
		for i, n := range path {
			if n == r.Node {
				break
			}
			switch n := n.(type) {
			case *ast.IfStmt:
				if path[max(0, i-1)] == ast.Node(n.Body) && ex.saysWell(n.Cond, s, o) {
					return true
				}
			case *ast.CaseClause:
				if slices.ContainsFunc(n.List, func(e ast.Expr) bool { return ex.saysWell(e, s, o) }) {
					return true
				}
			}
		}
		return false
	})
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
	return slices.ContainsFunc(p.Origins(), func(at points.Source) bool {
		return at.Is(o) && !slices.ContainsFunc(o.Domain.Members(), func(m domain.Member) bool { return at.Codes.Has(m.Text) })
	})
}

// saysWell reports whether a condition by which a statement leaves holds for replies of which all went well.
func (ex *Excuses) saysWell(cond ast.Expr, leaving ast.Stmt, o points.Source) bool {
	x, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok {
		return false
	}
	for _, side := range [][2]ast.Expr{{x.X, x.Y}, {x.Y, x.X}} {
		v, code := ex.bindings.Of(side[0])
		tv := ex.pass.TypesInfo.Types[side[1]]
		none := tv.IsNil() || tv.Value != nil && tv.Value.ExactString() == `""`
		switch {
		case code:
			if x.Op == token.EQL && v.Domain == o.Domain && none {
				return true
			}
		case none && x.Op == token.NEQ, tv.Value != nil && tv.Value.ExactString() == "0" && (x.Op == token.NEQ || x.Op == token.GTR):
			if ex.isPartOf(side[0], o.Call) && !ex.returnsError(leaving) && !ex.asksWhichCode(leaving, o) {
				return true
			}
		}
	}
	return false
}

// asksWhichCode reports whether a condition of the loop around a statement asks for a code that need not be there: where it is not,
// nobody knows which codes go round.
func (ex *Excuses) asksWhichCode(in ast.Stmt, o points.Source) bool {
	_, path := ex.PathTo(in)
	found := false
	asks := func(e ast.Expr) {
		if e == nil {
			return
		}
		ast.Inspect(e, func(n ast.Node) bool {
			x, ok := n.(ast.Expr)
			if !ok {
				return !found
			}
			if v, code := ex.bindings.Of(x); code && v.Domain == o.Domain && syntax.IsPointer(ex.pass.TypesInfo.TypeOf(x)) {
				found = true
			}
			return !found
		})
	}
	for _, loop := range path {
		if s, ok := loop.(ast.Stmt); !ok || !points.IsLoopStmt(s) {
			continue
		}
		syntax.InspectFunc(loop, func(n ast.Node) {
			switch n := n.(type) {
			case *ast.IfStmt:
				asks(n.Cond)
			case *ast.SwitchStmt:
				asks(n.Tag)
			case *ast.CaseClause:
				for _, e := range n.List {
					asks(e)
				}
			}
		})
		break
	}
	return found
}

// isPartOf reports whether an expression is a field of the reply that a call has brought, or how long it is.
func (ex *Excuses) isPartOf(e ast.Expr, call *ast.CallExpr) bool {
	if length, ok := ast.Unparen(e).(*ast.CallExpr); ok && syntax.IsBuiltin(ex.pass.TypesInfo, length, "len") {
		e = length.Args[0]
	}
	p, ok := requests.PlaceOf(ex.pass.TypesInfo, e)
	v, _ := p.Root.(*types.Var)
	if !ok || p.Path == "" || v == nil {
		return false
	}
	return ex.Computed(v) == call || slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		id, ok := syntax.WithoutAddress(arg).(*ast.Ident)
		return ok && ex.pass.TypesInfo.ObjectOf(id) == v
	})
}

// returnsError reports whether a statement returns an error that may be none of nil.
func (ex *Excuses) returnsError(s ast.Stmt) bool {
	ret, ok := s.(*ast.ReturnStmt)
	return ok && slices.ContainsFunc(ret.Results, func(e ast.Expr) bool {
		tv := ex.pass.TypesInfo.Types[e]
		return !tv.IsNil() && tv.Value == nil && syntax.ImplementsError(tv.Type)
	})
}

// asksWhetherWell reports whether an expression is the condition of an if that leaves where all went well, as LeavesWithout
// knows: it says nothing of a failure.
func (ex *Excuses) asksWhetherWell(e ast.Expr, at points.Point, fetch *ast.CallExpr) bool {
	_, path := ex.PathTo(e)
	if len(path) == 0 {
		return false
	}
	test, ok := path[0].(*ast.IfStmt)
	if !ok || test.Cond != e || len(test.Body.List) == 0 {
		return false
	}
	return slices.ContainsFunc(at.Origins(), func(o points.Source) bool {
		return o.Call == fetch && !hasSuccess(o) &&
			ex.saysWell(e, test.Body.List[len(test.Body.List)-1], o)
	})
}
