package excuses

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// SuccessLeaves reports whether one of the statements by which a loop is left is one that only a success comes to,
// by itself: where somebody else ends the wait for the next round, it does not leave.
func (ex *Excuses) SuccessLeaves(leaving []ast.Stmt, o points.Source) bool {
	return slices.ContainsFunc(leaving, func(s ast.Stmt) bool {
		return ex.comesWith(s, o, true) && !ex.comesWith(s, o, false) && !ex.isTold(s, o)
	})
}

// isTold reports whether a statement behind the request is come to when a channel has something: the context's, say.
func (ex *Excuses) isTold(s ast.Stmt, o points.Source) bool {
	_, path := ex.PathTo(s)
	return slices.ContainsFunc(path, func(n ast.Node) bool {
		clause, ok := n.(*ast.CommClause)
		if !ok || clause.Pos() < o.Call.End() {
			return false
		}
		_, sends := clause.Comm.(*ast.SendStmt)
		return clause.Comm != nil && !sends
	})
}

// LeavingIn returns the statements behind the request by which a loop is left.
func (ex *Excuses) LeavingIn(r points.Round, o points.Source) []ast.Stmt {
	var leaving []ast.Stmt
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		s, ok := n.(ast.Stmt)
		if !ok || s.Pos() < o.Call.End() || s.End() > r.Region.To {
			return
		}
		if b, isJump := s.(*ast.BranchStmt); ex.leavesRound(r, []ast.Stmt{s}) || isJump && b.Tok == token.CONTINUE && ex.goesOnOutside(r, b) {
			leaving = append(leaving, s)
		}
	})
	return leaving
}

// goesOnOutside reports whether a continue goes on with the next round of a loop around another one.
func (ex *Excuses) goesOnOutside(r points.Round, b *ast.BranchStmt) bool {
	if b.Label == nil {
		return false
	}
	_, path := ex.PathTo(b)
	return slices.ContainsFunc(path, func(n ast.Node) bool {
		l, ok := n.(*ast.LabeledStmt)
		return ok && l.Label.Name == b.Label.Name && ast.Node(l.Stmt) != r.Node && l.Pos() < r.Node.Pos()
	})
}

// breaks reports whether a break without a label leaves a loop, and no switch or other loop in it.
func (ex *Excuses) breaks(r points.Round, b *ast.BranchStmt) bool {
	_, path := ex.PathTo(b)
	for _, n := range path {
		switch n.(type) {
		case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt, *ast.ForStmt, *ast.RangeStmt:
			return n == r.Node
		}
	}
	return false
}

// comesWith reports whether a round comes to a place when the request has brought a success, or a failure.
func (ex *Excuses) comesWith(n ast.Node, o points.Source, success bool) bool {
	return slices.ContainsFunc(o.Domain.Members(), func(m domain.Member) bool {
		return m.IsSuccess() == success && o.Codes.Has(m.Text) && ex.ComesTo(n, o, m)
	})
}
