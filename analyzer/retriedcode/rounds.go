package retriedcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// A round is a way back to where a function has been before.
type round struct {
	category string
	pos, end token.Pos // what is reported
	subject  string    // the message's first words
	node     ast.Node  // the loop, goto or call
	region   requests.Region
	at       func(*checker) point // just before it goes back
	asks     func() bool          // see asksTheSame
	gives    bool                 // the node gives a message back, for another call or round
}

// rounds reports those of the ways back in a function on which the same request is sent
// again for codes that cannot succeed.
func (c *checker) rounds(f function, all []round) {
	for _, r := range innermostFirst(all) {
		if r.asks() {
			c.round(f, r, all)
		}
	}
}

// asksTheSame reports whether a region makes the same request again at all,
// whatever comes back: of all other regions nobody needs to know which codes go
// round.
func (c *checker) asksTheSame(reg requests.Region) bool {
	found := false
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || found || call.Pos() < reg.From || call.End() > reg.To {
			return
		}
		if tv := c.pass.TypesInfo.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
			return
		}
		if fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func); ok && foreign.IsHarmless(fn) {
			return
		}
		found = c.mayAskTheSame(call, reg)
	})
	return found
}

// roundsOf returns the ways back in a function.
func (c *checker) roundsOf(f function) []round {
	var all []round
	labels := make(map[types.Object]*ast.LabeledStmt)
	syntax.InspectFunc(f.body, func(n ast.Node) {
		if l, ok := n.(*ast.LabeledStmt); ok {
			labels[c.pass.TypesInfo.Defs[l.Label]] = l
		}
	})
	syntax.InspectFunc(f.body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.ForStmt:
			all = append(all, round{
				category: "loop", pos: n.For, end: n.For + 3, subject: "this loop sends", node: n,
				region: requests.Region{Node: n, From: roundOf(n), To: n.End()},
				at:     func(c *checker) point { return c.back(n) },
			})
		case *ast.RangeStmt:
			all = append(all, round{
				category: "loop", pos: n.For, end: n.For + 3, subject: "this loop sends", node: n,
				region: requests.Region{Node: n, From: n.Body.Pos(), To: n.End()},
				at:     func(c *checker) point { return c.back(n) },
			})
		case *ast.BranchStmt:
			if n.Tok != token.GOTO {
				break
			}
			if l := labels[c.pass.TypesInfo.Uses[n.Label]]; l != nil && l.Pos() < n.Pos() {
				all = append(all, round{
					category: "goto", pos: n.Pos(), end: n.End(), subject: "this goto sends", node: n,
					region: requests.Region{Node: f.body, From: l.Pos(), To: n.End()},
					at:     func(c *checker) point { return c.back(n) },
				})
			}
		}
	})
	all = append(all, c.recursions(f)...)
	for i := range all {
		all[i].asks = sync.OnceValue(func() bool { return c.asksTheSame(all[i].region) })
	}
	return all
}

// roundOf returns where what a loop does in every round begins.
func roundOf(loop *ast.ForStmt) token.Pos {
	switch {
	case loop.Cond != nil:
		return loop.Cond.Pos()
	case loop.Post != nil:
		return loop.Post.Pos()
	}
	return loop.Body.Pos()
}

// round reports one way back, of all that a function has.
func (c *checker) round(f function, r round, all []round) {
	at := r.at(c)
	if !at.Reachable() {
		return
	}
	brought := originsIn(at, r.region)
	for _, o := range brought {
		o = c.throughStates(r, o)
		if _, _, ok := c.refused(o); ok {
			o = o.alike(brought)
		}
		o.absent = !slices.ContainsFunc(brought, func(s source) bool { return s.call == o.call && !s.all() }) && c.leavesWithout(r, o)
		if !c.isRenewed(r, brought, o) {
			c.roundWith(f, r, o, all)
		}
	}
}

// originsIn returns the replies that were brought in a region, of those of which something is known at a point.
func originsIn(at point, reg requests.Region) []source {
	return slices.DeleteFunc(at.origins(), func(o source) bool {
		return o.call == nil || o.call.Pos() < reg.From || o.call.End() > reg.To
	})
}

