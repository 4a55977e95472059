package excuses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what other packages have to say whether there is another round, which may be told what came of one:
//
//	for t := retry.New(4); t.Next(); {
//		…
//		t.Fail(err)
//	}
//
// It is what a condition asks by a method, or what an iterator gives to each round.

// pacers returns where such things are.
func (ex *Excuses) pacers(r points.Round) []requests.Place {
	all, known := ex.pacing[r.Node]
	if !known {
		all = ex.pacersOf(r)
		ex.pacing[r.Node] = all
	}
	return all
}

func (ex *Excuses) pacersOf(r points.Round) []requests.Place {
	info := ex.pass.TypesInfo
	var all []requests.Place
	conds := ex.conditionsIn(r)
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if s, ok := n.(*ast.IfStmt); ok && points.Within(s, r.Region) { // if err := b.Allow(); err != nil
			for _, by := range ex.before(s.Cond) {
				if points.Within(by, r.Region) && ex.isToldNothing(by) {
					conds = append(conds, by)
				}
			}
		}
	})
	for _, cond := range conds {
		ast.Inspect(cond, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			recv := syntax.Receiver(info, call)
			p, isPlace := requests.PlaceOf(info, recv)
			if recv != nil && isPlace && ex.DeclOf(call) == nil && !points.Within(NodeOf(p), r.Region) && !syntax.IsContext(info.TypeOf(recv)) && !requests.Exempt(info.TypeOf(recv)) {
				all = append(all, p)
			}
			return true
		})
	}
	if loop, ok := r.Node.(*ast.RangeStmt); ok && loop.Key != nil {
		p, ok := requests.PlaceOf(info, loop.Key)
		if _, yields := syntax.OrInvalid(info.TypeOf(loop.X)).Underlying().(*types.Signature); ok && yields && !syntax.IsBasic(info.TypeOf(loop.Key)) {
			all = append(all, p)
		}
	}
	return all
}

// isToldNothing reports whether an expression is a call that gets nothing but contexts and times.
func (ex *Excuses) isToldNothing(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok && !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return !requests.Exempt(ex.pass.TypesInfo.TypeOf(arg)) })
}

// NodeOf returns where what a place begins with is declared.
func NodeOf(p requests.Place) ast.Node { return &ast.Ident{NamePos: p.Root.Pos(), Name: p.Root.Name()} }

// tellsPacer reports whether a call behind the request is of a method of something that says whether there is another round.
func (ex *Excuses) tellsPacer(r points.Round, call *ast.CallExpr) bool {
	recv := syntax.Receiver(ex.pass.TypesInfo, call)
	if recv == nil || len(ex.pacers(r)) == 0 || ex.DeclOf(call) != nil || slices.ContainsFunc(ex.conditionsIn(r), func(cond ast.Expr) bool { return cond.Pos() <= call.Pos() && call.End() <= cond.End() }) {
		return false
	}
	of, ok := requests.PlaceOf(ex.pass.TypesInfo, recv)
	return ok && slices.ContainsFunc(ex.pacers(r), of.Overlaps)
}
