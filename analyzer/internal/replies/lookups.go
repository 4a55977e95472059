package replies

import (
	"go/ast"
	"go/types"
)

// A map is a reply like a struct: what it holds under a key is a code, or has to do with
// anything else.

// IsMap reports whether a type is a map that a reply's text can be decoded into.
func IsMap(t types.Type) bool { return isMap(t) }

func isMap(t types.Type) bool {
	if t == nil {
		return false
	}
	var m *types.Map
	switch u := t.Underlying().(type) {
	case *types.Map:
		m = u
	case *types.Tuple: // of a comma-ok assertion
		if u.Len() == 0 {
			return false
		}
		return isMap(u.At(0).Type())
	default:
		return false
	}
	key, ok := m.Key().Underlying().(*types.Basic)
	return ok && key.Info()&types.IsString != 0
}

func isBasic(t types.Type) bool {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Basic)
	return ok
}

// lookup follows a map whose element is mentioned. It returns the expression to go on
// with, and whether that is a code.
func (t *tracer) lookup(id *ast.Ident, x *ast.IndexExpr) (next ast.Expr, code, done bool) {
	r := t.b.r
	if stores(t.b.Parent(x), x) {
		t.add(id, Written, nil)
		return nil, false, true
	}
	if r.info.Types[x.Index].Value == nil {
		t.add(id, Gone, nil) // any key
		return nil, false, true
	}
	if _, ok := r.bindings.Of(x); ok {
		return x, true, false
	}
	if isBasic(r.info.TypeOf(x)) {
		t.add(id, Harmless, nil)
		return nil, false, true
	}
	if call, ok := t.b.Parent(x).(*ast.CallExpr); ok && Shows(r.callee(call)) {
		t.add(id, Harmless, call)
		return nil, false, true
	}
	if cmp, ok := t.b.Parent(x).(*ast.BinaryExpr); ok && cmp.X != nil {
		t.add(id, Harmless, nil)
		return nil, false, true
	}
	return x, false, false
}

// stores reports whether a statement stores something in an element.
func stores(n ast.Node, x *ast.IndexExpr) bool {
	s, ok := n.(*ast.AssignStmt)
	if !ok {
		return false
	}
	for _, lhs := range s.Lhs {
		if ast.Unparen(lhs) == ast.Expr(x) {
			return true
		}
	}
	return false
}

// LookedUp returns a lookup of a code in what a function of the package returns: it shows that
// its map is a reply. With it comes the call that returned the map.
func (r *Result) LookedUp(fn *types.Func, at int) (Lookup, bool) {
	key := result{fn, at}
	if l, ok := r.lookedUp[key]; ok {
		return l, l.Index != nil
	}
	var found Lookup
	for _, s := range r.callsOf(fn) {
		b := r.Body(s.in)
		for v, defs := range b.defs {
			for _, d := range defs {
				if d.value == nil || d.at != at || ast.Unparen(d.value) != ast.Expr(s.call) || !isMap(v.Type()) {
					continue
				}
				for _, u := range b.Trace(v).Uses {
					if x, ok := b.CodeLookup(u); ok && (found.Index == nil || x.Pos() < found.Index.Pos()) {
						found = Lookup{x, s.call}
					}
				}
			}
		}
	}
	r.lookedUp[key] = found
	return found, found.Index != nil
}

// A Lookup is one of a code, in the map that a call returned.
type Lookup struct {
	Index *ast.IndexExpr
	Call  *ast.CallExpr
}

// CodeLookup returns the lookup of a code that begins with a mention.
func (b *Body) CodeLookup(u Use) (*ast.IndexExpr, bool) {
	var e ast.Expr = u.Ident
	for {
		switch p := b.Parent(e).(type) {
		case *ast.IndexExpr:
			if ast.Unparen(p.X) != e {
				return nil, false
			}
			if _, ok := b.r.bindings.Of(p); ok {
				return p, true
			}
			e = p
		case *ast.TypeAssertExpr:
			e = p
		default:
			return nil, false
		}
	}
}
