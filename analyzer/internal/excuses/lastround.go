package excuses

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// UnlessLast leaves the codes for which a round does nothing that makes it the last one: it
// gives a number, a time or a field that the loop's condition asks for another value, also by a function of the package,
// cancels a context, stops a clock, or closes a channel.
func (ex *Excuses) UnlessLast(r points.Round, o points.Source, members []domain.Member) []domain.Member {
	if len(members) == 0 {
		return nil
	}
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		s, ok := n.(ast.Stmt)
		if !ok || n.Pos() < r.Region.From || n.End() > r.Region.To || !ex.MakesLast(r, s) {
			return
		}
		for _, at := range ex.Before(s).Origins() {
			if at.Is(o) && (ex.isSpecific(s, o) || ex.surelyMakesLast(r, s)) {
				members = points.Without(members, func(text string) bool { return at.Codes.Has(text) && !ex.byCount(r, o, s, text) })
			}
		}
	})
	return members
}

// byCount reports whether a round comes to a statement with a code only when it has counted so far:
// else if tries >= 3 { r.state = failed }.
func (ex *Excuses) byCount(r points.Round, o points.Source, s ast.Stmt, text string) bool {
	var places []requests.Place
	for _, cnt := range ex.countsIn(r) {
		places = append(places, cnt.place)
	}
	_, path := ex.PathTo(s)
	for _, outer := range path {
		if outer == r.Node || outer == r.Region.Node {
			return false
		}
		var cond ast.Expr
		switch outer := outer.(type) {
		case *ast.IfStmt:
			if s.Pos() >= outer.Body.Pos() && s.End() <= outer.Body.End() {
				cond = ex.condition(outer.Cond)
			}
		case *ast.CaseClause:
			if len(outer.List) == 1 && syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(outer.List[0])) {
				cond = outer.List[0]
			}
		}
		if cond == nil || !requests.Mentions(ex.pass.TypesInfo, cond, places) {
			continue
		}
		for _, not := range ex.Before(cond).Assume(cond, false).Origins() {
			if not.Is(o) && not.Codes.Has(text) {
				return true
			}
		}
	}
	return false
}

// MakesLast reports whether a statement may keep a loop from another round.
func (ex *Excuses) MakesLast(r points.Round, s ast.Stmt) bool {
	info := ex.pass.TypesInfo
	outlives := func(e ast.Expr) bool {
		p, ok := requests.PlaceOf(info, e)
		return ok && p.Root != nil && (p.Root.Pos() < r.Region.From || p.Root.Pos() >= r.Region.To)
	}
	switch s := s.(type) {
	case *ast.AssignStmt:
		if s.Tok != token.ASSIGN || len(s.Lhs) != len(s.Rhs) {
			return false
		}
		loop, ok := r.Node.(*ast.ForStmt)
		for i, lhs := range s.Lhs {
			if syntax.Field(info, lhs) != nil && ex.keepsFrom(r, lhs, s.Rhs[i]) || ex.elementAsked(r, lhs) {
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
		return isCancel(info.TypeOf(call.Fun)) && outlives(call.Fun) || stopsClock(info, call) && outlives(syntax.Receiver(info, call)) || r.Node != nil && (ex.storesOne(call, ex.askedIn(r)) || ex.tellsPacer(r, call))
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
