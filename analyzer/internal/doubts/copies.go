package doubts

import (
	"go/ast"
	"slices"
)

// This file is about a code in a variable that is a copy of another one: code := r.Code. What the program knows of the one, it
// knows of the other.

// deepestCopy bounds how often a copy's original is a copy, too.
const deepestCopy = 4

// ofAny reports whether something holds of a code, or of what it is a copy of: the variable is declared with that, and nothing
// else is assigned to it.
func (d *Doubts) ofAny(root ast.Node, code ast.Expr, holds func(ast.Expr) bool) bool {
	return slices.ContainsFunc(d.copies(root, code), holds)
}

func (d *Doubts) copies(root ast.Node, code ast.Expr) []ast.Expr {
	all := []ast.Expr{code}
	f := failure{d.pass.TypesInfo, d.bindings, d.mentions, root}
	for range deepestCopy {
		id, ok := d.bindings.Core(code).(*ast.Ident)
		if !ok {
			break
		}
		if code = f.definition(id); code == nil {
			break
		}
		if _, ok := d.bindings.Of(code); !ok {
			break // a list that it goes over
		}
		all = append(all, code)
	}
	return all
}
