package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
)

// handed reports predicates that are handed to a library, which is known by the
// type that the place has.
func (c *checker) handed(file *ast.File) {
	info := c.pass.TypesInfo
	look := func(t types.Type, e ast.Expr, by *ast.CallExpr) { // by is the call that gets it, if one does
		named, ok := types.Unalias(t).(*types.Named)
		if !ok || named.Obj().Pkg() == nil {
			return
		}
		lib := libraries.Of(named.Obj().Pkg())
		if lib == nil {
			return
		}
		i, ok := lib.Predicates[named.Obj().Name()]
		if !ok || by != nil && c.isPrepared(by) {
			return
		}
		if node, _, body := c.operationOf(e); body != nil {
			c.reportPredicate(c.predicate(node, body, i))
		}
	}
	c.inspectConcerned(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			tv := info.Types[n.Fun]
			if tv.IsType() && len(n.Args) == 1 {
				look(tv.Type, n.Args[0], nil)
				break
			}
			sig, ok := tv.Type.(*types.Signature)
			if !ok {
				break
			}
			for i, arg := range n.Args {
				switch {
				case sig.Variadic() && i >= sig.Params().Len()-1 && !n.Ellipsis.IsValid():
					if s, ok := sig.Params().At(sig.Params().Len() - 1).Type().(*types.Slice); ok {
						look(s.Elem(), arg, n)
					}
				case i < sig.Params().Len():
					look(sig.Params().At(i).Type(), arg, n)
				}
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if t := info.TypeOf(lhs); t != nil && len(n.Lhs) == len(n.Rhs) {
					look(t, n.Rhs[i], nil)
				}
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				if v, ok := info.Uses[id].(*types.Var); ok {
					look(v.Type(), n.Value, nil)
					c.inField(v, n.Value)
				}
			}
		}
		return true
	})
}

// inField reports a predicate that is put into a library's field.
func (c *checker) inField(field *types.Var, e ast.Expr) {
	lib := libraries.Of(field.Pkg())
	if lib == nil || !field.IsField() || !slices.Contains(lib.Fields, field.Name()) {
		return
	}
	if node, _, body := c.operationOf(e); body != nil {
		c.reportPredicate(c.predicate(node, body, 0))
	}
}
