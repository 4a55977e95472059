package effects

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about append, which stores in memory that other lists may share: where a list was cut, as in
// kept := all[:0], or where two are made of one, as in more := append(all, code). list = append(list, code) does not
// if nobody else has the list.

// Appends adds what a call of append may change.
func (e *Effects) Appends(w *Writes, call *ast.CallExpr) {
	list := e.index.AddedTo(call)
	if list == nil {
		return
	}
	if s, ok := list.(*ast.SliceExpr); ok && s.Slice3 && types.ExprString(s.High) == types.ExprString(s.Max) && !e.Calls(s) {
		return // it has no room
	}
	if t, ok := syntax.Underlying(e.info.TypeOf(list)).(*types.Slice); ok {
		w.storeItem(t.Elem())
		w.StoreType(t.Elem())
	}
}

// storeItem adds a store to an element of some list of a type.
func (w *Writes) storeItem(elem types.Type) {
	w.items = true
	w.Put(w.item(elem))
}

// storesItem reports whether an element of a list may have been changed.
func (w *Writes) storesItem(elem types.Type) bool {
	return w.items && (syntax.IsMadeOfTypeParams(elem) || w.Has(w.item(elem)) || w.Has(anyItem))
}
