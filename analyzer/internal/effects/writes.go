package effects

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Writes are what some code may change, told by what memory it is rather than by
// where it is.
type Writes struct {
	e               *Effects
	objects                         // variables; and fields, of whatever struct value
	foreign.Letting                 // other goroutines in
	recursion       foreign.Letting // the same, of those that a recursion cut short: how often they do so, nobody knows
	elements        bool            // of maps, slices, arrays
	items           bool            // of slices and arrays
	bytes           bool            // of slices of bytes
	pointees        bool            // of pointers to anything but structs
	foreign         bool            // calls a function of another package, which may set that one's variables

	Dynamic  bool // calls something that we can't name
	Anywhere bool // whatever others have access to, by reflection
	Open     bool // what a parameter holds whose type does not tell: of an interface, or generic
}

// New returns writes of nothing.
func (e *Effects) New() *Writes { return &Writes{e: e, objects: objects{numbers: &e.numbers}} }

// StoreField adds a store to a field of a type.
func (w *Writes) StoreField(field *types.Var, t types.Type) {
	w.Put(field)
	w.StoreType(t)
}

// StoreElement adds a store to an element of a type, of some map or list.
func (w *Writes) StoreElement(t types.Type) {
	w.elements = true
	w.StoreType(t)
}

// StorePointee adds a store to what some pointer points to, of a type.
func (w *Writes) StorePointee(t types.Type) {
	w.pointees = true
	w.StoreType(t)
}

// StoreType adds a store of a whole value of a type: to all the fields in it.
func (w *Writes) StoreType(t types.Type) {
	if t == nil {
		return // ill-typed
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		w.Open = w.Open || syntax.IsTypeParam(t)
	case *types.Struct:
		for i := range u.NumFields() {
			if field := u.Field(i).Origin(); w.Put(field) {
				w.StoreType(field.Type())
			}
		}
	case *types.Array:
		w.elements = true
		w.StoreType(u.Elem())
	}
}

// Store adds a store to what an expression names.
func (w *Writes) Store(lhs ast.Expr) {
	switch x := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		if v, ok := w.e.info.ObjectOf(x).(*types.Var); ok {
			w.Put(v)
			w.pointees = true
			w.StoreType(v.Type())
		}
	case *ast.SelectorExpr:
		if v, ok := w.e.info.ObjectOf(x.Sel).(*types.Var); ok {
			w.Put(v.Origin())
			w.StoreType(v.Type())
		}
		if root := w.e.rootVar(x); root != nil {
			w.Put(root)
		}
	case *ast.StarExpr:
		w.pointees = true
		if t := w.e.info.TypeOf(x); t != nil {
			w.StoreType(t)
		}
	case *ast.IndexExpr:
		w.elements = true
		if t := w.e.info.TypeOf(x); t != nil {
			w.StoreType(t)
		} else if l, ok := syntax.Underlying(w.e.info.TypeOf(x.X)).(interface{ Elem() types.Type }); ok {
			w.StoreType(l.Elem()) // of all elements: clear, copy
		}
		if root := w.e.rootVar(x); root != nil {
			w.Put(root)
		}
	}
}

// fill adds a store to what a pointer leads to.
func (w *Writes) fill(t types.Type) {
	if p, ok := syntax.Underlying(t).(*types.Pointer); ok {
		w.pointees = true
		w.StoreType(p.Elem())
		return
	}
	w.Open = true
}

// Add adds all but what is open.
func (w *Writes) Add(other *Writes) {
	if other == nil {
		return
	}
	w.union(other.objects)
	w.elements = w.elements || other.elements
	w.items = w.items || other.items
	w.bytes = w.bytes || other.bytes
	w.pointees = w.pointees || other.pointees
	w.Dynamic = w.Dynamic || other.Dynamic
	w.Letting.Add(other.Letting)
	w.recursion.Add(other.recursion)
	w.foreign = w.foreign || other.foreign
	w.Anywhere = w.Anywhere || other.Anywhere
}
