package retriedcode

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/excuses"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about messages that a function gives back when it has come to its end:
//
//	defer func() {
//		if err != nil {
//			d.Nack(false, true)
//		}
//	}()

// givesInTheEnd reports what a deferred function gives back, for the codes with which the function around it ends so.
func (c *checker) givesInTheEnd(f points.Function, d *ast.DeferStmt) {
	lit, ok := d.Call.Fun.(*ast.FuncLit)
	if !ok {
		c.settlesByAddress(f, d)
		return
	}
	if syntax.CallsBuiltin(c.pass.TypesInfo, lit.Body, "recover") {
		return
	}
	syntax.InspectFunc(lit.Body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		lib, says, ok := c.givesBack(call, 0)
		s := c.settles(call)
		if !ok && s == nil {
			return
		}
		at, ok := c.Deferred(call)
		if !ok || !at.Reachable() || says != nil && c.isConstant(says) && !c.isTrue(says) {
			return
		}
		var unsaid *points.Point
		with := at.Origins()
		if lib == nil {
			with, lib = c.settled(s, call, at), s.lib
		}
		if says != nil && !c.isConstant(says) {
			not := at.Assume(says, false)
			with, unsaid = at.Assume(says, true).Origins(), &not
		}
		var clear []points.Source
		for _, o := range with {
			if o.Call != nil && !c.blursInTheEnd(lit, call, o.Call) {
				clear = append(clear, o)
			}
		}
		c.givenFor(f, call, clear, unsaid, lib, "redelivery", "this has")
	})
}

// blursInTheEnd reports whether a deferred function asks something about a reply, before it gives a message back, that
// does not part the codes.
func (c *checker) blursInTheEnd(lit *ast.FuncLit, give, fetch *ast.CallExpr) bool {
	found := false
	syntax.InspectFunc(lit.Body, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || found || e.Pos() > give.Pos() || !c.Asks(e, fetch) {
			return
		}
		if at, ok := c.Deferred(e); ok && at.Reachable() {
			found = excuses.Blurs(at, at.Assume(e, true), at.Assume(e, false), fetch)
		}
	})
	return found
}

func (c *checker) isConstant(e ast.Expr) bool { return c.pass.TypesInfo.Types[e].Value != nil }
