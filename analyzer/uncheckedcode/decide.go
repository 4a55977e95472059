package uncheckedcode

import (
	"go/ast"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// decide returns what a condition about the decode's error is in one of the endings; one that asks something
// else of the error, which nobody follows, does something about it.
func (w *afterWalk) decide(cond ast.Expr, known bool) syntax.Truth {
	if !known {
		return syntax.Unknown
	}
	return syntax.Decide(cond, w.answers)
}

func (w *afterWalk) compares(x *ast.BinaryExpr) syntax.Truth {
	other := x.Y
	if !w.isError(x.X) {
		if other = x.X; !w.isError(x.Y) {
			return syntax.Unknown
		}
	}
	var equal bool
	switch {
	case w.d.c.info.Types[w.d.c.argument(other)].IsNil():
		equal = w.end == succeeded
	case w.isEOF(other):
		w.asksForEOF = true
		equal = w.end == atEOF
	default:
		return syntax.Unknown
	}
	return syntax.TruthOf(equal == (x.Op == token.EQL))
}

func (w *afterWalk) isError(e ast.Expr) bool {
	e = w.d.c.argument(e)
	if id, ok := e.(*ast.Ident); ok && w.err != nil {
		return w.d.c.info.ObjectOf(id) == w.err
	}
	return e == ast.Expr(w.d.call)
}

func (w *afterWalk) isEOF(e ast.Expr) bool {
	sel, ok := w.d.c.argument(e).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	obj := w.d.c.info.Uses[sel.Sel]
	return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "io" && obj.Name() == "EOF"
}
