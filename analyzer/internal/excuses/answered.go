package excuses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about requests that are made of what another one has just brought:
//
//	token, err := login(ctx, user)
//	…
//	r, err := send(ctx, token, m)
//
// Who goes round for some codes only wants another token. Who does so for all of them sends the message again.

// IsRenewed reports whether a reply's request is made of the answer to one of the others that were brought in a round, and
// not all failures go round.
func (ex *Excuses) IsRenewed(r points.Round, brought []points.Source, o points.Source) bool {
	if o.Failures() {
		return false
	}
	return slices.ContainsFunc(brought, func(s points.Source) bool {
		return s.Call != o.Call && s.Call.End() <= o.Call.Pos() && ex.isMadeOf(r, s.Call, o.Call)
	})
}

// isMadeOf reports whether one call is made on or with what another one has returned, by variables.
func (ex *Excuses) isMadeOf(r points.Round, first, then *ast.CallExpr) bool {
	info := ex.pass.TypesInfo
	of := make(map[types.Object]bool)
	mentions := func(n ast.Node) bool {
		found := false
		ast.Inspect(n, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && of[info.ObjectOf(id)] || n == ast.Node(first)
			return !found
		})
		return found
	}
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		s, ok := n.(*ast.AssignStmt)
		if !ok || s.Pos() > then.Pos() || !slices.ContainsFunc(s.Rhs, func(rhs ast.Expr) bool { return rhs.End() <= then.Pos() && mentions(rhs) }) {
			return
		}
		for _, lhs := range s.Lhs {
			root := lhs
			for {
				sel, ok := ast.Unparen(root).(*ast.SelectorExpr)
				if !ok {
					break
				}
				root = sel.X
			}
			if id, ok := ast.Unparen(root).(*ast.Ident); ok && !syntax.IsError(info.TypeOf(lhs)) {
				of[info.ObjectOf(id)] = true
			}
		}
	})
	delete(of, nil)
	return mentions(then)
}
