package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

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
func (c *checker) pacers(r round) []requests.Place {
	all, known := c.pacing[r.node]
	if !known {
		all = c.pacersOf(r)
		c.pacing[r.node] = all
	}
	return all
}

func (c *checker) pacersOf(r round) []requests.Place {
	info := c.pass.TypesInfo
	var all []requests.Place
	for _, cond := range conditionsIn(r) {
		ast.Inspect(cond, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			recv := syntax.Receiver(info, call)
			p, isPlace := requests.PlaceOf(info, recv)
			if recv != nil && isPlace && c.declOf(call) == nil && !within(nodeOf(p), r.region) && !syntax.IsContext(info.TypeOf(recv)) && !requests.Exempt(info.TypeOf(recv)) {
				all = append(all, p)
			}
			return true
		})
	}
	if loop, ok := r.node.(*ast.RangeStmt); ok && loop.Key != nil {
		p, ok := requests.PlaceOf(info, loop.Key)
		if _, yields := orInvalid(info.TypeOf(loop.X)).Underlying().(*types.Signature); ok && yields && !syntax.IsBasic(info.TypeOf(loop.Key)) {
			all = append(all, p)
		}
	}
	return all
}

// nodeOf returns where what a place begins with is declared.
func nodeOf(p requests.Place) ast.Node { return &ast.Ident{NamePos: p.Root.Pos(), Name: p.Root.Name()} }

// tellsPacer reports whether a call behind the request is of a method of something that says whether there is another round.
func (c *checker) tellsPacer(r round, call *ast.CallExpr) bool {
	recv := syntax.Receiver(c.pass.TypesInfo, call)
	if recv == nil || len(c.pacers(r)) == 0 || c.declOf(call) != nil || slices.ContainsFunc(conditionsIn(r), func(cond ast.Expr) bool { return cond.Pos() <= call.Pos() && call.End() <= cond.End() }) {
		return false
	}
	of, ok := requests.PlaceOf(c.pass.TypesInfo, recv)
	return ok && slices.ContainsFunc(c.pacers(r), of.Overlaps)
}
