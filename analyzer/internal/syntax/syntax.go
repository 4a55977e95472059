// Package syntax answers what several packages ask of Go's syntax and types, and
// knows nothing of codes.
package syntax

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// Unmarshalers are the methods by which a type fills itself.
var Unmarshalers = []string{"UnmarshalJSON", "UnmarshalText", "UnmarshalXML", "UnmarshalBinary", "UnmarshalJSONFrom", "Scan"}

// UnmarshalersOf returns those of a type, or of what it points to.
func UnmarshalersOf(t types.Type) []*types.Func {
	if !IsPointer(t) {
		t = types.NewPointer(t)
	}
	var methods []*types.Func
	for _, name := range Unmarshalers {
		obj, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
		if fn, ok := obj.(*types.Func); ok {
			methods = append(methods, fn)
		}
	}
	return methods
}

// IsFunction reports whether a function is the one of a package with that name. To ask for its
// FullName makes that of each function that is no such one.
func IsFunction(fn *types.Func, pkg, name string) bool {
	return fn != nil && fn.Name() == name && fn.Pkg() != nil && fn.Pkg().Path() == pkg && fn.Signature().Recv() == nil
}

// IsBlank reports whether an expression is the blank identifier.
func IsBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// Name returns the name that an expression is, of a field or of another package,
// too; nil for anything else.
func Name(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	}
	return nil
}

// Base returns what an expression starts from that selects fields, elements, or what a pointer leads to: x of (*x.f)[i].
func Base(e ast.Expr) ast.Expr {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		default:
			return x
		}
	}
}

// PackageVariable returns the package's variable that an expression is, or nil.
func PackageVariable(info *types.Info, e ast.Expr) *types.Var {
	v, ok := info.Uses[Name(e)].(*types.Var)
	if !ok || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() {
		return nil
	}
	return v
}

// CalledName returns the name in what a call calls, of a method or of another
// package, too, and of an instance of it; nil for anything else.
func CalledName(fun ast.Expr) *ast.Ident {
	switch fun := ast.Unparen(fun).(type) {
	case *ast.IndexExpr:
		return CalledName(fun.X)
	case *ast.IndexListExpr:
		return CalledName(fun.X)
	}
	return Name(fun)
}

// FirstTest returns the part of a condition that is evaluated first.
func FirstTest(cond ast.Expr) ast.Expr {
	for {
		switch x := ast.Unparen(cond).(type) {
		case *ast.BinaryExpr:
			if x.Op != token.LAND && x.Op != token.LOR {
				return x
			}
			cond = x.X
		case *ast.UnaryExpr:
			if x.Op != token.NOT {
				return x
			}
			cond = x.X
		default:
			return x
		}
	}
}

// Alike reports whether two expressions are written alike, and mean the same variables and functions by the names in
// them: two functions may both have an r.
func Alike(info *types.Info, x, y ast.Expr) bool {
	if types.ExprString(x) != types.ExprString(y) {
		return false
	}
	return slices.Equal(named(info, x), named(info, y))
}

// named returns what the names in an expression mean.
func named(info *types.Info, e ast.Expr) (all []types.Object) {
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			all = append(all, info.ObjectOf(id))
		}
		return true
	})
	return all
}
