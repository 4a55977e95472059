package index

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// settlePassedOut notes the literals that another package's function gets, which may run them later.
func (w *indexer) settlePassedOut() {
	for lit, call := range w.passedTo {
		fn, ok := typeutil.Callee(w.info, call).(*types.Func)
		if ok && fn.Pkg() != nil && fn.Pkg() != w.Pkg && !foreign.CallsAtOnce(fn.Pkg()) {
			w.PassedOut[fn.Pkg()] = append(w.PassedOut[fn.Pkg()], lit)
		}
	}
}

// noteGiven notes the functions that a call gives to another package's function, or makes one of its types.
func (w *indexer) noteGiven(call *ast.CallExpr) {
	if tv := w.info.Types[call.Fun]; tv.IsType() {
		if named, ok := types.Unalias(tv.Type).(*types.Named); ok && len(call.Args) == 1 {
			w.givesOut(named.Obj().Pkg(), call.Args[0])
		}
		return
	}
	if fn, ok := typeutil.Callee(w.info, call).(*types.Func); ok {
		for _, arg := range call.Args {
			w.givesOut(fn.Pkg(), arg)
		}
	}
}

// givesOut notes what is given to another package, if it is a function.
func (w *indexer) givesOut(to *types.Package, x ast.Expr) {
	if kv, ok := x.(*ast.KeyValueExpr); ok {
		x = kv.Value
	}
	if to == nil || to == w.Pkg {
		return
	}
	if t := w.info.TypeOf(x); syntax.IsFunc(t) {
		w.GivenOut[to] = append(w.GivenOut[to], t.Underlying().(*types.Signature))
	}
}

// A GivenFunction is a function that a call of another package's function has made, of what it got: iter.Pull's stop ends the
// iterator that it was given.
type GivenFunction struct {
	Sig *types.Signature
	By  *ast.CallExpr // of a method that is used as a value: as if it were called
}

// noteMade notes the functions among the results of a call of another package's function.
func (w *indexer) noteMade(call *ast.CallExpr, fn *types.Func) {
	if fn.Pkg() == nil || fn.Pkg() == w.Pkg {
		return
	}
	w.eachResult(call, func(t types.Type) {
		if syntax.IsFunc(t) {
			w.Given = append(w.Given, GivenFunction{t.Underlying().(*types.Signature), call})
		}
	})
}

// noteMethodValue notes a method of another package's type that is used as a value.
func (w *indexer) noteMethodValue(sel *ast.SelectorExpr, fn *types.Func) {
	if sig, ok := w.info.TypeOf(sel).(*types.Signature); ok && fn.Pkg() != nil && fn.Pkg() != w.Pkg {
		w.Given = append(w.Given, GivenFunction{sig, &ast.CallExpr{Fun: sel}})
	}
}
