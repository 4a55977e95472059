package excuses

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about conditions, and about what they ask that has a name first:
//
//	final := !r.Code.Retryable()
//	if final {

// conditionsIn returns the condition of a loop, and those of the statements in it, also where a variable holds one.
func (ex *Excuses) conditionsIn(r points.Round) []ast.Expr {
	var all []ast.Expr
	if loop, ok := r.Node.(*ast.ForStmt); ok && loop.Cond != nil {
		all = append(all, loop.Cond)
	}
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		if s, ok := n.(*ast.IfStmt); ok && points.Within(s, r.Region) {
			all = append(all, s.Cond)
			for _, by := range ex.before(s.Cond) {
				if points.Within(by, r.Region) && syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(by)) {
					all = append(all, by)
				}
			}
		}
	})
	return all
}

// condition returns what a condition is; of a variable, what it was set to before.
func (ex *Excuses) condition(e ast.Expr) ast.Expr {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if by := ex.before(id); len(by) == 1 && syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(by[0])) {
			return by[0]
		}
	}
	return e
}

// before returns what the variables of a condition were set to before.
func (ex *Excuses) before(cond ast.Expr) (all []ast.Expr) {
	ast.Inspect(cond, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if v := ex.Variable(id); ok && v != nil && !v.IsField() {
			if by := ex.Last(v); by != nil && by.End() <= cond.Pos() {
				all = append(all, by)
			}
		}
		return true
	})
	return all
}
