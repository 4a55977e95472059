package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// This file is about polls: loops that success leaves only along with something else.
//
//	if s.Code == codes.ResponseSuccess && s.State == "delivered" {
//		return nil
//	}

// pollsIn reports the loops in a function that poll, for the codes of class never with which they go on.
func (c *checker) pollsIn(f points.Function, all []points.Round) {
	for _, r := range all {
		if r.Category != "loop" || c.reported[r.Pos] || !r.Asks() {
			continue
		}
		at := r.At(c.Package)
		if !at.Reachable() {
			continue
		}
		for _, o := range originsIn(at, r.Region) {
			if polled, ok := c.polled(r, o); ok {
				c.roundWith(f, r, polled, all)
			}
		}
	}
}

// polled returns, of the codes that go round, those of class never, if success does so, too, but only while it waits
// for something else: there is a statement by which only a success leaves, or what has no code, and none that one of them may
// leave by.
func (c *checker) polled(r points.Round, o points.Source) (points.Source, bool) {
	leaving := c.LeavingIn(r, o)
	o.Absent = c.WaitsForWord(r, o)
	if !o.Absent && (!c.GoesOnWithSuccess(o) || !c.SuccessLeaves(leaving, o)) {
		return o, false
	}
	asked := slices.DeleteFunc(leaving, func(s ast.Stmt) bool { return !c.isAskedFor(r, o, s) })
	never := make(points.Chosen)
	for _, m := range o.Domain.Members() {
		mayLeave := func(s ast.Stmt) bool { return c.ComesTo(s, o, m) }
		never[m.Text] = m.Retry == codes.RetryNever && o.Codes.Has(m.Text) && !slices.ContainsFunc(asked, mayLeave)
	}
	o.Codes = points.Both(o.Codes, never)
	return o, true
}

// isAskedFor reports whether a condition around a statement asks the reply, or what is made of it.
func (c *checker) isAskedFor(r points.Round, o points.Source, s ast.Stmt) bool {
	asked := false
	_, path := c.PathTo(s)
	for _, n := range path {
		if n == r.Node {
			break
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			asked = asked || c.asksReply(n.Cond, o)
		case *ast.SwitchStmt:
			asked = asked || n.Tag != nil && c.asksReply(n.Tag, o)
		case *ast.CaseClause:
			asked = asked || slices.ContainsFunc(n.List, func(e ast.Expr) bool { return c.asksReply(e, o) })
		}
	}
	return asked
}

// asksReply reports whether an expression mentions what a call has brought, but for its error, or depends on it.
func (c *checker) asksReply(e ast.Expr, o points.Source) bool {
	found := false
	at := c.Before(e)
	ast.Inspect(e, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok || found {
			return !found
		}
		if tv := c.pass.TypesInfo.Types[x]; !tv.IsValue() || syntax.ImplementsError(tv.Type) {
			return true
		}
		p, ok := requests.PlaceOf(c.pass.TypesInfo, x)
		v, _ := p.Root.(*types.Var)
		found = ok && v != nil && c.Computed(v) == o.Call || at.Depends(x, o.Call)
		return !found
	})
	return found
}
