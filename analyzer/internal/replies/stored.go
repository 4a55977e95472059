package replies

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A def is a value that is stored in a variable: the at'th of an expression's.
type def struct {
	value ast.Expr
	at    int
}

func (b *Body) define(lhs ast.Expr, values []ast.Expr, i int) {
	if len(values) == 0 {
		return
	}
	d, ok := valueAt(values, i)
	if !ok {
		return
	}
	switch lhs := lhs.(type) {
	case *ast.Ident:
		if v, ok := b.r.info.ObjectOf(lhs).(*types.Var); ok {
			b.defs[v] = append(b.defs[v], d)
		}
	case *ast.SelectorExpr:
		if v := b.holder(lhs); v != nil && d.value != nil && b.r.Holds(b.r.info.TypeOf(lhs)) {
			b.parts[v] = append(b.parts[v], d)
		}
	}
}

// valueAt returns what the i'th of several places gets of an assignment's values.
func valueAt(values []ast.Expr, i int) (def, bool) {
	switch {
	case len(values) == 1:
		return def{syntax.Plain(values[0]), i}, true
	case i < len(values):
		return def{syntax.Plain(values[i]), 0}, true
	}
	return def{}, false // broken code
}

// begin notes a declaration whose value is zero: var r reply, r := reply{}, r := new(reply).
func (b *Body) begin(name, value ast.Expr, decl ast.Node) {
	id, ok := name.(*ast.Ident)
	if !ok {
		return
	}
	v, ok := b.r.info.Defs[id].(*types.Var)
	if !ok {
		return
	}
	if value == nil {
		b.empty[v] = decl
		return
	}
	if lit, ok := literal(value); ok && len(lit.Elts) == 0 {
		b.empty[v] = decl
	}
	if call, ok := syntax.Plain(value).(*ast.CallExpr); ok {
		isZero := syntax.IsBuiltin(b.r.info, call, "new") && len(call.Args) == 1 && b.r.info.Types[call.Args[0]].IsType()
		if isZero || isMap(v.Type()) && syntax.IsBuiltin(b.r.info, call, "make") {
			b.empty[v] = decl
		}
	}
}

// Empty returns the declaration of a local variable that leaves it zero, or
// pointing to what is zero.
func (b *Body) Empty(v *types.Var) (ast.Node, bool) {
	decl, ok := b.empty[v]
	return decl, ok
}

// Declared yields the local variables that are zero at first, in the order of their declarations.
func (b *Body) Declared(yield func(*types.Var) bool) {
	vs := slices.SortedFunc(maps.Keys(b.empty), func(v, w *types.Var) int { return cmp.Compare(v.Pos(), w.Pos()) })
	for _, v := range vs {
		if b.Local(v) && !yield(v) {
			return
		}
	}
}

// Owned reports whether a variable is the only way to what it holds, as far as its
// declaration goes: a value, or a pointer to what was made for it.
func (b *Body) Owned(v *types.Var) bool {
	if !b.pointsOn(v) {
		return true
	}
	if b.owning[v] {
		return true // last, next = next, last: what they hold comes from elsewhere
	}
	b.owning[v] = true
	defer delete(b.owning, v)
	for _, d := range b.defs[v] {
		if d.value == nil || !b.makes(d.value) {
			return false
		}
	}
	return true
}

// isOwn reports whether a variable is a local one, or a result, and the only way to what it holds.
func (b *Body) isOwn(v *types.Var) bool { return (b.Local(v) || b.isResult(v)) && b.Owned(v) }

// makes reports whether an expression makes something new, or is nil.
func (b *Body) makes(e ast.Expr) bool {
	switch x := syntax.Plain(e).(type) {
	case *ast.Ident:
		if x.Name == "nil" {
			return true
		}
		v, ok := b.r.info.ObjectOf(x).(*types.Var)
		return ok && b.Local(v) && b.Owned(v)
	case *ast.UnaryExpr:
		if _, ok := ast.Unparen(x.X).(*ast.CompositeLit); ok {
			return true
		}
		v := b.Variable(x)
		return v != nil && b.Local(v)
	case *ast.CompositeLit:
		return true
	case *ast.CallExpr:
		return syntax.IsBuiltin(b.r.info, x, "new")
	}
	return false
}

// LeadsOn reports whether a local variable begins with a pointer to what has another name:
// env := envelope{Result: &reply}.
func (b *Body) LeadsOn(v *types.Var) bool {
	for _, value := range b.Values(v) {
		lit, ok := literal(value)
		if !ok {
			continue
		}
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			if w := b.Variable(elt); w != nil && syntax.IsPointer(b.r.info.TypeOf(elt)) {
				return true
			}
		}
	}
	return false
}

// Values returns what is stored in a variable as a whole.
func (b *Body) Values(v *types.Var) []ast.Expr {
	var es []ast.Expr
	for _, d := range b.defs[v] {
		if d.value != nil {
			es = append(es, d.value)
		}
	}
	return es
}

// Stores counts how often something is stored in a variable as a whole.
func (b *Body) Stores(v *types.Var) int { return len(b.defs[v]) }

// Base returns the variable that holds what another leads to: r of p := &r. It is
// the variable itself, if it leads to what has no other name, and nil if it can lead
// to several.
func (b *Body) Base(v *types.Var) *types.Var {
	for range 5 {
		var next *types.Var
		for _, d := range b.defs[v] {
			if d.value == nil {
				return nil
			}
			switch x := ast.Unparen(d.value).(type) {
			case *ast.Ident:
				if w, ok := b.r.info.ObjectOf(x).(*types.Var); ok && b.pointsOn(v) {
					next = w
				}
			case *ast.UnaryExpr:
				if _, lit := ast.Unparen(x.X).(*ast.CompositeLit); !lit && x.Op == token.AND {
					if _, whole := ast.Unparen(x.X).(*ast.Ident); !whole {
						return nil // a part of something
					}
					next = b.Variable(x)
				}
			}
		}
		switch {
		case next == nil:
			return v
		case len(b.defs[v]) != 1:
			return nil
		}
		v = next
	}
	return nil
}

// pointsOn reports whether a variable leads to what it holds, rather than being a copy.
func (b *Body) pointsOn(v *types.Var) bool {
	switch v.Type().Underlying().(type) {
	case *types.Pointer, *types.Interface:
		return true
	}
	return false
}
