package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about how often, and for what, a program lets a library try its handlers again.

// limits reports whether the package sets itself how often, or for what, a library
// tries again.
func (c *checker) limits(lib *libraries.Library) bool {
	found := false
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				for _, elt := range n.Elts {
					if kv, ok := elt.(*ast.KeyValueExpr); ok {
						found = found || c.isLimit(kv.Key, lib)
					}
				}
			case *ast.AssignStmt:
				for _, lhs := range n.Lhs {
					found = found || c.isLimit(lhs, lib)
				}
			}
			return !found
		})
	}
	return found
}

// isLimit reports whether an expression is a field by which a library is told how often, or for what, to try again.
func (c *checker) isLimit(e ast.Expr, lib *libraries.Library) bool {
	id := syntax.Name(e)
	if id == nil {
		return false
	}
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	return ok && v.IsField() && v.Pkg() != nil && strings.HasPrefix(v.Pkg().Path(), lib.Family) && slices.Contains(lib.Limits, v.Name())
}

// limitedElsewhere reports whether the package uses options of the library, or a context that has them, which
// another package makes: nobody knows what they say.
func (c *checker) limitedElsewhere(lib *libraries.Library) bool {
	for id, obj := range c.pass.TypesInfo.Uses {
		if obj.Pkg() == nil || obj.Pkg() == c.pass.Pkg || strings.HasPrefix(obj.Pkg().Path(), lib.Family) || !c.inFiles(id) {
			continue
		}
		switch obj := obj.(type) {
		case *types.Var:
			if hasLimit(obj.Type(), lib, 0) {
				return true
			}
		case *types.Func:
			sig := obj.Signature()
			for r := range sig.Results().Variables() {
				handsOn := func(p *types.Var) bool { return inFamily(p.Type(), lib) && types.Identical(p.Type(), r.Type()) }
				if hasLimit(r.Type(), lib, 0) || slices.ContainsFunc(slices.Collect(sig.Params().Variables()), handsOn) {
					return true
				}
			}
		}
	}
	return false
}

// hasLimit reports whether a type is one of the library's options, in which a limit may be set.
func hasLimit(t types.Type, lib *libraries.Library, depth int) bool {
	t = syntax.Pointee(t)
	st, ok := t.Underlying().(*types.Struct)
	if !ok || !inFamily(t, lib) || depth > points.Deepest {
		return false
	}
	for f := range st.Fields() {
		if slices.Contains(lib.Limits, f.Name()) || hasLimit(f.Type(), lib, depth+1) {
			return true
		}
	}
	return false
}

// inFamily reports whether a type is one of a library's packages, or a pointer to one.
func inFamily(t types.Type, lib *libraries.Library) bool {
	named, ok := syntax.Pointee(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && strings.HasPrefix(named.Obj().Pkg().Path(), lib.Family)
}
