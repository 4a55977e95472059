package index

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about the functions that a package puts into the fields of its structs.

// HeldInField returns what the package puts into a field of a function's type, nil if that is nothing, or more than one
// thing, or if others can put something there, too.
func (x *Index) HeldInField(field *types.Var) ast.Expr { return x.fieldFuncs[field.Origin()] }

// keepsFunc notes what is put into a field, nil for what nobody knows.
func (w *indexer) keepsFunc(field *types.Var, e ast.Expr) {
	if field == nil || field.Exported() || field.Pkg() != w.Pkg || !syntax.IsFunc(field.Type()) || e != nil && w.info.Types[e].IsNil() {
		return
	}
	field = field.Origin()
	if _, again := w.fieldFuncs[field]; again {
		e = nil
	}
	w.fieldFuncs[field] = e
}

// fields notes what a literal puts into fields.
func (w *indexer) fields(lit *ast.CompositeLit) {
	st, ok := syntax.Underlying(w.info.TypeOf(lit)).(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if key, ok := kv.Key.(*ast.Ident); ok {
				field, _ := w.info.Uses[key].(*types.Var)
				w.keepsFunc(field, kv.Value)
			}
		} else if i < st.NumFields() {
			w.keepsFunc(st.Field(i), elt)
		}
	}
}
