package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what failed and is kept in a list that becomes the queue:
//
//	queue = failed // or, at the beginning of the next round: queue, failed := failed, nil

// keeps reports whether the loop goes through a list, and what it keeps of it is what the next round
// of a loop around it goes through, or the next call of the function. It completes the putBack.
func (c *checker) keeps(f points.Function, p *putBack, around []ast.Stmt) bool {
	info := c.pass.TypesInfo
	loop, ok := p.loop.(*ast.RangeStmt)
	if !ok || loop.Value == nil {
		return false
	}
	value, ok := loop.Value.(*ast.Ident)
	list, isListed := requests.PlaceOf(info, loop.X)
	if !ok || info.ObjectOf(value) != p.taken || !isListed || !points.IsPlace(info, loop.X, list) {
		return false
	}
	kept := func(e ast.Expr) bool {
		if call, ok := ast.Unparen(e).(*ast.CallExpr); ok && syntax.IsBuiltin(info, call, "append") && call.Ellipsis.IsValid() {
			e = call.Args[len(call.Args)-1] // queue = append(queue[:0], failed...)
		}
		return points.IsPlace(info, e, p.queue)
	}
	p.from = list
	found := false
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if found || n.Pos() >= loop.Pos() && n.Pos() < loop.End() {
			return
		}
		switch n := n.(type) {
		case *ast.RangeStmt:
			for _, outer := range slices.Backward(around) {
				if p.in != nil && p.in.field != nil && n.Pos() >= loop.End() && points.Within(n, regionOf(outer)) && c.unwraps(n, *p, list) {
					found, p.unwrapped, p.again = true, true, requests.Region{Node: outer, From: outer.Pos(), To: outer.End()}
					return
				}
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				for _, outer := range slices.Backward(around) {
					if len(n.Lhs) == len(n.Rhs) && n.Pos() >= outer.Pos() && n.End() <= outer.End() && points.IsPlace(info, lhs, list) && kept(n.Rhs[i]) {
						found, p.again = true, requests.Region{Node: outer, From: outer.Pos(), To: outer.End()}
						return
					}
				}
			}
		case *ast.CallExpr:
			fn, ok := syntax.Callee(info, n).(*types.Func)
			if !ok || types.Object(fn) != f.Obj || n.Pos() < loop.End() {
				return
			}
			for i, arg := range n.Args {
				if param := syntax.Parameter(fn.Signature(), i); param != nil && list == (requests.Place{Root: param}) && kept(arg) {
					carried, _ := c.carriedBy(f, n)
					delete(carried, param)
					found, p.again = true, requests.Region{Node: f.Node, From: f.Body.Pos(), To: f.Body.End(), Carried: carried}
				}
			}
		}
	})
	return found
}

// sifts reports whether a function says what is left of the queue: failed = worth(failed).
func (c *checker) sifts(reg requests.Region, p putBack) bool {
	info := c.pass.TypesInfo
	found := false
	ast.Inspect(reg.Node, func(n ast.Node) bool {
		s, ok := n.(*ast.AssignStmt)
		if !ok || found || s.Pos() < reg.From || s.End() > reg.To {
			return !found
		}
		for i, lhs := range s.Lhs {
			if !points.IsPlace(info, lhs, p.queue) && !points.IsPlace(info, lhs, p.from) {
				continue
			}
			call, isCall := ast.Unparen(s.Rhs[min(i, len(s.Rhs)-1)]).(*ast.CallExpr)
			tv := types.TypeAndValue{}
			if isCall {
				tv = info.Types[call.Fun]
			}
			found = found || isCall && !tv.IsBuiltin() && !tv.IsType()
		}
		return !found
	})
	return found
}
