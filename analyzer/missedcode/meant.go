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
	values, ok := c.valuesOf(field.Origin())
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

// valuesOf returns what the package stores in a field, by assignments and literals of the struct that it is in. It fails if
// something may be stored there in another way.
func (c *checker) valuesOf(field *types.Var) (values []ast.Expr, ok bool) {
	ok = true
	is := func(e ast.Expr) bool {
		sel, is := ast.Unparen(e).(*ast.SelectorExpr)
		if !is {
			return false
		}
		v, is := c.pass.TypesInfo.Uses[sel.Sel].(*types.Var)
		return is && v.Origin() == field
	}
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if !is(lhs) {
						continue
					}
					if len(n.Lhs) != len(n.Rhs) {
						ok = false
						continue
					}
					values = append(values, n.Rhs[i])
				}
			case *ast.UnaryExpr:
				ok = ok && !is(n.X)
			case *ast.IncDecStmt:
				ok = ok && !is(n.X)
			case *ast.RangeStmt:
				ok = ok && !is(n.Key) && !is(n.Value)
			case *ast.CompositeLit:
				if e := c.fieldValue(n, field); e != nil {
					values = append(values, e)
				}
			}
			return ok
		})
	}
	return values, ok
}

// fieldValue returns what a literal gives a field of its struct, nil if nothing.
func (c *checker) fieldValue(lit *ast.CompositeLit, field *types.Var) ast.Expr {
	t := c.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return nil
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for i, e := range lit.Elts {
		kv, keyed := e.(*ast.KeyValueExpr)
		if !keyed {
			if i < s.NumFields() && s.Field(i).Origin() == field {
				return e
			}
			continue
		}
		id, ok := kv.Key.(*ast.Ident)
		if v, is := c.pass.TypesInfo.Uses[id].(*types.Var); ok && is && v.Origin() == field {
			return kv.Value
		}
	}
	return nil
}
