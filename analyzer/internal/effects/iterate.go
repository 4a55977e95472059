package effects

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
)

// Iteration returns what a function may change that is ranged over.
func (e *Effects) Iteration(x ast.Expr) *Writes {
	w := e.New()
	e.tally().iterates(w, x)
	return w
}

// iterates adds what a function may change that is ranged over.
func (t *tally) iterates(w *Writes, x ast.Expr) {
	x = ast.Unparen(x)
	if lit, ok := x.(*ast.FuncLit); ok {
		t.body(w, lit, lit.Body)
		return
	}
	if call, ok := x.(*ast.CallExpr); ok {
		if fn, ok := typeutil.Callee(t.info, call).(*types.Func); ok && fn.Pkg() != nil && t.index.Decls[fn.Origin()] == nil {
			t.handed(w, call)
			if !foreign.OnlyIterates(fn.Pkg()) {
				t.call(w, call)
			}
			return
		}
	}
	w.Dynamic = true
	t.functions(w, t.info.TypeOf(x))
}
