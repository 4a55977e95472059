// Package syntax answers what several packages ask of Go's syntax and types, and
// knows nothing of codes.
package syntax

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

var errorType = types.Universe.Lookup("error").Type()

// IsError reports whether a type is error itself.
func IsError(t types.Type) bool { return t != nil && types.Identical(t, errorType) }

// IsPointer reports whether a type is a pointer, or has one below it; the type of
// ill-typed code, nil, is none.
func IsPointer(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

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

// IsTime reports whether a type is a point in time or a duration.
func IsTime(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "time" &&
		(named.Obj().Name() == "Time" || named.Obj().Name() == "Duration")
}

// IsClock reports whether a type is a channel of times, or of nothing at all.
func IsClock(t types.Type) bool {
	if t == nil {
		return false
	}
	ch, ok := t.Underlying().(*types.Chan)
	if !ok {
		return false
	}
	st, ok := ch.Elem().Underlying().(*types.Struct)
	return IsTime(ch.Elem()) || ok && st.NumFields() == 0
}

// IsFunction reports whether a function is the one of a package with that name. To ask for its
// FullName makes that of each function that is no such one.
func IsFunction(fn *types.Func, pkg, name string) bool {
	return fn != nil && fn.Name() == name && fn.Pkg() != nil && fn.Pkg().Path() == pkg && fn.Signature().Recv() == nil
}

// forwarders are the packages whose functions Is, As and Unwrap do nothing but call those of package
// errors.
var forwarders = map[string]bool{"github.com/pkg/errors": true}

// ErrorsFunction returns the name of the function of package errors that a function is, or that it
// only calls; "" for any other.
func ErrorsFunction(fn *types.Func) string {
	if fn == nil || fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return ""
	}
	switch path := fn.Pkg().Path(); {
	case path == "errors":
		return fn.Name()
	case forwarders[path] && (fn.Name() == "Is" || fn.Name() == "As" || fn.Name() == "Unwrap"):
		return fn.Name()
	}
	return ""
}

// FullName is (*types.Func).FullName, but of a function that only calls one of package errors the
// name of that.
func FullName(fn *types.Func) string {
	if name := ErrorsFunction(fn); name != "" {
		return "errors." + name
	}
	return fn.FullName()
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

var majorVersion = lazyregexp.New(`[/.]v\d+([./])`)

// Unversioned returns a function's full name without the major version of its
// import path, so that one row of a table serves all versions.
func Unversioned(fullName string) string {
	if !strings.Contains(fullName, "/v") && !strings.Contains(fullName, ".v") {
		return fullName
	}
	return majorVersion().ReplaceAllString(fullName, "$1")
}
