package binding

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// ConstantText returns the text of the code that an operand stands for, if it is
// a constant, or one in other clothes: codes.ResponseSuccess.Wire(). What
// saysNothing names stands for no code.
func (r *Result) ConstantText(e ast.Expr) (string, bool) {
	if r.graph == nil {
		return "", false
	}
	tv, ok := r.graph.info.Types[r.Core(e)]
	if outer := r.graph.info.Types[ast.Unparen(e)]; outer.Value != nil {
		tv = outer
	}
	if !ok || tv.Value == nil {
		return "", false
	}
	text, ok := domain.Text(tv.Value)
	return text, ok && !saysNothing(text)
}

// Core returns the expression that e takes its code from: e without the
// parentheses, conversions and calls that leave a code what it is.
func (r *Result) Core(e ast.Expr) ast.Expr {
	for {
		e = ast.Unparen(e)
		call, ok := e.(*ast.CallExpr)
		if !ok || r.graph == nil {
			return e
		}
		x := r.PassedThrough(call)
		if x == nil {
			return e
		}
		e = x
	}
}
