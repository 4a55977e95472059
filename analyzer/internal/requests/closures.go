package requests

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about requests that closures send: whether they make another one each time.

// bodyVaries reports whether a closure draws something new in every call.
func (q *requester) bodyVaries(body *ast.BlockStmt) bool {
	if q.busy[body] {
		return false
	}
	q.busy[body] = true
	defer delete(q.busy, body)
	if q.c.drawsBody(body, 0) || q.renews(body) {
		return true
	}
	// What it takes from outside.
	info := q.c.pass.TypesInfo
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && syntax.IsErrorInterface(syntax.OrInvalid(info.TypeOf(call))) && q.c.isHarmless(call) {
			return false // what becomes an error is not sent
		}
		id, ok := n.(*ast.Ident)
		if !ok || found {
			return !found
		}
		v, ok := info.Uses[id].(*types.Var)
		if !ok || v.IsField() || v.Pos() >= body.Pos() && v.Pos() < body.End() || Exempt(v.Type()) {
			return true
		}
		for _, ch := range q.changes {
			// What the closure itself keeps is its result.
			if ch.Place.Root == v && !(ch.Site.Pos() >= body.Pos() && ch.Site.End() <= body.End()) && q.varies(id) {
				found = true
			}
		}
		return !found
	})
	return found
}

// renews reports whether a closure changes, for what came of its request, what the next one is made of: a part of what a call
// before gets, or a field that it reads.
func (q *requester) renews(body *ast.BlockStmt) bool {
	info := q.c.pass.TypesInfo
	var calls []*ast.CallExpr
	syntax.InspectFunc(body, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && !info.Types[call.Fun].IsType() && !info.Types[call.Fun].IsBuiltin() && !q.c.isHarmless(call) {
			calls = append(calls, call)
		}
	})
	within := func(pos token.Pos) bool { return body.Pos() <= pos && pos < body.End() }
	for _, ch := range q.changes {
		if ch.Counts || !within(ch.Site.Pos()) || ch.Place.Root == nil || within(ch.Place.Root.Pos()) || syntax.IsErrorInterface(ch.Place.Root.Type()) {
			continue
		}
		for _, call := range calls {
			if call.Pos() < ch.Site.End() && slices.ContainsFunc(append(slices.Clone(call.Args), syntax.Receiver(info, call)), func(e ast.Expr) bool {
				return e != nil && mentionsPart(info, e, ch.Place)
			}) {
				return true
			}
		}
	}
	return slices.ContainsFunc(calls, func(by *ast.CallExpr) bool {
		return slices.ContainsFunc(calls, func(fetch *ast.CallExpr) bool { return q.c.Prepares(by, fetch, q.reg) })
	})
}

// mentionsPart reports whether an expression has a place in it, a part of it, or what it is a part of.
func mentionsPart(info *types.Info, e ast.Expr, of Place) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			p, ok := PlaceOf(info, x)
			found = ok && p.Overlaps(of)
			return !found && !ok // s.token is not all of s
		}
		return !found
	})
	return found
}

// isHarmless reports whether a call calls a function that only makes something of what it gets.
func (c *Comparer) isHarmless(call *ast.CallExpr) bool {
	fn := c.callee(call)
	return fn != nil && foreign.IsHarmless(fn)
}
