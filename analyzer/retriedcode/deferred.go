package retriedcode

import (
	"go/ast"

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
func (c *checker) givesInTheEnd(f function, d *ast.DeferStmt) {
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
		at, ok := c.deferred(call)
		if !ok || !at.Reachable() || says != nil && c.isConstant(says) && !c.isTrue(says) {
			return
		}
		var unsaid *point
		with := at.origins()
		if lib == nil {
			with, lib = c.settled(s, call, at), s.lib
		}
		if says != nil && !c.isConstant(says) {
			not := at.assume(says, false)
			with, unsaid = at.assume(says, true).origins(), &not
		}
		var clear []source
		for _, o := range with {
			if o.call != nil && !c.blursInTheEnd(lit, call, o.call) {
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
		if !ok || found || e.Pos() > give.Pos() || !c.asks(e, fetch) {
			return
		}
		if at, ok := c.deferred(e); ok && at.Reachable() {
			found = blurs(at, at.assume(e, true), at.assume(e, false), fetch)
		}
	})
	return found
}

func (c *checker) isConstant(e ast.Expr) bool { return c.pass.TypesInfo.Types[e].Value != nil }
