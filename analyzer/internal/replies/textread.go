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

// readsText reports whether somebody may read a code in a text, other than by
// decoding it into target, in an execution in which call decodes it.
func (r *Result) readsText(b *Body, v, target *types.Var, call *ast.CallExpr) bool {
	for _, u := range b.trace(v, data).Uses {
		// A text that the function returns beside the decode is its caller's to look at.
		if !r.mayRead(b, u, target) && (u.Kind != Returned || call == nil || !b.encloses(call)) {
			continue
		}
		// An answer with another status, say, or what the variable held before.
		if call == nil || !b.encloses(call) || !b.exclusive(u.Ident, call) && !b.replaced(u, call) {
			return true
		}
	}
	return false
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
	return len(vs) == 0 && target != nil && b.Follow(call) > Harmless
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
	}
	return false
}

// readable reports whether a code may be in a value of a type.
func (r *Result) readable(t types.Type) bool {
	if r.Holds(t) {
		return true
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	switch t.Underlying().(type) {
	case *types.Struct, *types.Basic:
		return false
	}
	return true
}
