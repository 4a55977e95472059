package repeats

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about helpers that a function makes of its settings:
//
//	func retrying(n int, opts ...Option) func(fn func() error) error {
//		return func(fn func() error) error { … }
//	}
//
// They are known as if the function took all at once: retrying(3, quickly)(send) as retrying(3, send, quickly). What
// the function gets last may be a list, so that it stays the last.

// Uncurried returns the call of a helper that a function makes as one of that function, nil where it is none. Made is
// the call of the function.
func (r *Result) Uncurried(call, made *ast.CallExpr) *ast.CallExpr {
	if r.pass == nil {
		return nil
	}
	fn, ok := typeutil.Callee(r.pass.TypesInfo, made).(*types.Func)
	if !ok || !makesRepeating(fn) {
		return nil
	}
	flat := Flat(fn, call, made)
	if flat == nil {
		return nil
	}
	if h, at := r.Of(flat), settings(fn.Signature()); h == nil || h.Param < at || at+len(call.Args) <= h.Param {
		return nil
	}
	return flat
}

// Flat returns the call of what a function makes as one that gives all to the function, nil if that is not known. It
// stands where the one is, wherever the function is called.
func Flat(fn *types.Func, call, made *ast.CallExpr) *ast.CallExpr {
	at := settings(fn.Signature())
	if call.Ellipsis.IsValid() || len(made.Args) < at {
		return nil // the latter in code that does not compile, or f(g())
	}
	return &ast.CallExpr{
		Fun:    &ast.ParenExpr{Lparen: call.Pos(), X: made.Fun, Rparen: call.Lparen},
		Lparen: call.Lparen, Args: slices.Concat(made.Args[:at:at], call.Args, made.Args[at:]), Ellipsis: made.Ellipsis, Rparen: call.Rparen,
	}
}

// settings returns how many parameters a function has before a list of the last ones.
func settings(sig *types.Signature) int {
	if sig.Variadic() {
		return sig.Params().Len() - 1
	}
	return sig.Params().Len()
}

// makesRepeating reports whether a function returns one that takes a function which returns an error.
func makesRepeating(fn *types.Func) bool {
	if fn.Signature().Results().Len() != 1 {
		return false
	}
	sig, ok := fn.Signature().Results().At(0).Type().Underlying().(*types.Signature)
	return ok && !sig.Variadic() && takes(sig)
}

// made returns the helper that a function makes, or nil.
func (r *Result) made(fn *types.Func, decl *ast.FuncDecl) *Helper {
	lit := syntax.LiteralReturned(r.pass.TypesInfo, decl.Body)
	if lit == nil {
		return nil
	}
	sig, ok := r.pass.TypesInfo.TypeOf(lit).(*types.Signature)
	if !ok {
		return nil
	}
	at := settings(fn.Signature())
	outer, inner := slices.Collect(fn.Signature().Params().Variables()), slices.Collect(sig.Params().Variables())
	params := types.NewTuple(slices.Concat(outer[:at:at], inner, outer[at:])...)
	all := *decl
	all.Type = &ast.FuncType{Params: &ast.FieldList{List: slices.Concat(decl.Type.Params.List, lit.Type.Params.List)}}
	for i, p := range inner {
		if !fails(p.Type()) {
			continue
		}
		if h := r.repeated(&all, params, p, at+i); h != nil {
			return h
		}
	}
	return nil
}
