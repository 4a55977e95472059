package doubts

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// MadeOfFailures reports whether a code is a field of a struct that the package only makes of codes other than the given
// success: of &dropped{to, r.Code}, behind what has left for success. Somebody else may make another one, but does not. A
// reply is no such struct: it is decoded.
func (d *Doubts) MadeOfFailures(root ast.Node, code ast.Expr, success string) bool {
	info := d.pass.TypesInfo
	sel := d.selected(root, code)
	if sel == nil || binding.IsWireName(sel.Sel.Name) || hasTags(info.TypeOf(sel.X)) {
		return false
	}
	field := syntax.Field(info, sel)
	if field == nil || field.Pkg() != d.pass.Pkg {
		return false
	}
	s := d.storesOf()
	if !s.given[field] || s.omitted[field] || s.otherwise[field] {
		return false
	}
	inside := d.flow.Inside()
	for _, e := range s.stored[field] {
		if syntax.Field(info, e) == field || d.cannotBe(e, success) {
			continue
		}
		if at, known := inside.At(e); !known || at.Has(success) {
			return false
		}
	}
	return true
}

// selected returns what an expression selects, or what the variable that it is was declared with; nil if it is nothing of the
// kind.
func (d *Doubts) selected(root ast.Node, e ast.Expr) *ast.SelectorExpr {
	e = d.bindings.Core(e)
	if id, ok := e.(*ast.Ident); ok {
		f := failure{d.pass.TypesInfo, d.bindings, d.mentions, root}
		if e = f.definition(id); e == nil {
			return nil
		}
	}
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || d.pass.TypesInfo.Selections[sel] == nil || d.pass.TypesInfo.Selections[sel].Kind() != types.FieldVal {
		return nil
	}
	return sel
}
