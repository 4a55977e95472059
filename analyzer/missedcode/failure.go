package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// ofFailure reports whether a dispatch's code is part of an error that a program
// makes of what failed, and that comes as an error: its default need not tell
// success from the rest. A reply may be an error type, too, but is decoded.
func (c *checker) ofFailure(d *dispatch) bool {
	if len(d.path) < 2 {
		return false
	}
	e := c.bindings.Core(d.code)
	if id, ok := e.(*ast.Ident); ok {
		e = c.definition(d.path[1], id)
	}
	for e != nil {
		if e = c.ownerOf(e); e != nil && c.isFailure(c.pass.TypesInfo.TypeOf(e)) {
			return c.comesAsError(d, e)
		}
	}
	return false
}

// definition returns the expression that a variable is declared with, if nothing
// else is assigned to it.
func (c *checker) definition(in ast.Node, id *ast.Ident) ast.Expr {
	v := c.pass.TypesInfo.ObjectOf(id)
	var value ast.Expr
	n := 0
	ast.Inspect(in, func(node ast.Node) bool {
		if assign, ok := node.(*ast.AssignStmt); ok {
			for i, lhs := range assign.Lhs {
				if name, ok := lhs.(*ast.Ident); ok && v != nil && c.pass.TypesInfo.ObjectOf(name) == v {
					n++
					if len(assign.Lhs) == len(assign.Rhs) {
						value = c.bindings.Core(assign.Rhs[i])
					}
				}
			}
		}
		return true
	})
	if n != 1 {
		return nil
	}
	return value
}

// ownerOf returns what a field is selected from, or a method without arguments
// called on, nil for anything else.
func (c *checker) ownerOf(e ast.Expr) ast.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return x.X
	case *ast.StarExpr:
		return x.X
	case *ast.CallExpr:
		if len(x.Args) == 0 {
			return receiver(x)
		}
	}
	return nil
}

// isFailure reports whether a type is an interface, or a struct, with an Error
// method of its own: not that of a code in it.
func (c *checker) isFailure(t types.Type) bool {
	if t == nil {
		return false
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, c.pass.Pkg, "Error")
	method, ok := obj.(*types.Func)
	if !ok || !types.Identical(method.Signature().Results(), errorResults) || method.Signature().Params().Len() > 0 {
		return false
	}
	of := method.Signature().Recv().Type()
	if p, ok := of.Underlying().(*types.Pointer); ok {
		of = p.Elem()
	}
	switch of.Underlying().(type) {
	case *types.Struct, *types.Interface:
		return c.bindings.OfType(of) == nil
	}
	return false
}

// errorResults are the results of an error's method.
var errorResults = types.NewTuple(types.NewVar(token.NoPos, nil, "", types.Typ[types.String]))

// comesAsError reports whether a value was found in an error, or given to the
// function: but a type that is decoded may come as a reply there.
func (c *checker) comesAsError(d *dispatch, e ast.Expr) bool {
	v := c.rootOf(e)
	if v == nil {
		return false
	}
	given := false
	for _, outer := range d.path {
		switch outer := outer.(type) {
		case *ast.FuncDecl:
			given = given || outer.Pos() <= v.Pos() && v.Pos() < outer.Body.Pos()
		case *ast.FuncLit:
			given = given || outer.Pos() <= v.Pos() && v.Pos() < outer.Body.Pos()
		case *ast.CaseClause:
			if c.pass.TypesInfo.Implicits[outer] == v {
				return true // of a type switch
			}
		}
	}
	if given && !hasTags(v.Type()) {
		return true
	}
	found := false
	ast.Inspect(d.path[1], func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if len(n.Rhs) == 1 && c.rootOf(n.Lhs[0]) == v {
				found = found || c.looksInError(n.Rhs[0])
			}
		case *ast.CallExpr:
			found = found || c.callee(n) == "errors.As" && len(n.Args) == 2 && c.rootOf(n.Args[1]) == v
		}
		return !found
	})
	return found
}

// hasTags reports whether a type is a struct with tags, or points to one.
func hasTags(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	for i := 0; ok && i < s.NumFields(); i++ {
		if s.Tag(i) != "" {
			return true
		}
	}
	return false
}

// looksInError reports whether an expression is an error as one type, as
// err.(*APIError) is.
func (c *checker) looksInError(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.TypeAssertExpr:
		return syntax.IsError(c.pass.TypesInfo.TypeOf(x.X))
	case *ast.CallExpr:
		id := syntax.CalledName(x.Fun)
		if id == nil {
			return false
		}
		fn, ok := c.pass.TypesInfo.Uses[id].(*types.Func)
		return ok && fn.FullName() == "errors.AsType"
	}
	return false
}
