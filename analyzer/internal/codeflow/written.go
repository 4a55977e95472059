package codeflow

import (
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/effects"
)

// This file holds locations against what memory some code may change.

// changes reports whether a location may have been changed.
func changes(w *effects.Writes, l *location) bool {
	return w.ChangesVariable(l.root) || changesBelow(w, l)
}

// changesBelow is changes for what the location's path leads to, whatever becomes of the variable that it begins with.
func changesBelow(w *effects.Writes, l *location) bool {
	if !l.shared || w.Anywhere {
		return l.shared
	}
	for p := l; p.parent != nil; p = p.parent {
		var changed bool
		switch {
		case p.field != nil:
			changed = w.ChangesField(p.field, p.typ)
		case p.reads != nil:
			changed = w.ChangesReading(p.parent.typ, p.reads)
		case p.isPointee():
			changed = w.ChangesPointee(p.typ)
		default:
			changed = w.ChangesElement(p.parent.typ, p.typ)
		}
		if changed {
			return true
		}
	}
	// A variable whose address somebody has.
	if _, isStruct := l.typ.Underlying().(*types.Struct); l.parent == nil && !isStruct {
		return w.ChangesPointed()
	}
	return false
}

// changesHanded reports whether writes may change the part p of l, of which the
// callee has the address.
func changesHanded(w *effects.Writes, p, l *location) bool {
	if w.Anywhere {
		return true
	}
	for q := p; ; q = q.parent {
		switch {
		case q.field != nil && w.SetsField(q.field):
			return true
		case q == l:
			_, isStruct := l.typ.Underlying().(*types.Struct)
			return !isStruct && w.ChangesPointed()
		case q.field == nil && w.ChangesAny():
			return true
		}
	}
}

// store adds a store to a location.
func store(w *effects.Writes, l *location) {
	switch {
	case l.field != nil:
		w.StoreField(l.field, l.typ)
	case l.parent == nil || l.isPointee():
		w.StorePointee(l.typ)
	default:
		w.StoreElement(l.typ)
	}
}

// isPointee reports whether the last step leads through a pointer.
func (l *location) isPointee() bool { return l.path[len(l.parent.path)] == '*' }
