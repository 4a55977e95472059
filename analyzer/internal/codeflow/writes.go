package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says what code may change, a statement, a function or a call: by what
// memory it is, before anybody asks which variables lead there.

// writes is what some code may change, told by what memory it is rather than by
// where it is.
type writes struct {
	objects                         // variables; and fields, of whatever struct value
	foreign.Letting                 // other goroutines in
	recursion       foreign.Letting // the same, of those that a recursion cut short: how often they do so, nobody knows
	elements        bool            // of maps, slices, arrays
	items           bool            // of slices and arrays
	bytes           bool            // of slices of bytes
	pointees        bool            // of pointers to anything but structs
	dynamic         bool            // calls something that we can't name
	foreign         bool            // calls a function of another package, which may set that one's variables
	anywhere        bool            // whatever others have access to, by reflection
	open            bool            // what a parameter holds whose type does not tell: of an interface, or generic
}

func (p *program) newWrites() *writes { return &writes{objects: objects{numbers: &p.numbers}} }

// changes reports whether a location may have been changed.
func (w *writes) changes(x *index.Index, l *location) bool {
	if w.has(l.root) || (w.foreign || w.dynamic) && l.root.Pkg() != nil && l.root.Pkg() != x.Pkg {
		return true
	}
	if !l.shared || w.anywhere {
		return l.shared
	}
	for p := l; p != nil; p = p.parent {
		switch {
		case p.field != nil:
			if w.changesField(x, p.field) || w.pointees && (x.PointedFields[p.field] || x.PointedBy.Has(p.typ)) {
				return true
			}
		case p.parent == nil:
		case p.reads != nil:
			if w.elements || w.items || w.bytes && p.reads.bytes || w.changesRead(x, p) {
				return true
			}
		case p.path[len(p.parent.path)] == '*':
			if _, isStruct := p.typ.Underlying().(*types.Struct); !isStruct && (w.pointees || w.storesPointed(x, p.typ)) {
				return true
			}
		case w.elements || syntax.IsList(p.parent.typ) && w.storesItem(p.typ) || w.pointees && (x.PointedInto.Has(p.typ) || x.PointedBy.Has(p.typ)):
			return true
		}
	}
	// A variable whose address somebody has.
	if _, isStruct := l.typ.Underlying().(*types.Struct); l.parent == nil && !isStruct {
		return w.pointees
	}
	return false
}

// storesPointed reports whether a field or element may have been set, by its own name, that a pointer to a type leads to.
func (w *writes) storesPointed(x *index.Index, t types.Type) bool {
	if (w.elements || w.storesItem(t)) && (x.PointedInto.Has(t) || x.PointedBy.Has(t)) {
		return true
	}
	for obj := range w.each {
		if v, ok := obj.(*types.Var); ok && v.IsField() && (x.PointedFields[v] || x.PointedBy.Has(t)) && types.Identical(v.Type(), t) {
			return true
		}
	}
	return false
}

// changesRead reports whether a field may have been changed that a lookup reads, as r.FormValue does r.Form: of
// an interface, as some frameworks have for a request, it may be any other package's.
func (w *writes) changesRead(x *index.Index, l *location) bool {
	if l.parent.typ != nil && types.IsInterface(l.parent.typ) {
		for obj := range w.each {
			if field, ok := obj.(*types.Var); ok && field.IsField() && field.Pkg() != x.Pkg {
				return true
			}
		}
		return false
	}
	for obj := range l.reads.each {
		if field, ok := obj.(*types.Var); ok && (w.changesField(x, field) || w.pointees && (x.PointedFields[field] || x.PointedBy.Has(field.Type()))) {
			return true
		}
	}
	return false
}

// changesField reports whether a field may have been changed, or one of another struct's type that is
// the same one.
func (w *writes) changesField(x *index.Index, field *types.Var) bool {
	if w.has(field) {
		return true
	}
	if x.LikeOthers[field] {
		for obj := range w.each {
			if other, ok := obj.(*types.Var); ok && x.LikeOthers[other] && other.Name() == field.Name() && types.Identical(other.Type(), field.Type()) {
				return true
			}
		}
	}
	return false
}

// store adds a store to a location.
func (w *writes) store(l *location) {
	switch {
	case l.field != nil:
		w.put(l.field)
	case l.parent == nil:
		w.pointees = true
	case l.path[len(l.parent.path)] == '*':
		w.pointees = true
	default:
		w.elements = true
	}
	w.storeType(l.typ)
}

// storeType adds a store of a whole value of a type: to all the fields in it.
func (w *writes) storeType(t types.Type) {
	if t == nil {
		return // ill-typed
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		w.open = w.open || syntax.IsTypeParam(t)
	case *types.Struct:
		for i := range u.NumFields() {
			if field := u.Field(i).Origin(); w.put(field) {
				w.storeType(field.Type())
			}
		}
	case *types.Array:
		w.elements = true
		w.storeType(u.Elem())
	}
}

// storeExpr adds a store to what an expression names.
func (w *writes) storeExpr(p *program, lhs ast.Expr) {
	switch x := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		if v, ok := p.info.ObjectOf(x).(*types.Var); ok {
			w.put(v)
			w.pointees = true
			w.storeType(v.Type())
		}
	case *ast.SelectorExpr:
		if v, ok := p.info.ObjectOf(x.Sel).(*types.Var); ok {
			w.put(v.Origin())
			w.storeType(v.Type())
		}
		if root := p.rootVar(x); root != nil {
			w.put(root)
		}
	case *ast.StarExpr:
		w.pointees = true
		if t := p.info.TypeOf(x); t != nil {
			w.storeType(t)
		}
	case *ast.IndexExpr:
		w.elements = true
		if t := p.info.TypeOf(x); t != nil {
			w.storeType(t)
		} else if l, ok := syntax.Underlying(p.info.TypeOf(x.X)).(interface{ Elem() types.Type }); ok {
			w.storeType(l.Elem()) // of all elements: clear, copy
		}
		if root := p.rootVar(x); root != nil {
			w.put(root)
		}
	}
}

// fill adds a store to what a pointer leads to.
func (w *writes) fill(t types.Type) {
	if p, ok := syntax.Underlying(t).(*types.Pointer); ok {
		w.pointees = true
		w.storeType(p.Elem())
		return
	}
	w.open = true
}

// add adds all but what is open.
func (w *writes) add(other *writes) {
	if other == nil {
		return
	}
	w.union(other.objects)
	w.elements = w.elements || other.elements
	w.items = w.items || other.items
	w.bytes = w.bytes || other.bytes
	w.pointees = w.pointees || other.pointees
	w.dynamic = w.dynamic || other.dynamic
	w.Letting.Add(other.Letting)
	w.recursion.Add(other.recursion)
	w.foreign = w.foreign || other.foreign
	w.anywhere = w.anywhere || other.anywhere
}

// changesHanded reports whether writes may change the part p of l, of which the
// callee has the address.
func (w *writes) changesHanded(x *index.Index, p, l *location) bool {
	if w.anywhere {
		return true
	}
	for q := p; ; q = q.parent {
		switch {
		case q.field != nil && w.changesField(x, q.field):
			return true
		case q == l:
			if _, isStruct := l.typ.Underlying().(*types.Struct); !isStruct && w.pointees {
				return true
			}
			return false
		case q.field == nil && (w.elements || w.items || w.pointees):
			return true
		}
	}
}
