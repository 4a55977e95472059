package replies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file has functions, and methods of values, that are called by a variable: send := c.send; r, err := send(m).

// callee returns the function that a call names, or that a variable holds which it names, of a generic one the origin;
// nil for a literal, a conversion, any other variable.
func (r *Result) callee(call *ast.CallExpr) *types.Func {
	fn, ok := typeutil.Callee(r.info, call).(*types.Func)
	if !ok {
		if fn, ok = typeutil.Callee(r.info, &ast.CallExpr{Fun: r.fun(call)}).(*types.Func); !ok {
			return nil
		}
	}
	return fn.Origin()
}

// fun returns what a call calls: what a local variable holds that it names, if that is always the same function or method of a
// value.
func (r *Result) fun(call *ast.CallExpr) ast.Expr {
	fun := ast.Unparen(call.Fun)
	id, ok := fun.(*ast.Ident)
	if !ok {
		return fun
	}
	v, ok := r.info.Uses[id].(*types.Var)
	if !ok || v.Parent() == r.pass.Pkg.Scope() {
		return fun
	}
	if held := r.functionHeld(v); held != nil {
		return held
	}
	return fun
}

// isBoundBefore reports whether a call is by a variable that holds a function, or a method: what it is a method of was told before.
func (r *Result) isBoundBefore(call *ast.CallExpr) bool { return r.fun(call) != ast.Unparen(call.Fun) }

// functionHeld returns the function, or method of a value, that a local variable holds and no other; nil if it does not.
func (r *Result) functionHeld(v *types.Var) ast.Expr {
	decl, ok := syntax.DeclIn(r.pass.Files, v.Pos()).(*ast.FuncDecl)
	if !ok || decl.Body == nil {
		return nil
	}
	b := r.Body(decl)
	if len(b.defs[v]) != 1 || b.given[v] || b.defs[v][0].value == nil {
		return nil
	}
	held := ast.Unparen(b.defs[v][0].value)
	name := syntax.Name(held)
	if name == nil {
		return nil
	}
	if _, isFunc := r.info.Uses[name].(*types.Func); !isFunc {
		return nil
	}
	if sel, ok := held.(*ast.SelectorExpr); ok && r.info.Selections[sel] != nil && r.info.Selections[sel].Kind() != types.MethodVal {
		return nil
	}
	for _, id := range b.uses[v] {
		if addr, ok := b.Parent(id).(*ast.UnaryExpr); ok && addr.Op == token.AND {
			return nil
		}
	}
	return held
}

// callsBy returns the calls of a function, or a method of a value, by the variable that it is stored in, if nothing else is done
// with it.
func (b *Body) callsBy(held ast.Expr) (calls []*ast.CallExpr) {
	v := b.storedIn(held)
	if v == nil || b.r.functionHeld(v) != held {
		return nil
	}
	for _, id := range b.uses[v] {
		switch p := b.Parent(id).(type) {
		case *ast.CallExpr:
			if ast.Unparen(p.Fun) != ast.Expr(id) {
				return nil
			}
			calls = append(calls, p)
		case *ast.AssignStmt:
			if !slices.Contains(p.Lhs, ast.Expr(id)) {
				return nil
			}
		default:
			return nil
		}
	}
	return calls
}

// CallAround returns the call of the literal that a node is in, where that is called where it stands, and at once; nil if it is not.
func (b *Body) CallAround(n ast.Node) *ast.CallExpr {
	lit, ok := b.Function(n).(*ast.FuncLit)
	if !ok {
		return nil
	}
	call, ok := b.Parent(lit).(*ast.CallExpr)
	if !ok || ast.Unparen(call.Fun) != ast.Expr(lit) {
		return nil
	}
	switch b.Parent(call).(type) {
	case *ast.DeferStmt, *ast.GoStmt:
		return nil
	}
	return call
}

// StoredIn returns the local variable that an expression's value is stored in, nil if it is not.
func (b *Body) StoredIn(e ast.Expr) *types.Var { return b.storedIn(e) }

// storedIn returns the local variable that an expression's value is stored in, nil if it is not.
func (b *Body) storedIn(e ast.Expr) *types.Var {
	var lhs ast.Expr
	switch p := b.Parent(e).(type) {
	case *ast.AssignStmt:
		for i, x := range p.Rhs {
			if ast.Unparen(x) == e && len(p.Lhs) == len(p.Rhs) {
				lhs = p.Lhs[i]
			}
		}
	case *ast.ValueSpec:
		for i, x := range p.Values {
			if ast.Unparen(x) == e && len(p.Names) == len(p.Values) {
				lhs = p.Names[i]
			}
		}
	}
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := b.r.info.ObjectOf(id).(*types.Var)
	if !ok || !b.Local(v) {
		return nil
	}
	return v
}
