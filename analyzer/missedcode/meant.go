package missedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// This file is about functions that are for some codes alone: what the package calls them with says which, though anybody may
// call them with others.

// meant leaves out the codes with which the package never gets to a dispatch, unless it is marked.
func (c *checker) meant(d *dispatch, rest []domain.Member, here func(*codeflow.Result) (codeflow.Codes, bool)) []domain.Member {
	if len(rest) == 0 || d.kind == aSwitch && c.directives.Exhaustive(d.node) {
		return rest
	}
	if c.isListed(d) {
		return nil
	}
	if set, known := here(c.flow.Inside()); known {
		rest = slices.DeleteFunc(rest, func(m domain.Member) bool { return !set.Has(m.Text) })
	}
	if stored, known := c.storedIn(d.code); known {
		rest = slices.DeleteFunc(rest, func(m domain.Member) bool { return !stored(m.Text) })
	}
	return rest
}

// storedIn returns which codes the package stores in the field of its own that a code is read from: nobody else can. It fails if
// it is none, or stores none there.
func (c *checker) storedIn(code ast.Expr) (has func(text string) bool, known bool) {
	sel, ok := c.bindings.Core(code).(*ast.SelectorExpr)
	if !ok {
		return nil, false
	}
	field, ok := c.pass.TypesInfo.Uses[sel.Sel].(*types.Var)
	if !ok || !field.IsField() || field.Exported() || field.Pkg() != c.pass.Pkg {
		return nil, false
	}
	values, ok := c.doubts.Stored(field.Origin())
	if !ok || len(values) == 0 {
		return nil, false
	}
	inside := c.flow.Inside()
	var sets []codeflow.Codes
	for _, e := range values {
		set, known := inside.At(e)
		if !known {
			return nil, false
		}
		sets = append(sets, set)
	}
	return func(text string) bool {
		return slices.ContainsFunc(sets, func(set codeflow.Codes) bool { return set.Has(text) })
	}, true
}
