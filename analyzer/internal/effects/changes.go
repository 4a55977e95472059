package effects

import (
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says whether writes change what a step of a path leads to: a field, an element, what a pointer points to.

// ChangesVariable reports whether a variable may have been set by its name.
func (w *Writes) ChangesVariable(v types.Object) bool {
	return w.Has(v) || (w.foreign || w.Dynamic) && v.Pkg() != nil && v.Pkg() != w.e.index.Pkg
}

// ChangesPointed reports whether what is no struct may have been changed by its address.
func (w *Writes) ChangesPointed() bool { return w.pointees }

// ChangesField reports whether a field may have been changed, by its address, too, or one of another
// struct's type that is the same one.
func (w *Writes) ChangesField(field *types.Var, t types.Type) bool {
	return w.SetsField(field) || w.pointees && (w.e.index.PointedFields[field] || w.e.index.PointedBy.Has(t))
}

// SetsField is ChangesField for stores by a name of the field.
func (w *Writes) SetsField(field *types.Var) bool {
	if w.Has(field) {
		return true
	}
	if w.e.index.LikeOthers[field] {
		for obj := range w.Each {
			if other, ok := obj.(*types.Var); ok && w.e.index.LikeOthers[other] && other.Name() == field.Name() && types.Identical(other.Type(), field.Type()) {
				return true
			}
		}
	}
	return false
}

// ChangesPointee reports whether what a pointer to a type points to may have been changed as a whole.
func (w *Writes) ChangesPointee(t types.Type) bool {
	_, isStruct := t.Underlying().(*types.Struct)
	return !isStruct && (w.pointees || w.storesPointed(t))
}

// storesPointed reports whether a field or element may have been set, by its own name, that a pointer to a type leads to.
func (w *Writes) storesPointed(t types.Type) bool {
	if (w.elements || w.storesItem(t)) && (w.e.index.PointedInto.Has(t) || w.e.index.PointedBy.Has(t)) {
		return true
	}
	for obj := range w.Each {
		if v, ok := obj.(*types.Var); ok && v.IsField() && (w.e.index.PointedFields[v] || w.e.index.PointedBy.Has(t)) && types.Identical(v.Type(), t) {
			return true
		}
	}
	return false
}

// ChangesElement reports whether an element of a map or list may have been changed.
func (w *Writes) ChangesElement(of, elem types.Type) bool {
	return w.elements || syntax.IsList(of) && w.storesItem(elem) || w.pointees && (w.e.index.PointedInto.Has(elem) || w.e.index.PointedBy.Has(elem))
}

// ChangesAny reports whether any element or pointee may have been changed.
func (w *Writes) ChangesAny() bool { return w.elements || w.items || w.pointees }

// ChangesReading reports whether something may have been changed that a lookup in a value of a type reads, as
// r.FormValue does r.Form: of an interface, as some frameworks have for a request, it may be any other package's.
func (w *Writes) ChangesReading(of types.Type, reads *Writes) bool {
	if w.elements || w.items || w.bytes && reads.bytes {
		return true
	}
	if of != nil && types.IsInterface(of) {
		for obj := range w.Each {
			if field, ok := obj.(*types.Var); ok && field.IsField() && field.Pkg() != w.e.index.Pkg {
				return true
			}
		}
		return false
	}
	for obj := range reads.Each {
		if field, ok := obj.(*types.Var); ok && w.ChangesField(field, field.Type()) {
			return true
		}
	}
	return false
}

// Nothing reports whether nothing is changed, and nobody let in.
func (w *Writes) Nothing() bool {
	return w.empty() && !w.elements && !w.items && !w.bytes && !w.pointees && !w.Dynamic && !w.Anywhere && !w.Open && !w.Waits
}
