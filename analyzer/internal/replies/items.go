package replies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file has replies with a code of their own, and others in a list of what became of each recipient: who hands
// the list on has not handed the reply's own code on. Who looks at the codes in it, or if it is empty, is left
// alone.

// isBesideCode reports whether a field has codes in lists alone, beside one that its struct has elsewhere.
func (r *Result) isBesideCode(sel *types.Selection) bool {
	t := syntax.Pointee(sel.Type())
	return r.hasCode(sel.Recv()) && !r.hasCode(t) && !leadsBack(t, syntax.Pointee(sel.Recv()), make(map[types.Type]bool))
}

// leadsBack reports whether what a value of a type leads to can be of another one.
func leadsBack(t, to types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	if types.Identical(t, to) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		return leadsBack(u.Elem(), to, seen)
	case *types.Slice:
		return leadsBack(u.Elem(), to, seen)
	case *types.Array:
		return leadsBack(u.Elem(), to, seen)
	case *types.Map:
		return leadsBack(u.Elem(), to, seen)
	case *types.Struct:
		return slices.ContainsFunc(slices.Collect(u.Fields()), func(f *types.Var) bool { return leadsBack(f.Type(), to, seen) })
	}
	return false
}

// eachItem follows what a loop takes out of a list.
func (m *mention) eachItem(p *ast.RangeStmt) {
	id, ok := p.Value.(*ast.Ident)
	switch {
	case p.Value == nil || ok && id.Name == "_":
		m.becomes(Harmless, nil)
		return
	case ok:
		if v, ok := m.b.r.info.ObjectOf(id).(*types.Var); ok && m.b.Local(v) {
			m.becomes(Harmless, nil)
			m.alias(v)
			return
		}
	}
	m.becomes(Gone, nil)
}

// onlyTakes reports whether a function gives nothing back in which codes are, and has no other one that
// may look at them.
func (r *Result) onlyTakes(call *ast.CallExpr, fn *types.Func) bool {
	results := fn.Signature().Results()
	for i := range results.Len() {
		t := results.At(i).Type()
		if _, ok := t.Underlying().(*types.Signature); ok || r.Holds(t) {
			return false
		}
	}
	return !slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		t := r.info.TypeOf(arg)
		if t == nil {
			return true
		}
		_, ok := t.Underlying().(*types.Signature)
		return ok
	})
}
