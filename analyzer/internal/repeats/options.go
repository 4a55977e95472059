package repeats

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// An Option is what a function, or what a function returns, puts into a config:
//
//	func WithTries(n int) Option { return func(c *config) { c.tries = n } }
//
// By the names of fields; Parameter is one of the function that returns it.
type Option map[string]Value

// optionsOf returns the index of the parameter whose options a loop applies to a variable, -1 if it
// does nothing of the kind.
func (r *Result) optionsOf(loop *ast.RangeStmt, params *types.Tuple, v *types.Var) int {
	info := r.pass.TypesInfo
	id, ok := ast.Unparen(loop.X).(*ast.Ident)
	at := -1
	if ok {
		at = indexOf(params, info.Uses[id])
	}
	option, ok := loop.Value.(*ast.Ident)
	if at < 0 || !ok || len(loop.Body.List) != 1 {
		return -1
	}
	stmt := loop.Body.List[0]
	if s, ok := stmt.(*ast.IfStmt); ok && s.Else == nil {
		switch {
		case s.Init != nil: // if err := o(c); err != nil { return nil, err }
			stmt = s.Init
		case len(s.Body.List) == 1: // if o != nil { o(c) }
			stmt = s.Body.List[0]
		}
	}
	var call *ast.CallExpr
	switch s := stmt.(type) {
	case *ast.ExprStmt:
		call, _ = s.X.(*ast.CallExpr)
	case *ast.AssignStmt:
		if len(s.Rhs) == 1 {
			call, _ = ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
		}
	}
	if call == nil || len(call.Args) != 1 {
		return -1
	}
	fun := ast.Unparen(call.Fun)
	if sel, ok := fun.(*ast.SelectorExpr); ok { // o.apply(&cfg)
		fun = ast.Unparen(sel.X)
	}
	arg := ast.Unparen(call.Args[0])
	if u, ok := arg.(*ast.UnaryExpr); ok && u.Op == token.AND {
		arg = ast.Unparen(u.X)
	}
	f, isIdent := fun.(*ast.Ident)
	a, isVar := arg.(*ast.Ident)
	if !isIdent || !isVar || info.Uses[f] != info.Defs[option] || info.Uses[a] != types.Object(v) {
		return -1
	}
	return at
}

// OptionOf returns what an expression that is handed over as an option puts into a config, and what
// its parameters are given. It fails if that is not known.
func (r *Result) OptionOf(e ast.Expr) (o Option, args []ast.Expr, ok bool) {
	if r.pass == nil {
		return nil, nil, false
	}
	info := r.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		fn, isFunc := typeutil.Callee(info, x).(*types.Func)
		if !isFunc || x.Ellipsis.IsValid() || fn.Signature().Variadic() {
			return nil, nil, false
		}
		o, ok = r.option(fn.Origin())
		return o, x.Args, ok
	case *ast.FuncLit:
		o, ok = r.puts(nil, x.Type, x.Body)
		return o, nil, ok
	case *ast.Ident, *ast.SelectorExpr:
		if fn, isFunc := typeutil.Callee(info, &ast.CallExpr{Fun: e}).(*types.Func); isFunc {
			o, ok = r.option(fn.Origin())
			return o, nil, ok
		}
	}
	return nil, nil, false
}

// option returns the option that a function is, or returns.
func (r *Result) option(fn *types.Func) (Option, bool) {
	if fn.Pkg() != r.pass.Pkg {
		var fact optionFact
		if !r.pass.ImportObjectFact(fn, &fact) {
			return nil, false
		}
		return fact.Values.byName(), true
	}
	decl := r.all[fn]
	if decl == nil || len(decl.Body.List) == 0 {
		return nil, false
	}
	if fn.Signature().Results().Len() == 0 {
		return r.puts(nil, decl.Type, decl.Body)
	}
	ret, ok := decl.Body.List[len(decl.Body.List)-1].(*ast.ReturnStmt)
	if !ok || len(decl.Body.List) != 1 || len(ret.Results) != 1 {
		return nil, false
	}
	lit := syntax.Literal(r.pass.TypesInfo, ret.Results[0])
	if lit == nil {
		return nil, false
	}
	return r.puts(fn.Signature().Params(), lit.Type, lit.Body)
}

// puts returns what a function puts into the one struct that it gets a pointer to. It fails if the
// function does something else with it.
func (r *Result) puts(params *types.Tuple, typ *ast.FuncType, body *ast.BlockStmt) (Option, bool) {
	info := r.pass.TypesInfo
	if typ.Params.NumFields() != 1 || len(typ.Params.List[0].Names) != 1 {
		return nil, false
	}
	v, ok := info.Defs[typ.Params.List[0].Names[0]].(*types.Var)
	if !ok || structOf(v.Type()) == nil || types.Identical(v.Type().Underlying(), structOf(v.Type())) {
		return nil, false
	}
	o := make(Option)
	ast.PreorderStack(body, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if selectedFrom(info, lhs) != v {
					continue
				}
				name := ast.Unparen(lhs).(*ast.SelectorExpr).Sel.Name
				if _, twice := o[name]; twice || n.Tok != token.ASSIGN || len(n.Lhs) != len(n.Rhs) || !r.always(stack, params) {
					o[name] = Value{}
					continue
				}
				o[name] = r.value(params, n.Rhs[i])
			}
		case *ast.Ident:
			// Nothing but its fields is of interest.
			if info.Uses[n] == types.Object(v) {
				sel, isSel := parentOf(stack).(*ast.SelectorExpr)
				if ok = ok && isSel && selectedFrom(info, sel) == v; !ok {
					return false
				}
				if grand := parentOf(stack[:len(stack)-1]); grand != nil {
					u, isUnary := grand.(*ast.UnaryExpr)
					ok = !isUnary || u.Op != token.AND
				}
			}
		}
		return true
	})
	return o, ok
}

// always reports whether a statement is at the top of a function, or in an if that asks no more than
// whether there is something to put.
func (r *Result) always(stack []ast.Node, params *types.Tuple) bool {
	for i := len(stack) - 1; i >= 0; i-- {
		switch s := stack[i].(type) {
		case *ast.BlockStmt:
		case *ast.IfStmt:
			test, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
			if !ok || s.Init != nil || s.Else != nil || test.Op != token.NEQ && test.Op != token.GTR {
				return false
			}
			id, ok := ast.Unparen(test.X).(*ast.Ident)
			if !ok || params == nil || indexOf(params, r.pass.TypesInfo.Uses[id]) < 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}
