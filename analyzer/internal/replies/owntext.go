package replies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file has the texts in a type of the package's own, response{body []byte}, whose methods decode them, or look at
// them.

// wrapsText reports whether a struct has a text in it.
func (r *Result) wrapsText(t types.Type) bool {
	st, ok := syntax.Pointee(t).Underlying().(*types.Struct)
	return ok && slices.ContainsFunc(slices.Collect(st.Fields()), func(f *types.Var) bool { return isText(f.Type()) && !isBasic(f.Type()) })
}

// decodesOwn reports whether a method decodes what is in its receiver.
func (r *Result) decodesOwn(method *types.Selection) bool {
	fn, ok := method.Obj().(*types.Func)
	if !ok || r.decls[fn.Origin()] == nil || !r.wrapsText(method.Recv()) {
		return false
	}
	decl, recv := r.decls[fn.Origin()], fn.Origin().Signature().Recv()
	key := owning{fn: fn.Origin()}
	if r.under[key] {
		return false
	}
	r.under[key] = true
	defer delete(r.under, key)
	b, decodes := r.Body(decl), false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && !decodes && len(r.Targets(call)) > 0 {
			decodes = slices.ContainsFunc(texts(r, call), func(e ast.Expr) bool { return b.mentions(e, recv) })
		}
		return !decodes
	})
	return decodes
}

// decodesFrom reports whether a function of the package decodes what is in a value of a type that it gets.
func (r *Result) decodesFrom(fn *types.Func, at int, t types.Type) bool {
	decl, v := r.decls[fn], parameter(fn, at)
	if decl == nil || v == nil || !r.wrapsText(t) {
		return false
	}
	key := owning{fn, v}
	if r.under[key] {
		return false
	}
	r.under[key] = true
	defer delete(r.under, key)
	return slices.ContainsFunc(r.Body(decl).trace(v, data).Uses, func(u Use) bool { return u.Kind == From })
}

func (b *Body) mentions(e ast.Expr, v *types.Var) bool {
	return slices.ContainsFunc(b.uses[v], func(id *ast.Ident) bool { return e.Pos() <= id.Pos() && id.End() <= e.End() })
}

type owning struct {
	fn *types.Func
	of *types.Var // nil for the receiver, of a method that decodes what is in it
}

// ofOwn is a step to what a function of the package does with the text in a value that it gets, as a receiver or as a parameter.
func (m *mention) ofOwn(call *ast.CallExpr, fn *types.Func, v *types.Var) (more bool) {
	r := m.b.r
	key := owning{fn, v}
	if r.under[key] {
		return m.last(Gone, call)
	}
	r.under[key] = true
	defer delete(r.under, key)
	b := r.Body(r.decls[fn])
	kind := Harmless
	for _, u := range b.trace(v, data).Uses {
		if u.Kind == From && !r.decodesForCaller(b, u.Call) {
			return m.last(Gone, call)
		}
		kind = max(kind, u.Kind)
	}
	switch {
	case kind == Returned && isText(firstOf(r.info.TypeOf(call))):
		return m.to(call)
	case kind >= Blank:
		return m.last(Gone, call)
	}
	return m.last(kind, call)
}
