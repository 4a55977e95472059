package syntax

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// Receiver returns the operand that a method is called on, or nil.
func Receiver(info *types.Info, call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
		return sel.X
	}
	return nil
}

// WithoutAddress returns what an argument is the address of, or the argument itself: x of &x, and of x.
func WithoutAddress(e ast.Expr) ast.Expr {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.AND {
		return u.X
	}
	return e
}

// Given returns what a call gives its function: the operand that a method is called on, and the arguments.
func Given(info *types.Info, call *ast.CallExpr) []ast.Expr {
	if recv := Receiver(info, call); recv != nil {
		return append([]ast.Expr{recv}, call.Args...)
	}
	return call.Args
}

// ReceiverName returns what a method calls its receiver; nil if it has no name for it, or is no method. In
// broken code a method may have no receiver, or several.
func ReceiverName(decl *ast.FuncDecl) *ast.Ident {
	if decl.Recv == nil || len(decl.Recv.List) != 1 || len(decl.Recv.List[0].Names) != 1 {
		return nil
	}
	return decl.Recv.List[0].Names[0]
}

// ReceiverType returns the type of a method's receiver, as the method writes it; nil if there is none.
func ReceiverType(decl *ast.FuncDecl) ast.Expr {
	if decl.Recv == nil || len(decl.Recv.List) == 0 {
		return nil
	}
	return decl.Recv.List[0].Type
}

// ObjectName returns the name under which a library's table has an object:
// "Retry", "Retrier.Do".
func ObjectName(obj types.Object) string {
	fn, ok := obj.(*types.Func)
	if !ok || fn.Signature().Recv() == nil {
		return obj.Name()
	}
	if named, ok := Pointee(fn.Signature().Recv().Type()).(*types.Named); ok {
		return named.Obj().Name() + "." + fn.Name()
	}
	return fn.Name()
}

// Field returns the field that an expression selects, or nil.
func Field(info *types.Info, e ast.Expr) *types.Var {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	if f, ok := info.Uses[sel.Sel].(*types.Var); ok && f.IsField() {
		return f.Origin()
	}
	return nil
}

// Parameter returns the parameter that an argument is stored in as it is.
func Parameter(sig *types.Signature, i int) *types.Var {
	n := sig.Params().Len()
	if i >= n || sig.Variadic() && i == n-1 {
		return nil
	}
	return sig.Params().At(i)
}

// Callee returns the function or variable that a call calls, or nil.
func Callee(info *types.Info, call *ast.CallExpr) types.Object {
	fun := ast.Unparen(call.Fun)
	switch x := fun.(type) {
	case *ast.IndexExpr:
		fun = x.X
	case *ast.IndexListExpr:
		fun = x.X
	}
	switch x := fun.(type) {
	case *ast.Ident:
		return Origin(info.Uses[x])
	case *ast.SelectorExpr:
		return Origin(info.Uses[x.Sel])
	}
	return nil
}

// Origin returns the generic function behind an instance.
func Origin(obj types.Object) types.Object {
	if fn, ok := obj.(*types.Func); ok {
		return fn.Origin()
	}
	return obj
}

// IsMethodExpr reports whether a call calls a method by its type, as (*Reply).OK(reply) does.
func IsMethodExpr(info *types.Info, call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && info.Selections[sel] != nil && info.Selections[sel].Kind() == types.MethodExpr
}

// StaticCallee returns the function that a call calls with its arguments as they are: T.method(x, arg)
// is no such call.
func StaticCallee(info *types.Info, call *ast.CallExpr) (*types.Func, bool) {
	if IsMethodExpr(info, call) {
		return nil, false
	}
	fn, ok := typeutil.Callee(info, call).(*types.Func)
	return fn, ok
}

// CalleeName returns the name of what a call calls, without what it is selected of; "" if it has none.
func CalleeName(call *ast.CallExpr) string {
	switch x := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		return x.Name
	case *ast.SelectorExpr:
		return x.Sel.Name
	}
	return ""
}

// InspectFunc visits the nodes of a function, but not of the literals in it.
func InspectFunc(body ast.Node, visit func(ast.Node)) {
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if _, ok := n.(*ast.FuncLit); ok && n != body {
			return false
		}
		visit(n)
		return true
	})
}
