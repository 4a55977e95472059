package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
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
func (c *checker) pollsIn(f function, all []round) {
	for _, r := range all {
		if r.category != "loop" || c.reported[r.pos] || !r.asks() {
			continue
		}
		at := r.at(c)
		if !at.Reachable() {
			continue
		}
		for _, o := range originsIn(at, r.region) {
			if polled, ok := c.polled(r, o); ok {
				c.roundWith(f, r, polled, all)
			}
		}
	}
}

// polled returns, of the codes that go round, those of class never, if success does so, too, but only while it waits
// for something else: there is a statement by which only a success leaves, and none that one of them may leave by.
func (c *checker) polled(r round, o source) (source, bool) {
	if !c.goesOnWithSuccess(o) {
		return o, false
	}
	leaving := c.leavingIn(r, o)
	if !c.successLeaves(leaving, o) {
		return o, false
	}
	asked := slices.DeleteFunc(leaving, func(s ast.Stmt) bool { return !c.isAskedFor(r, o, s) })
	never := make(chosenCodes)
	for _, m := range o.domain.Members() {
		mayLeave := func(s ast.Stmt) bool { return c.comesTo(s, o, m) }
		never[m.Text] = m.Retry == codes.RetryNever && o.codes.Has(m.Text) && !slices.ContainsFunc(asked, mayLeave)
	}
	o.codes = both{o.codes, never}
	return o, true
}

// successLeaves reports whether one of the statements by which a loop is left is one that only a success comes to,
// by itself: where somebody else ends the wait for the next round, it does not leave.
func (c *checker) successLeaves(leaving []ast.Stmt, o source) bool {
	return slices.ContainsFunc(leaving, func(s ast.Stmt) bool {
		return c.comesWith(s, o, true) && !c.comesWith(s, o, false) && !c.isTold(s, o)
	})
}

// isTold reports whether a statement behind the request is come to when a channel has something: the context's, say.
func (c *checker) isTold(s ast.Stmt, o source) bool {
	_, path := c.pathTo(s)
	return slices.ContainsFunc(path, func(n ast.Node) bool {
		clause, ok := n.(*ast.CommClause)
		if !ok || clause.Pos() < o.call.End() {
			return false
		}
		_, sends := clause.Comm.(*ast.SendStmt)
		return clause.Comm != nil && !sends
	})
}

// leavingIn returns the statements behind the request by which a loop is left.
func (c *checker) leavingIn(r round, o source) []ast.Stmt {
	var leaving []ast.Stmt
	syntax.InspectFunc(r.region.Node, func(n ast.Node) {
		s, ok := n.(ast.Stmt)
		if !ok || s.Pos() < o.call.End() || s.End() > r.region.To {
			return
		}
		if b, isJump := s.(*ast.BranchStmt); leavesBy([]ast.Stmt{s}) || isJump && b.Tok == token.BREAK && c.breaks(r, b) {
			leaving = append(leaving, s)
		}
	})
	return leaving
}

// breaks reports whether a break without a label leaves a loop, and no switch or other loop in it.
func (c *checker) breaks(r round, b *ast.BranchStmt) bool {
	_, path := c.pathTo(b)
	for _, n := range path {
		switch n.(type) {
		case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt, *ast.ForStmt, *ast.RangeStmt:
			return n == r.node
		}
	}
	return false
}

// comesWith reports whether a round comes to a place when the request has brought a success, or a failure.
func (c *checker) comesWith(n ast.Node, o source, success bool) bool {
	return slices.ContainsFunc(o.domain.Members(), func(m domain.Member) bool {
		return m.IsSuccess() == success && o.codes.Has(m.Text) && c.comesTo(n, o, m)
	})
}

// isAskedFor reports whether a condition around a statement asks the reply, or what is made of it.
func (c *checker) isAskedFor(r round, o source, s ast.Stmt) bool {
	asked := false
	_, path := c.pathTo(s)
	for _, n := range path {
		if n == r.node {
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
func (c *checker) asksReply(e ast.Expr, o source) bool {
	found := false
	at := c.before(e)
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
		found = ok && v != nil && c.computed(v) == o.call || at.Depends(x, o.call)
		return !found
	})
	return found
}

// leavesWithout reports whether a loop is left where a reply has no code, which is how a domain without a success
// says that all went well.
func (c *checker) leavesWithout(r round, o source) bool {
	isAbsent := func(cond ast.Expr) bool {
		x, ok := ast.Unparen(cond).(*ast.BinaryExpr)
		if !ok || x.Op != token.EQL {
			return false
		}
		for _, side := range [][2]ast.Expr{{x.X, x.Y}, {x.Y, x.X}} {
			tv := c.pass.TypesInfo.Types[side[1]]
			v, ok := c.bindings.Of(side[0])
			if ok && v.Domain == o.domain && (tv.IsNil() || tv.Value != nil && tv.Value.ExactString() == `""`) {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(c.leavingIn(r, o), func(s ast.Stmt) bool {
		_, path := c.pathTo(s)
		for i, n := range path {
			if n == r.node {
				break
			}
			switch n := n.(type) {
			case *ast.IfStmt:
				if isAbsent(n.Cond) && path[max(0, i-1)] == ast.Node(n.Body) {
					return true
				}
			case *ast.CaseClause:
				if slices.ContainsFunc(n.List, isAbsent) {
					return true
				}
			}
		}
		return false
	})
}
