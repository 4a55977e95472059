package replies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// resultsIn returns the local variables in which a call's replies are stored.
func (r *Result) resultsIn(b *Body, call *ast.CallExpr) []*types.Var {
	var vs []*types.Var
	for v, defs := range b.defs {
		for _, d := range defs {
			if d.value != nil && ast.Unparen(d.value) == ast.Expr(call) && r.readable(v.Type()) && !syntax.IsError(v.Type()) && b.Local(v) {
				vs = append(vs, v)
			}
		}
	}
	return vs
}

// readsText reports whether somebody may read a code in a text, other than by decoding it into target, in an
// execution in which call decodes it, and whether the function returns the text, for its caller to look at.
func (r *Result) readsText(b *Body, v, target *types.Var, call *ast.CallExpr) (read, handed bool) {
	for _, u := range b.trace(v, data).Uses {
		returned := u.Kind == Returned && call != nil && b.encloses(call)
		if !returned && !r.mayRead(b, u, target) || u.Call != nil && u.Call == call && u.Kind == Gone && isInterfaceMethod(r.callee(call)) {
			continue // what the methods do with it that may be called is asked where they do it
		}
		// An answer with another status, say, or what the variable held before.
		if call == nil || !b.encloses(call) || !b.exclusive(u.Ident, call) && !b.replaced(u, call) {
			read = read || !returned
			handed = handed || returned
		}
	}
	return read, handed
}

// readsBeside reports whether a function reads a code in a text that it is given, other than in an execution
// in which it decodes nothing of it for its caller.
func (r *Result) readsBeside(b *Body, v *types.Var) bool {
	decodes := false
	for _, u := range b.trace(v, data).Uses {
		if u.Kind != From || !r.decodesForCaller(b, u.Call) {
			continue
		}
		decodes = true
		if read, _ := r.readsText(b, v, nil, u.Call); read {
			return true
		}
	}
	if decodes {
		return false
	}
	read, _ := r.readsText(b, v, nil, nil)
	return read
}

// decodesForCaller reports whether a call fills what the function was given.
func (r *Result) decodesForCaller(b *Body, call *ast.CallExpr) bool {
	return slices.ContainsFunc(r.Targets(call), func(e ast.Expr) bool {
		v := b.Variable(e)
		return v != nil && b.given[v] && !b.isResult(v)
	})
}

// mayRead reports whether somebody may read a code by this use of a text.
func (r *Result) mayRead(b *Body, u Use, target *types.Var) bool {
	switch u.Kind {
	case Gone, Read:
		return true
	case From:
		targets := r.Targets(u.Call)
		if len(targets) == 0 {
			return r.gives(b, u.Call, target)
		}
		return slices.ContainsFunc(targets, func(e ast.Expr) bool { return r.readsTarget(b, e, target) })
	}
	return false
}

// readsTarget reports whether somebody may read the code in what a text is decoded into, unless that is
// the target.
func (r *Result) readsTarget(b *Body, e ast.Expr, target *types.Var) bool {
	into := b.Variable(e)
	if field, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && into == nil {
		into = b.holder(field) // json.Unmarshal(text, out.Data)
	}
	switch {
	case into == nil:
		return true
	case into == target:
		return false
	case b.given[into] && !b.isResult(into):
		return false // the caller's: its own business
	case !b.Local(into) && !b.isResult(into):
		return true
	}
	// What is returned is the caller's to look at, see [Effect.Gives].
	return r.readable(into.Type()) && b.Trace(into).Any(Read, Gone)
}

// gives reports whether somebody may read the code in what a call makes of a text.
func (r *Result) gives(b *Body, call *ast.CallExpr, target *types.Var) bool {
	vs := r.resultsIn(b, call)
	for _, v := range vs {
		if v != target && b.Trace(v).Any(Read, Gone, Returned) {
			return true
		}
	}
	return len(vs) == 0 && target != nil && b.Follow(call, 0) > Harmless
}

// givesText reports whether a function returns what it decodes from a text.
func (r *Result) givesText(b *Body, v *types.Var) bool {
	for _, u := range b.trace(v, data).Uses {
		if u.Kind != From {
			continue
		}
		for _, e := range r.Targets(u.Call) {
			if into := b.Variable(e); into != nil && (b.isResult(into) || b.Trace(into).Any(Returned)) {
				return true
			}
		}
		for _, into := range r.resultsIn(b, u.Call) {
			if b.Trace(into).Any(Returned) {
				return true
			}
		}
		if ret, ok := b.Parent(u.Call).(*ast.ReturnStmt); ok && b.Function(ret) == ast.Node(b.Decl) && r.Holds(firstOf(r.info.TypeOf(u.Call))) {
			return true
		}
	}
	return false
}

// readable reports whether a code may be in a value of a type.
func (r *Result) readable(t types.Type) bool {
	if r.Holds(t) {
		return true
	}
	switch syntax.Pointee(t).Underlying().(type) {
	case *types.Struct, *types.Basic:
		return false
	}
	return true
}
