package excuses

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what a round keeps in fields and variables for the question whether there is
// another one:
//
//	for !breaker.open {
//		…
//		breaker.note(r.Code)
//	}

// KeepsUnknown reports whether a function gets the code, the reply or the error, and stores something by
// which the rounds go on, or that of another package which says so, or cancels a context, or gets the address of what
// is asked: nobody knows for which codes.
func (ex *Excuses) KeepsUnknown(r points.Round, o points.Source) bool {
	asked := ex.askedIn(r)
	found := ex.decidesItself(r, o.Call) || ex.asksHandedOn(r, o)
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if found || n.Pos() < o.Call.End() || n.End() > r.Region.To {
			return
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			decides := ex.storesOne(n, asked) || ex.tellsPacer(r, n) || ex.mayCancel(ex.DeclOf(n), 0)
			found = (decides && slices.ContainsFunc(n.Args, ex.isOutcome) || ex.literalDecides(r, n)) && !ex.isSpecific(n, o)
		case *ast.ExprStmt:
			call, ok := n.X.(*ast.CallExpr)
			found = ok && ex.handsAsked(r, call) && slices.ContainsFunc(call.Args, ex.isOutcome) && !ex.isSpecific(call, o)
		case *ast.AssignStmt:
			found = ex.keepsElement(r, n) && !ex.isSpecific(n, o)
		case *ast.SendStmt:
			found = ex.hasOutcome(n.Value) && ex.tellsCanceller(n.Chan) && !ex.isSpecific(n, o)
		}
	})
	return found
}

// isOutcome reports whether an expression is a code, a reply or an error, and no constant.
func (ex *Excuses) isOutcome(e ast.Expr) bool {
	tv := ex.pass.TypesInfo.Types[e]
	if tv.Type == nil || tv.Value != nil {
		return false
	}
	_, code := ex.bindings.Of(e)
	return code || syntax.ImplementsError(tv.Type) || len(ex.bindings.CodeFields(tv.Type)) > 0
}

// handsAsked reports whether a call, of which nobody asks anything, gets the address of what decides in a way back whether
// it goes on.
func (ex *Excuses) handsAsked(r points.Round, call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		addr, ok := ast.Unparen(arg).(*ast.UnaryExpr)
		if !ok || addr.Op != token.AND || !mayEnd(ex.pass.TypesInfo.TypeOf(addr.X)) {
			return false
		}
		p, ok := requests.PlaceOf(ex.pass.TypesInfo, addr.X)
		return ok && slices.ContainsFunc(ex.conditionsIn(r), func(cond ast.Expr) bool {
			return requests.Mentions(ex.pass.TypesInfo, cond, []requests.Place{p})
		})
	})
}

// isSpecific reports whether only some of the codes of a reply come to a place.
func (ex *Excuses) isSpecific(n ast.Node, o points.Source) bool {
	for _, at := range ex.Before(n).Origins() {
		if at.Is(o) {
			return slices.ContainsFunc(o.Domain.Members(), func(m domain.Member) bool { return o.Codes.Has(m.Text) && !at.Codes.Has(m.Text) })
		}
	}
	return false
}

// storesOne reports whether a function of the package stores to one of some fields.
func (ex *Excuses) storesOne(call *ast.CallExpr, fields map[*types.Var]bool) bool {
	for f := range ex.requests.StoredBy(call) {
		if fields[f] {
			return true
		}
	}
	return false
}

// askedIn returns the fields that are read by what decides in a way back whether it goes on: the loop's
// condition, and the conditions in it. Those are left out of which code flow knows for which codes they hold what.
func (ex *Excuses) askedIn(r points.Round) map[*types.Var]bool {
	asked := make(map[*types.Var]bool)
	note := func(fields map[*types.Var]bool) {
		for f := range fields {
			if ex.bindings.OfType(f.Type()) == nil {
				asked[f] = true
			}
		}
	}
	for _, cond := range ex.conditionsIn(r) {
		read := ex.requests.ReadBy(cond)
		if len(read) == 0 {
			continue
		}
		at := ex.askedAt(r, cond)
		maps.DeleteFunc(read, func(f *types.Var, _ bool) bool {
			return settles(at, cond, func(e ast.Expr) bool {
				_, call := e.(*ast.CallExpr) // which may read it
				return call || syntax.Field(ex.pass.TypesInfo, e) == f
			})
		})
		note(read)
	}
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if s, ok := n.(*ast.IfStmt); ok && points.Within(s, r.Region) { // if err := s.open(); err != nil
			note(ex.readBefore(s))
		}
	})
	return asked
}