// roundWith reports one way back for the codes of one reply that take it.
func (c *checker) roundWith(f function, r round, o source, all []round) {
	advances := c.goesOnWithSuccess(o)
	if !advances {
		if _, _, ok := c.refused(o); !ok {
			return
		}
	}
	o, same := c.unchanged(r, o)
	if !same {
		return
	}
	if _, _, ok := c.refused(o); !ok {
		return
	}
	again := true
	if !o.later {
		o, again = c.asksOnward(r, o)
	}
	never, fix, ok := c.refused(o)
	if !again || !ok || c.opaque(r.region, o.call) ||
		!o.absent && c.polls(all, r, o) || c.asksPeople(r.region, o.call) || c.keepsUnknown(r, o) || c.asksIterator(r) {
		return
	}
	never, fix = c.unlessLast(r, o, never), c.unlessLast(r, o, fix)
	never, fix = c.unlessCounted(r, o, never), c.unlessCounted(r, o, fix)
	never, fix = c.unlessAsked(r, o, never), c.unlessAsked(r, o, fix)
	never, fix = c.unlessUnset(r, o, never), c.unlessUnset(r, o, fix)
	never, fix = c.withoutAction(r, o, never, fix)
	never = c.notSaidElsewhere(r.region, o, never)
	never, fix = c.notSaidWithin(r, o, never), c.notSaidWithin(r, o, fix)
	if len(never)+len(fix) == 0 || c.reported[r.pos] {
		return
	}
	c.reported[r.pos] = true
	c.noteLoop(r, o, slices.Concat(never, fix))
	var fixes []analysis.SuggestedFix
	if !advances && !o.later { // else the next page, or state, has to have its turn
		fixes = c.leaveFix(f, r, o, slices.Concat(never, fix))
	}
	c.report.Report(analysis.Diagnostic{
		Pos: r.pos, End: r.end, Category: r.category,
		Message: fmt.Sprintf("%s the same request again (line %d) for %s; %s",
			r.subject, c.pass.Fset.Position(o.call.Pos()).Line, describe(never, fix), c.leave(r, o, slices.Concat(never, fix), all)),
		SuggestedFixes: fixes,
	})
}

// asksOnward returns the codes of a reply with which the next round comes as far as to the
// request: a round may look at what is kept of the one before. It fails if there are none.
func (c *checker) asksOnward(r round, o source) (source, bool) {
	back, ok := r.node.(ast.Stmt)
	if !ok {
		return o, true // a call of the function itself, which starts anew
	}
	at := c.onward(back, o.call)
	if !at.Reachable() || c.asksUnknown(back, r.region, o) {
		return o, false
	}
	for _, next := range at.origins() {
		if next.is(o) {
			next.codes, next.absent = both{next.codes, o.codes}, o.absent
			return next, true
		}
	}
	return o, true
}

// throughStates returns a reply with the codes with which a later round gets to the request, where a success goes round, but
// never gets there, as that of a machine whose states are kept in a variable.
func (c *checker) throughStates(r round, o source) source {
	loop, ok := r.node.(ast.Stmt)
	if !ok || r.category != "loop" || o.without(codes.RetryNotNeeded) {
		return o
	}
	at := c.onward(loop, o.call)
	if !at.Reachable() {
		at = c.eventually(loop, o.call)
	}
	if !at.Reachable() {
		return o
	}
	for _, next := range at.origins() {
		if next.is(o) && next.without(codes.RetryNotNeeded) {
			o.codes, o.later = both{o.codes, next.codes}, true
		}
	}
	return o
}

// asksUnknown reports whether a round compares a code before it makes the request of which
// nobody knows where it is from: it may be what is kept of the last reply.
func (c *checker) asksUnknown(back ast.Stmt, reg requests.Region, o source) bool {
	found := false
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		var of []ast.Expr
		switch n := n.(type) {
		case *ast.BinaryExpr:
			of = []ast.Expr{n.X, n.Y}
		case *ast.SwitchStmt:
			if n.Tag != nil {
				of = []ast.Expr{n.Tag}
			}
		}
		for _, e := range of {
			if found || e.Pos() < reg.From || e.End() > o.call.Pos() || c.pass.TypesInfo.Types[e].Value != nil {
				continue
			}
			v, ok := c.bindings.Of(e)
			if !ok || v.Domain != o.domain {
				continue
			}
			at := c.onward(back, e)
			held, ok := at.Codes(e)
			found = ok && at.Reachable() && at.From(e) == nil && len(held.Members()) == len(o.domain.Members())
		}
	})
	return found
}

// refused returns the codes of an origin that should not go round. It fails where
// success goes round, too: that is no retry.
func (c *checker) refused(o source) (never, fix []domain.Member, ok bool) {
	if o.call != nil && c.asksError(o.call) {
		return nil, nil, false
	}
	success := false
	for _, m := range o.domain.Members() {
		has := o.codes.Has(m.Text)
		switch m.Retry {
		case codes.RetryNotNeeded:
			success = true
			if has {
				return nil, nil, false
			}
		case codes.RetryNever:
			if has {
				never = append(never, m)
			}
		case codes.RetryAfterFix:
			if has {
				fix = append(fix, m)
			}
		}
	}
	if !success && o.all() && !o.absent {
		return nil, nil, false // no exit depends on the reply
	}
	return never, fix, len(never)+len(fix) > 0
}
