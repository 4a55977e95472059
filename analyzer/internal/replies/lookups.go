package replies

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
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
	return syntax.IsBasic(t)
}

// lookup is a step to an element of a map.
func (m *mention) lookup(x *ast.IndexExpr) (more bool) {
	r := m.b.r
	around := m.b.Parent(x)
	if stores(around, x) {
		return m.last(Written, nil)
	}
	if r.info.Types[x.Index].Value == nil {
		return m.last(Gone, nil) // any key
	}
	if _, ok := r.bindings.Of(x); ok {
		m.code = true
		return m.to(x)
	}
	if isBasic(r.info.TypeOf(x)) {
		return m.last(Harmless, nil)
	}
	switch p := around.(type) {
	case *ast.CallExpr:
		if syntax.Shows(r.callee(p)) {
			return m.last(Harmless, p)
		}
	case *ast.BinaryExpr:
		return m.last(Harmless, nil)
	}
	return m.to(x)
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
