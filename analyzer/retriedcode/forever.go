package retriedcode

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
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
func (c *checker) forever(call *ast.CallExpr, r libraries.Runner) {
	node, _, body := c.operationOf(call.Args[r.Arg])
	reg := requests.Region{Node: node, From: body.Pos(), To: body.End()}
	rnd := points.Round{Node: call, Region: reg}
	for _, o := range c.goingOn(node, rnd) {
		o, same := c.Unchanged(rnd, o)
		never, fix, ok := c.refused(o)
		if !ok || !same || c.Opaque(reg, o.Call) || c.AsksPeople(reg, o.Call) || c.remembers(reg, o.Call) {
			continue
		}
		never, fix = c.WithoutAction(rnd, o, never, fix)
		never = c.notSaidElsewhere(reg, o, never)
		if len(never)+len(fix) == 0 || c.reported[call.Pos()] || !c.Before(call).Reachable() {
			continue
		}
		c.reported[call.Pos()] = true
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: "library",
			Message: fmt.Sprintf("this call has the same request sent again (line %d) for %s; end it unless %s",
				c.sentLine(o.Call), describe(never, fix), c.mayPass(o.Domain)),
		})
	}
}

// goingOn returns the replies that a function has brought where it returns, and their codes for which it does
// nothing that keeps it from being called again.
func (c *checker) goingOn(fn ast.Node, r points.Round) []points.Source {
	var all []points.Source
	has := make(map[points.Source]*gathered) // by what tells a reply apart
	for _, at := range c.Exits(fn) {
		for _, o := range at.Origins() {
			if o.Call == nil || !points.Within(o.Call, r.Region) {
				continue
			}
			key := points.Source{ID: o.ID, Call: o.Call, Domain: o.Domain}
			g := has[key]
			if g == nil {
				g = &gathered{domain: o.Domain, has: make(map[string]bool)}
				has[key] = g
				key.Codes = g
				all = append(all, key)
			}
			for _, m := range o.Domain.Members() {
				g.has[m.Text] = g.has[m.Text] || o.Codes.Has(m.Text)
			}
		}
	}
	for i, o := range all {
		left := &gathered{domain: o.Domain, has: make(map[string]bool)}
		for _, m := range c.UnlessLast(r, o, o.Domain.Members()) {
			left.has[m.Text] = o.Codes.Has(m.Text)
		}
		all[i].Codes = left
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
