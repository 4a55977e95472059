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
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// rounds reports those of the ways back in a function on which the same request is sent
// again for codes that cannot succeed.
func (c *checker) rounds(f points.Function, all []points.Round) {
	for _, r := range innermostFirst(all) {
		if r.Asks() {
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
		found = c.MayAskTheSame(call, reg)
	})
	return found
}

// roundsOf returns the ways back in a function.
func (c *checker) roundsOf(f points.Function) []points.Round {
	var all []points.Round
	labels := make(map[types.Object]*ast.LabeledStmt)
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if l, ok := n.(*ast.LabeledStmt); ok {
			labels[c.pass.TypesInfo.Defs[l.Label]] = l
		}
	})
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.ForStmt:
			all = append(all, points.Round{
				Category: "loop", Pos: n.For, End: n.For + 3, Subject: "this loop sends", Node: n,
				Region: requests.Region{Node: n, From: roundOf(n), To: n.End()},
				At:     func(p *points.Package) points.Point { return p.Back(n) },
			})
		case *ast.RangeStmt:
			all = append(all, points.Round{
				Category: "loop", Pos: n.For, End: n.For + 3, Subject: "this loop sends", Node: n,
				Region: requests.Region{Node: n, From: n.Body.Pos(), To: n.End()},
				At:     func(p *points.Package) points.Point { return p.Back(n) },
			})
		case *ast.BranchStmt:
			if n.Tok != token.GOTO {
				break
			}
			if l := labels[c.pass.TypesInfo.Uses[n.Label]]; l != nil && l.Pos() < n.Pos() {
				all = append(all, points.Round{
					Category: "goto", Pos: n.Pos(), End: n.End(), Subject: "this goto sends", Node: n,
					Region: requests.Region{Node: f.Body, From: l.Pos(), To: n.End()},
					At:     func(p *points.Package) points.Point { return p.Back(n) },
				})
			}
		}
	})
	all = append(all, c.recursions(f)...)
	for i := range all {
		all[i].Asks = sync.OnceValue(func() bool { return c.asksTheSame(all[i].Region) })
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
func (c *checker) round(f points.Function, r points.Round, all []points.Round) {
	at := r.At(c.Package)
	if !at.Reachable() {
		return
	}
	brought := originsIn(at, r.Region)
	for _, o := range brought {
		if !c.MayAskTheSame(o.Call, r.Region) {
			continue // a batch, for one
		}
		if len(brought) <= mostStates {
			o = c.throughStates(r, o)
		}
		if _, _, ok := c.refused(o); ok {
			o = o.Alike(brought)
		}
		o.Absent = !o.SomeKnown(brought) && c.LeavesWithout(r, o, all)
		if !c.IsRenewed(r, brought, o) {
			c.roundWith(f, r, o, all)
		}
	}
}

// mostStates bounds how many replies a round of a state machine may bring: for each of them all ways of another round are
// followed once more.
const mostStates = 16

// originsIn returns the replies that were brought in a region, of those of which something is known at a point.
func originsIn(at points.Point, reg requests.Region) []points.Source {
	return slices.DeleteFunc(at.Origins(), func(o points.Source) bool {
		return o.Call == nil || o.Call.Pos() < reg.From || o.Call.End() > reg.To
	})
}

// roundWith reports one way back for the codes of one reply that take it.
func (c *checker) roundWith(f points.Function, r points.Round, o points.Source, all []points.Round) {
	advances := c.GoesOnWithSuccess(o)
	if !advances {
		if _, _, ok := c.refused(o); !ok {
			return
		}
	}
	o, same := c.Unchanged(r, o)
	if !same {
		return
	}
	if _, _, ok := c.refused(o); !ok {
		return
	}
	again := true
	if !o.Later {
		o, again = c.asksOnward(r, o)
	}
	never, fix, ok := c.refused(o)
	if !again || !ok || c.Opaque(r.Region, o.Call) ||
		!o.Absent && c.polls(all, r, o) || c.AsksPeople(r.Region, o.Call) || c.KeepsUnknown(r, o) || c.AsksIterator(r) {
		return
	}
	never, fix = c.UnlessLast(r, o, never), c.UnlessLast(r, o, fix)
	never, fix = c.UnlessCounted(r, o, never), c.UnlessCounted(r, o, fix)
	never, fix = c.UnlessAsked(r, o, never), c.UnlessAsked(r, o, fix)
	never, fix = c.UnlessUnset(r, o, never), c.UnlessUnset(r, o, fix)
	never, fix = c.WithoutAction(r, o, never, fix)
	never = c.notSaidElsewhere(r.Region, o, never)
	never, fix = c.notSaidWithin(r, o, never), c.notSaidWithin(r, o, fix)
	if len(never)+len(fix) == 0 || c.reported[r.Pos] {
		return
	}
	c.reported[r.Pos] = true
	c.noteLoop(r, o, slices.Concat(never, fix))
	var fixes []analysis.SuggestedFix
	if out := slices.Concat(never, fix); !advances && !o.Later { // else the next page, or state, has to have its turn
		if !c.endsOtherwise(f, r, o, out) {
			fixes = c.Leave(f, r, o, out)
		}
		if fixes == nil && !c.asksWhich(r, o) && !c.sentOtherwise(f, r, o, out, all) {
			fixes = c.Break(f, r, o, out)
		}
	}
	c.report.Report(analysis.Diagnostic{
		Pos: r.Pos, End: r.End, Category: r.Category,
		Message: fmt.Sprintf("%s the same request again (line %d) for %s; %s",
			r.Subject, c.sentLine(o.Call), describe(never, fix), c.leave(r, o, slices.Concat(never, fix), all)),
		SuggestedFixes: fixes,
	})
}

// asksOnward returns the codes of a reply with which the next round comes as far as to the
// request: a round may look at what is kept of the one before. It fails if there are none.
func (c *checker) asksOnward(r points.Round, o points.Source) (points.Source, bool) {
	back, ok := r.Node.(ast.Stmt)
	if !ok {
		return o, true // a call of the function itself, which starts anew
	}
	at := c.Onward(back, o.Call)
	if !at.Reachable() || c.asksUnknown(back, r.Region, o) {
		return o, false
	}
	for _, next := range at.Origins() {
		if next.Is(o) {
			next.Codes, next.Absent = points.Both(next.Codes, o.Codes), o.Absent
			return next, true
		}
	}
	return o, true
}

// throughStates returns a reply with the codes with which a later round gets to the request, where a success goes round, but
// never gets there, as that of a machine whose states are kept in a variable.
func (c *checker) throughStates(r points.Round, o points.Source) points.Source {
	loop, ok := r.Node.(ast.Stmt)
	if !ok || r.Category != "loop" || o.Without(codes.RetryNotNeeded) {
		return o
	}
	at := c.Onward(loop, o.Call)
	if !at.Reachable() {
		at = c.Eventually(loop, o.Call)
	}
	if !at.Reachable() {
		return o
	}
	for _, next := range at.Origins() {
		if next.Is(o) && next.Without(codes.RetryNotNeeded) {
			o.Codes, o.Later = points.Both(o.Codes, next.Codes), true
		}
	}
	return o
}

// asksUnknown reports whether a round compares a code before it makes the request of which
// nobody knows where it is from: it may be what is kept of the last reply.
func (c *checker) asksUnknown(back ast.Stmt, reg requests.Region, o points.Source) bool {
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
			if found || e.Pos() < reg.From || e.End() > o.Call.Pos() || c.pass.TypesInfo.Types[e].Value != nil {
				continue
			}
			v, ok := c.bindings.Of(e)
			if !ok || v.Domain != o.Domain {
				continue
			}
			at := c.Onward(back, e)
			held, ok := at.Codes(e)
			found = ok && at.Reachable() && at.From(e) == nil && len(held.Members()) == len(o.Domain.Members())
		}
	})
	return found
}

// refused returns the codes of an origin that should not go round. It fails where
// success goes round, too: that is no retry.
func (c *checker) refused(o points.Source) (never, fix []domain.Member, ok bool) {
	if o.Call != nil && c.AsksError(o.Call) {
		return nil, nil, false
	}
	success := false
	for _, m := range o.Domain.Members() {
		has := o.Codes.Has(m.Text)
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
	if !success && o.All() && !o.Absent {
		return nil, nil, false // no exit depends on the reply
	}
	return never, fix, len(never)+len(fix) > 0
}
