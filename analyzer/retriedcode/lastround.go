package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// unlessLast leaves the codes for which a round does nothing that makes it the last one: it
// gives a number, a time or a field that the loop's condition asks for another value, also by a function of the package,
// cancels a context, stops a clock, or closes a channel.
func (c *checker) unlessLast(r round, o source, members []domain.Member) []domain.Member {
	if len(members) == 0 {
		return nil
	}
	syntax.InspectFunc(r.region.Node, func(n ast.Node) {
		s, ok := n.(ast.Stmt)
		if !ok || n.Pos() < r.region.From || n.End() > r.region.To || !c.makesLast(r, s) {
			return
		}
		for _, at := range c.before(s).origins() {
			if at.is(o) && (c.isSpecific(s, o) || c.surelyMakesLast(r, s)) {
				members = without(members, func(text string) bool { return at.codes.Has(text) && !c.byCount(r, o, s, text) })
			}
		}
	})
	return members
}

// byCount reports whether a round comes to a statement with a code only when it has counted so far:
// else if tries >= 3 { r.state = failed }.
func (c *checker) byCount(r round, o source, s ast.Stmt, text string) bool {
	var places []requests.Place
	for _, cnt := range c.countsIn(r) {
		places = append(places, cnt.place)
	}
	_, path := c.pathTo(s)
	for _, outer := range path {
		if outer == r.node || outer == r.region.Node {
			return false
		}
		var cond ast.Expr
		switch outer := outer.(type) {
		case *ast.IfStmt:
			if s.Pos() >= outer.Body.Pos() && s.End() <= outer.Body.End() {
				cond = outer.Cond
			}
		case *ast.CaseClause:
			if len(outer.List) == 1 && syntax.IsBoolean(c.pass.TypesInfo.TypeOf(outer.List[0])) {
				cond = outer.List[0]
			}
		}
		if cond == nil || !requests.Mentions(c.pass.TypesInfo, cond, places) {
			continue
		}
		for _, not := range c.before(cond).assume(cond, false).origins() {
			if not.is(o) && not.codes.Has(text) {
				return true
			}
		}
	}
	return false
}

// makesLast reports whether a statement may keep a loop from another round.
func (c *checker) makesLast(r round, s ast.Stmt) bool {
	info := c.pass.TypesInfo
	outlives := func(e ast.Expr) bool {
		p, ok := requests.PlaceOf(info, e)
		return ok && p.Root != nil && (p.Root.Pos() < r.region.From || p.Root.Pos() >= r.region.To)
	}
	switch s := s.(type) {
	case *ast.AssignStmt:
		if s.Tok != token.ASSIGN || len(s.Lhs) != len(s.Rhs) {
			return false
		}
		loop, ok := r.node.(*ast.ForStmt)
		for i, lhs := range s.Lhs {
			if syntax.Field(info, lhs) != nil && c.keepsFrom(r, lhs, s.Rhs[i]) || c.elementAsked(r, lhs) {
				return true
			}
			p, isPlace := requests.PlaceOf(info, lhs)
			if !ok || loop.Cond == nil || !isPlace || !mayEnd(info.TypeOf(lhs)) || requests.Mentions(info, s.Rhs[i], []requests.Place{p}) {
				continue
			}
			if requests.Mentions(info, loop.Cond, []requests.Place{p}) {
				return true
			}
		}
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		if info.Types[call.Fun].IsBuiltin() {
			return syntax.CalleeName(call) == "close" && outlives(call.Args[0])
		}
		return isCancel(info.TypeOf(call.Fun)) && outlives(call.Fun) || stopsClock(info, call) && outlives(syntax.Receiver(info, call)) || r.node != nil && (c.storesOne(call, c.askedIn(r)) || c.tellsPacer(r, call))
	}
	return false
}

// isCancel reports whether a type is that of functions that cancel a context.
func isCancel(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" &&
		(named.Obj().Name() == "CancelFunc" || named.Obj().Name() == "CancelCauseFunc")
}

// stopsClock reports whether a call has a timer or ticker send no more times.
func stopsClock(info *types.Info, call *ast.CallExpr) bool {
	fn, _ := syntax.Callee(info, call).(*types.Func)
	return fn != nil && fn.Name() == "Stop" && fn.Pkg() != nil && fn.Pkg().Path() == "time"
}

// mayEnd reports whether values of a type are what a loop's condition may ask for: a number, a name, a time.
func mayEnd(t types.Type) bool { return t != nil && (syntax.IsBasic(t) || syntax.IsTime(t)) }
