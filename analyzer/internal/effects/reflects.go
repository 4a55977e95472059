package effects

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about reflection, by which any memory can be stored to: a reflect.Value does not tell where it leads.

// reflects reports whether a call of another package's function stores by reflection, or may since it gets a
// reflect.Value.
func (e *Effects) reflects(call *ast.CallExpr, fn *types.Func) bool {
	if fn.Pkg() != nil && fn.Pkg().Path() == "reflect" {
		return foreign.StoresByReflection(fn)
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return isReflected(e.info.TypeOf(arg)) })
}

func isReflected(t types.Type) bool {
	if t == nil {
		return false
	}
	named, ok := syntax.NamedIn(t).(*types.Named)
	return ok && named.Obj().Name() == "Value" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "reflect"
}
