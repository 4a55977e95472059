package codeflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about errors that a library's function has marked, as backoff.Permanent does: which are
// is known where nothing else goes wrong.

// isMark reports whether a function is another package's that makes an error of one that it gets.
func (e *engine) isMark(fn *types.Func) bool {
	return fn != nil && fn.Pkg() != nil && fn.Pkg() != e.pass.Pkg && fn.Signature().Recv() == nil &&
		makesError().MatchString(fn.Name()) && getsError(fn.Signature())
}

// isPointerToError reports whether a type is a pointer to one that is called an error, as what Permanent of cenkalti/backoff
// returns: nil is nil there, too.
func isPointerToError(t types.Type) bool {
	named, ok := syntax.Pointee(t).(*types.Named)
	return ok && syntax.IsPointer(t) && strings.HasSuffix(named.Obj().Name(), "Error")
}

// marked returns the result of a function that marks an error.
func marked(by *types.Func) []value {
	return []value{known(out{kind: isError, err: &failure{links: []link{{mark: by.Origin(), direct: true}}, open: true, fresh: true}})}
}

// makesMarks reports whether a function makes an error of one that it gets, so that it may mark it.
func makesMarks(sig *types.Signature) bool {
	if sig.Results().Len() != 1 || !getsError(sig) {
		return false
	}
	result := sig.Results().At(0).Type()
	return syntax.IsErrorInterface(result) || isPointerToError(result)
}

// Marked returns the state if an error, which is not nil, has in it what a library has marked it by, or
// has not: isMark tells of a function, a type or a package's variable, which the error itself is made by, or
// one behind it. What is unknown has no mark.
func (s State) Marked(e ast.Expr, isMark func(mark types.Object, direct bool) bool, want bool) State {
	return s.step(func(f *flow, st *state) {
		var left []outcome
		for _, o := range orUnknown(f.errorAt(st, e)) {
			if o.kind != isNil && (o.kind == isError && o.err.isMarked(isMark)) == want {
				left = append(left, o)
			}
		}
		st.keep(left)
	})
}

// Tells reports whether all is known of an error that it has been marked by.
func (s State) Tells(e ast.Expr) bool {
	tells := true
	s.step(func(f *flow, st *state) {
		tells = !slices.ContainsFunc(orUnknown(f.errorAt(st, e)), func(o outcome) bool {
			return o.kind != isNil && (o.kind != isError || o.err.open || slices.ContainsFunc(o.err.links, link.saysIs))
		})
	})
	return tells
}

// errorAt evaluates an error, of an interface or of a type where nil is nil.
func (f *flow) errorAt(st *state, e ast.Expr) value {
	if isPointerToError(f.typeOf(e)) {
		return f.eval(st, e)
	}
	return f.converted(st, f.eval(st, e), e, syntax.ErrorType)
}

func (f *failure) isMarked(isMark func(types.Object, bool) bool) bool {
	for _, l := range f.links {
		switch {
		case l.mark != nil && isMark(l.mark, l.direct), l.object != nil && isMark(l.object, l.direct):
			return true
		case l.typ != nil:
			if named, ok := syntax.Pointee(l.typ).(*types.Named); ok && isMark(named.Obj(), l.direct) {
				return true
			}
		}
	}
	return false
}

// returnsMarked reports whether a call, with this around it, marks an error that the function returns.
func (f *flow) returnsMarked(call *ast.CallExpr, stack []ast.Node) bool {
	fn, ok := syntax.StaticCallee(f.e.info, call)
	if !ok || !f.e.isMark(fn) || len(stack) == 0 {
		return false
	}
	_, returned := stack[len(stack)-1].(*ast.ReturnStmt)
	return returned
}

// textMarked reports whether a method, with this around it, is asked for an error's text, and that goes nowhere but
// into an error which the function marks and returns.
func (f *flow) textMarked(method *ast.SelectorExpr, stack []ast.Node) bool {
	if len(stack) < 2 || method.Sel.Name != "Error" {
		return false
	}
	asked, isCall := stack[len(stack)-1].(*ast.CallExpr)
	by, isArgument := stack[len(stack)-2].(*ast.CallExpr)
	return isCall && isArgument && asked.Fun == ast.Expr(method) && by.Fun != ast.Expr(asked) && f.returnsMarked(by, stack[:len(stack)-2])
}