// keepsFrom reports whether what is stored in a field may keep a way back from another round: the loop's
// condition asks it, or one in the loop.
func (ex *Excuses) keepsFrom(r points.Round, lhs, rhs ast.Expr) bool {
	info := ex.pass.TypesInfo
	p, ok := requests.PlaceOf(info, lhs)
	if !ok || !syntax.IsBasic(info.TypeOf(lhs)) || requests.Mentions(info, rhs, []requests.Place{p}) {
		return false
	}
	if _, code := ex.bindings.Of(lhs); code {
		return false
	}
	return slices.ContainsFunc(ex.conditionsIn(r), func(cond ast.Expr) bool {
		if loop, ok := r.Node.(*ast.ForStmt); ok && loop.Cond == cond {
			if ends, known := ex.endsBy(cond, lhs, rhs); known {
				return ends
			}
		}
		return requests.Mentions(info, cond, []requests.Place{p})
	})
}

// surelyMakesLast reports whether an assignment to a field makes the loop's condition false.
func (ex *Excuses) surelyMakesLast(r points.Round, s ast.Stmt) bool {
	loop, ok := r.Node.(*ast.ForStmt)
	as, isAssign := s.(*ast.AssignStmt)
	if !ok || !isAssign || as.Tok != token.ASSIGN || len(as.Lhs) != len(as.Rhs) {
		return false
	}
	for i, lhs := range as.Lhs {
		if ends, known := ex.endsBy(loop.Cond, lhs, as.Rhs[i]); known && ends && syntax.Field(ex.pass.TypesInfo, lhs) != nil {
			return true
		}
	}
	return false
}

// endsBy tells of an assignment to a field whether the loop's condition is then false. It fails if nobody knows.
func (ex *Excuses) endsBy(cond ast.Expr, lhs, rhs ast.Expr) (ends, known bool) {
	info := ex.pass.TypesInfo
	to, ok := requests.PlaceOf(info, lhs)
	value := info.Types[rhs].Value
	if !ok || value == nil || cond == nil {
		return false, false
	}
	is := func(e ast.Expr) bool {
		p, ok := requests.PlaceOf(info, e)
		return ok && p == to
	}
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT && is(x.X) && value.Kind() == constant.Bool {
			return constant.BoolVal(value), true
		}
	case *ast.BinaryExpr:
		switch x.Op {
		case token.LAND:
			for _, part := range []ast.Expr{x.X, x.Y} {
				if ends, known := ex.endsBy(part, lhs, rhs); known {
					return ends, true
				}
			}
		case token.EQL, token.NEQ:
			for _, side := range [][2]ast.Expr{{x.X, x.Y}, {x.Y, x.X}} {
				if with := info.Types[side[1]].Value; is(side[0]) && with != nil && with.Kind() == value.Kind() {
					return constant.Compare(with, token.EQL, value) != (x.Op == token.EQL), true
				}
			}
		}
	default:
		if is(cond) && value.Kind() == constant.Bool {
			return !constant.BoolVal(value), true
		}
	}
	return false, false
}

// isChosenByCode reports whether an operand is a variable that holds something else for some of the codes which
// come to where it is asked: how many rounds there may be. In the head of a loop only what allows more of them counts, for
// what ends it is known.
func (ex *Excuses) isChosenByCode(operand ast.Expr, before points.Point, fetch *ast.CallExpr, head bool) bool {
	info := ex.pass.TypesInfo
	id, ok := ast.Unparen(operand).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := info.Uses[id].(*types.Var)
	if !ok || v.IsField() || !mayEnd(v.Type()) {
		return false
	}
	if _, code := ex.bindings.Of(operand); code {
		return false
	}
	return slices.ContainsFunc(ex.Assigned(v), func(by ast.Expr) bool {
		if by == nil || by.Pos() < fetch.End() || !ex.isPlainly(v, by) || head && !ex.isMoreThanOne(by) {
			return false
		}
		for _, at := range ex.Before(by).Origins() {
			if at.Call == fetch && at.Failing() > 0 && slices.ContainsFunc(before.Origins(), func(o points.Source) bool { return at.Is(o) && at.Failing() < o.Failing() }) {
				return true
			}
		}
		return false
	})
}

// isPlainly reports whether a variable is assigned a value that is not made of the one that it had.
func (ex *Excuses) isPlainly(v *types.Var, by ast.Expr) bool {
	_, path := ex.PathTo(by)
	if len(path) == 0 {
		return false
	}
	s, ok := path[0].(*ast.AssignStmt)
	return ok && (s.Tok == token.ASSIGN || s.Tok == token.DEFINE) &&
		!requests.Mentions(ex.pass.TypesInfo, by, []requests.Place{{Root: v}})
}

// isMoreThanOne reports whether an expression is a number that is more than one.
func (ex *Excuses) isMoreThanOne(e ast.Expr) bool {
	tv := ex.pass.TypesInfo.Types[e]
	return tv.Value != nil && syntax.IsInteger(tv.Type) && !repeats.IsOneOrNone(ex.pass.TypesInfo, e)
}
