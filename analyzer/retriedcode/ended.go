package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// unlessEnded leaves the codes for which a round does nothing that makes it the last one: it
// gives a number that the loop's condition asks for another value, cancels a context, or closes
// a channel.
func (c *checker) unlessEnded(r round, o source, members []domain.Member) []domain.Member {
	if len(members) == 0 {
		return nil
	}
	inspectFunc(r.region.node, func(n ast.Node) {
		s, ok := n.(ast.Stmt)
		if !ok || n.Pos() < r.region.from || n.End() > r.region.to || !c.ends(r, s) {
			return
		}
		for _, at := range c.before(s).origins() {
			if at.is(o) && slices.ContainsFunc(o.domain.Members(), func(m domain.Member) bool { return o.codes.Has(m.Text) && !at.codes.Has(m.Text) }) {
				members = without(members, at.codes.Has)
			}
		}
	})
	return members
}

// ends reports whether a statement may keep a loop from another round.
func (c *checker) ends(r round, s ast.Stmt) bool {
	info := c.pass.TypesInfo
	outlives := func(e ast.Expr) bool {
		p, ok := placeOf(info, e)
		return ok && p.root != nil && (p.root.Pos() < r.region.from || p.root.Pos() >= r.region.to)
	}
	switch s := s.(type) {
	case *ast.AssignStmt:
		loop, ok := r.node.(*ast.ForStmt)
		if !ok || loop.Cond == nil || s.Tok != token.ASSIGN || len(s.Lhs) != len(s.Rhs) {
			return false
		}
		for i, lhs := range s.Lhs {
			p, ok := placeOf(info, lhs)
			if !ok || !isNumber(info.TypeOf(lhs)) || mentions(info, s.Rhs[i], []place{p}) {
				continue
			}
			if mentions(info, loop.Cond, []place{p}) {
				return true
			}
		}
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		if info.Types[call.Fun].IsBuiltin() {
			return calleeName(call) == "close" && outlives(call.Args[0])
		}
		return isCancel(info.TypeOf(call.Fun)) && outlives(call.Fun)
	}
	return false
}

// isCancel reports whether a type is that of functions that cancel a context.
func isCancel(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" &&
		(named.Obj().Name() == "CancelFunc" || named.Obj().Name() == "CancelCauseFunc")
}
