package excuses

import (
	"go/ast"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// asksHandedOn reports whether a function that calls itself hands on what came of a request, and looks at that before it makes
// the next one:
//
//	func deliver(m Message, last error) error {
//		if errors.Is(last, errFinal) {
//			return last
//		}
//		…
//		return deliver(m, err)
//	}
func (ex *Excuses) asksHandedOn(r points.Round, o points.Source) bool {
	call, ok := r.Node.(*ast.CallExpr)
	if !ok || !slices.ContainsFunc(call.Args, ex.hasOutcome) {
		return false
	}
	info := ex.pass.TypesInfo
	found := false
	ast.Inspect(r.Region.Node, func(n ast.Node) bool {
		if _, lit := n.(*ast.FuncLit); found || n == nil || n.Pos() >= o.Call.Pos() || lit && n != r.Region.Node {
			return false
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			found = ex.asksCarried(n.Cond, r.Region) || slices.ContainsFunc(ex.before(n.Cond), func(by ast.Expr) bool { return ex.asksCarried(by, r.Region) })
		case *ast.SwitchStmt:
			found = n.Tag != nil && ex.asksCarried(n.Tag, r.Region)
		case *ast.CaseClause:
			found = slices.ContainsFunc(n.List, func(e ast.Expr) bool { return syntax.IsBoolean(info.TypeOf(e)) && ex.asksCarried(e, r.Region) })
		}
		return true
	})
	return found
}

// hasOutcome reports whether an outcome is in an expression.
func (ex *Excuses) hasOutcome(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		found = found || ok && ex.isOutcome(x)
		return !found
	})
	return found
}

// asksCarried reports whether a question is about a parameter that is another in the next call, and more than whether it is nil, or
// how much it is.
func (ex *Excuses) asksCarried(question ast.Node, reg requests.Region) bool {
	info := ex.pass.TypesInfo
	found := false
	ast.PreorderStack(question, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || !reg.Carried[info.Uses[id]] {
			return !found
		}
		asked := ast.Expr(id)
		for i := len(stack) - 1; i >= 0; i-- {
			sel, ok := stack[i].(*ast.SelectorExpr)
			if !ok || syntax.Field(info, sel) == nil {
				if b, ok := stack[i].(*ast.BinaryExpr); ok && (info.Types[b.X].IsNil() || info.Types[b.Y].IsNil()) {
					return !found
				}
				break
			}
			asked = sel
		}
		t := info.TypeOf(asked)
		_, code := ex.bindings.Of(asked)
		found = found || code || t != nil && !requests.Exempt(t) && !syntax.IsNumber(t)
		return !found
	})
	return found
}
