package effects

import (
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Reach adds all that somebody who holds a value of a type can change.
func (w *Writes) Reach(t types.Type) {
	if t == nil {
		return
	}
	r := w.e.reachable(t)
	w.Add(r.Writes)
	w.Open = w.Open || r.Open
}

// A reachable is what somebody can change who holds a value of a type, and what types it leads to.
type reachable struct {
	*Writes
	types map[types.Type]bool
}

func (e *Effects) reachable(t types.Type) reachable {
	r, ok := e.reachables[t]
	if !ok {
		r = reachable{e.New(), make(map[types.Type]bool)}
		r.search(t)
		e.reachables[t] = r
	}
	return r
}

func (r reachable) search(t types.Type) {
	if t == nil || r.types[t] {
		return
	}
	r.types[t] = true
	switch u := t.Underlying().(type) {
	case *types.Interface:
		r.Open = r.Open || tellsNothing(t)
	case *types.Pointer:
		r.pointees = true
		r.StoreType(u.Elem())
		r.search(u.Elem())
	case *types.Slice:
		r.elements, r.bytes = true, r.bytes || syntax.IsBytes(t)
		r.StoreType(u.Elem())
		r.search(u.Elem())
	case *types.Map:
		r.elements = true
		r.search(u.Elem())
	case *types.Array:
		r.search(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			r.search(f.Type())
		}
	}
}

// tellsNothing reports whether a value of an interface's type, or of a type
// parameter, may lead to whatever the caller has: nobody changes an error, or a
// context.
func tellsNothing(t types.Type) bool {
	if syntax.IsTypeParam(t) {
		return true
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" {
		return false
	}
	return types.IsInterface(t) && !syntax.IsErrorInterface(t)
}
