package retriedcode

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// forever reports a call that has a function called again whatever comes of it, until that says by itself
// that it is over:
//
//	wait.UntilWithContext(ctx, func(ctx context.Context) {
//		if r, err := send(ctx, m); err == nil && r.Code == codes.ResponseSuccess {
//			cancel()
//		}
//	}, time.Second)
func (c *checker) forever(call *ast.CallExpr, r runner) {
	node, _, body := c.operationOf(call.Args[r.arg])
	reg := requests.Region{Node: node, From: body.Pos(), To: body.End()}
	rnd := round{node: call, region: reg}
	for _, o := range c.goingOn(node, rnd) {
		never, fix, ok := c.refused(o)
		if !ok || !c.requests.Same(o.call, reg) || c.opaque(reg, o.call) || c.asksPeople(reg, o.call) || c.remembers(reg, o.call) {
			continue
		}
		never, fix = c.withoutAction(rnd, o, never, fix)
		never = c.notSaidElsewhere(reg, o, never)
		if len(never)+len(fix) == 0 || c.reported[call.Pos()] || !c.before(call).Reachable() {
			continue
		}
		c.reported[call.Pos()] = true
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: "library",
			Message: fmt.Sprintf("this call has the same request sent again (line %d) for %s; end it unless %s",
				c.line(o.call), describe(never, fix), c.mayPass(o.domain)),
		})
	}
}

// goingOn returns the replies that a function has brought where it returns, and their codes for which it does
// nothing that keeps it from being called again.
func (c *checker) goingOn(fn ast.Node, r round) []source {
	var all []source
	has := make(map[source]*gathered) // by what tells a reply apart
	for _, at := range c.exits(fn) {
		for _, o := range at.origins() {
			if o.call == nil || !within(o.call, r.region) {
				continue
			}
			key := source{id: o.id, call: o.call, domain: o.domain}
			g := has[key]
			if g == nil {
				g = &gathered{domain: o.domain, has: make(map[string]bool)}
				has[key] = g
				key.codes = g
				all = append(all, key)
			}
			for _, m := range o.domain.Members() {
				g.has[m.Text] = g.has[m.Text] || o.codes.Has(m.Text)
			}
		}
	}
	for i, o := range all {
		left := &gathered{domain: o.domain, has: make(map[string]bool)}
		for _, m := range c.unlessLast(r, o, o.domain.Members()) {
			left.has[m.Text] = o.codes.Has(m.Text)
		}
		all[i].codes = left
	}
	return all
}

// remembers reports whether a function looks, before it sends, at something that it has stored, but for a count:
// it may be what came of the last time.
func (c *checker) remembers(reg requests.Region, fetch *ast.CallExpr) bool {
	var stored []requests.Place
	for _, ch := range c.requests.Changes(fetch, reg) {
		if !ch.Counts && (ch.Place.Root.Pos() < reg.From || ch.Place.Root.Pos() >= reg.To) {
			stored = append(stored, ch.Place)
		}
	}
	found := false
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		var cond ast.Expr
		switch n := n.(type) {
		case *ast.IfStmt:
			cond = n.Cond
		case *ast.ForStmt:
			cond = n.Cond
		case *ast.SwitchStmt:
			cond = n.Tag
		case *ast.CaseClause:
			for _, e := range n.List {
				found = found || e.Pos() < fetch.Pos() && requests.Mentions(c.pass.TypesInfo, e, stored)
			}
		}
		found = found || cond != nil && cond.Pos() < fetch.Pos() && requests.Mentions(c.pass.TypesInfo, cond, stored)
	})
	return found
}
