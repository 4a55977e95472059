package requests

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what a function does with an address that it gets: one that only reads what is there asks for the
// same with it each time.

// onlyReads reports whether the function of the package that a call calls does nothing with its i'th argument, an address,
// but to read what it leads to.
func (c *Comparer) onlyReads(call *ast.CallExpr, i, depth int) bool {
	decl := c.declOf(call)
	if decl == nil || decl.Body == nil || depth > deepest {
		return false
	}
	fn, ok := c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok {
		return false
	}
	param := syntax.Parameter(fn.Signature(), i)
	if param == nil {
		return false
	}
	reads := true
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && reads && c.pass.TypesInfo.Uses[id] == types.Object(param) {
			reads = c.isRead(id, stack, depth)
		}
		return reads
	})
	return reads
}

// isRead reports whether an expression, with this around it, is read where it stands, with nothing left that leads to it.
func (c *Comparer) isRead(e ast.Expr, stack []ast.Node, depth int) bool {
	info := c.pass.TypesInfo
	around, stack := stack[len(stack)-1], stack[:len(stack)-1]
	switch p := around.(type) {
	case *ast.ParenExpr, *ast.StarExpr:
		return c.isRead(p.(ast.Expr), stack, depth)
	case *ast.IndexExpr:
		return p.Index == e || c.isRead(p, stack, depth)
	case *ast.SelectorExpr:
		s := info.Selections[p]
		return s != nil && s.Kind() == types.FieldVal && c.isRead(p, stack, depth)
	case *ast.RangeStmt:
		_, isChan := syntax.Underlying(info.TypeOf(p.X)).(*types.Chan)
		return p.X == e && !isChan
	case *ast.BinaryExpr, *ast.IfStmt, *ast.SwitchStmt, *ast.CaseClause:
		return true
	case *ast.UnaryExpr:
		return p.Op != token.AND && p.Op != token.ARROW
	case *ast.AssignStmt:
		for _, lhs := range p.Lhs {
			if lhs == e {
				return false
			}
		}
		return syntax.IsBasic(info.TypeOf(e))
	case *ast.CallExpr:
		if p.Fun == e {
			return false
		}
		if syntax.IsBasic(info.TypeOf(e)) || syntax.IsBuiltin(info, p, "len") {
			return true
		}
		fn, _ := syntax.Callee(info, p).(*types.Func)
		if MannerOf(fn) == AsksAgain {
			return true
		}
		for i, arg := range p.Args {
			if arg == e {
				return c.onlyReads(p, i, depth+1)
			}
		}
		return false
	}
	return (isElement(around) || isReturn(around)) && syntax.IsBasic(info.TypeOf(e))
}

func isElement(n ast.Node) bool {
	switch n.(type) {
	case *ast.KeyValueExpr, *ast.CompositeLit, *ast.ValueSpec:
		return true
	}
	return false
}

func isReturn(n ast.Node) bool {
	_, ok := n.(*ast.ReturnStmt)
	return ok
}
