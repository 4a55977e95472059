package judge

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// foundInError reports whether a code is a variable that some function around it fills out of an error: by errors.As,
// errors.AsType or a type assertion. That an error holds no success is what those who make it see to: to look again is a
// precaution.
func (j *Judge) foundInError(code ast.Expr, path []ast.Node) bool {
	id := unconverted(code)
	if id == nil {
		return false
	}
	v, ok := j.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.IsField() {
		return false
	}
	found := false
	for _, n := range path {
		decl, ok := n.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(decl, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				found = found || j.isErrorsCall(n, "As") && len(n.Args) == 2 && j.isAddressOf(n.Args[1], v)
			case *ast.AssignStmt:
				if len(n.Rhs) == 1 && j.isVariable(n.Lhs[0], v) {
					found = found || j.takesOutOfError(n.Rhs[0])
				}
			}
			return !found
		})
	}
	return found
}

func (j *Judge) takesOutOfError(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.TypeAssertExpr:
		return syntax.IsError(j.pass.TypesInfo.TypeOf(x.X))
	case *ast.CallExpr:
		return j.isErrorsCall(x, "AsType")
	}
	return false
}

func (j *Judge) isErrorsCall(call *ast.CallExpr, name string) bool {
	fn, _ := typeutil.Callee(j.pass.TypesInfo, call).(*types.Func)
	return syntax.ErrorsFunction(fn) == name
}

func (j *Judge) isAddressOf(e ast.Expr, v *types.Var) bool {
	addr, ok := ast.Unparen(e).(*ast.UnaryExpr)
	return ok && addr.Op == token.AND && j.isVariable(addr.X, v)
}

func (j *Judge) isVariable(e ast.Expr, v *types.Var) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && j.pass.TypesInfo.ObjectOf(id) == v
}
