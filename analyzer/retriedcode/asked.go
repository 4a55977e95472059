package retriedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file finds what a call asks, and by which name: a function of the package, the only one behind an interface's
// method, a literal in a variable or field.

// asked is a function that may be asked whether to send again.
type asked struct {
	fn   *types.Func // nil for a literal
	node ast.Node    // where it is declared, nil if that is in another package
	typ  *ast.FuncType
	body *ast.BlockStmt
	name string
}

// askedBy returns the function that a call calls; nothing if that is not known, or one of package codes.
func (c *checker) askedBy(call *ast.CallExpr) asked {
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok {
		if lit := c.LiteralCalled(call.Fun); lit != nil {
			return asked{node: lit, typ: lit.Type, body: lit.Body, name: syntax.CalleeName(call)}
		}
		fn = c.FunctionHeld(call.Fun)
	} else if impls := syntax.Implementations(c.pass, fn); len(impls) == 1 {
		fn = impls[0]
	}
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() == domain.CodesPath {
		return asked{}
	}
	if decl := c.DeclOfFunc(fn); decl != nil {
		return asked{fn: fn, node: decl, typ: decl.Type, body: decl.Body, name: decl.Name.Name}
	}
	return asked{fn: fn}
}

// literalNames returns what function literals are called: as the variable or field of the module that holds one.
func (c *checker) literalNames(file *ast.File) map[*ast.FuncLit]string {
	names := make(map[*ast.FuncLit]string)
	info := c.pass.TypesInfo
	hold := func(by *ast.Ident, e ast.Expr) {
		if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
			if v, ok := info.ObjectOf(by).(*types.Var); ok && syntax.InModule(c.pass, v.Pkg()) {
				names[lit] = v.Name()
			}
		}
	}
	c.inspectConcerned(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) != len(n.Rhs) {
					break
				}
				switch lhs := ast.Unparen(lhs).(type) {
				case *ast.Ident:
					hold(lhs, n.Rhs[i])
				case *ast.SelectorExpr:
					hold(lhs.Sel, n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, e := range n.Values {
				if i < len(n.Names) {
					hold(n.Names[i], e)
				}
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				hold(id, n.Value)
			}
		}
		return true
	})
	return names
}
