package doubts

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Gathered reports whether a code comes out of what the program gathers: a list, map or
// channel of codes, a list of replies that it builds itself, an iterator, the parameter of a
// callback. What is put there was chosen before, and code flow does not follow it: that the
// code can be a success is no ground to speak. A list of replies that was decoded is none.
func (d *Doubts) Gathered(root ast.Node, code ast.Expr) bool {
	g := gathered{d: d, seen: make(map[types.Object]bool)}
	return g.value(root, code)
}

// gathered is one question to [Doubts.Gathered].
type gathered struct {
	d    *Doubts
	seen map[types.Object]bool
}

// value reports whether an expression in a declaration is an element of something that is
// gathered, or a part of one.
func (g gathered) value(root ast.Node, e ast.Expr) bool {
	switch x := g.d.bindings.Core(e).(type) {
	case *ast.Ident:
		return g.variable(root, x)
	case *ast.SelectorExpr:
		return g.d.pass.TypesInfo.Selections[x] != nil && g.value(root, x.X)
	case *ast.StarExpr:
		return g.value(root, x.X)
	case *ast.UnaryExpr:
		return x.Op == token.ARROW || x.Op == token.AND && g.value(root, x.X)
	case *ast.IndexExpr:
		return g.elements(root, x.X) || g.found(root, x.Index)
	case *ast.CallExpr:
		if slices.ContainsFunc(x.Args, func(arg ast.Expr) bool { return g.elements(root, arg) }) {
			return true // which picks one
		}
		sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr)
		if ok && isShared(g.d.pass.TypesInfo.Uses[sel.Sel]) {
			return true
		}
		return ok && len(x.Args) == 0 && g.d.pass.TypesInfo.Selections[sel] != nil && g.value(root, sel.X)
	}
	return false
}

// isShared reports whether a function is a method of package sync or sync/atomic, which gives what somebody has stored.
func isShared(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && fn.Pkg() != nil && (fn.Pkg().Path() == "sync" || fn.Pkg().Path() == "sync/atomic") && fn.Signature().Recv() != nil
}

// variable reports whether a variable is given an element of something that is gathered.
func (g gathered) variable(root ast.Node, id *ast.Ident) bool {
	v, ok := g.d.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || g.seen[v] {
		return false
	}
	g.seen[v] = true
	is := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && g.d.pass.TypesInfo.ObjectOf(id) == v
	}
	isParameter := func(e ast.Expr) bool { // of a function literal that somebody else calls
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			e = kv.Value
		}
		lit, ok := ast.Unparen(e).(*ast.FuncLit)
		return ok && lit.Type.Pos() <= v.Pos() && v.Pos() < lit.Body.Pos()
	}
	found := false
	g.d.mentions.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.RangeStmt:
			if n.Key != nil && is(n.Key) && !indexed(g.d.pass.TypesInfo.TypeOf(n.X)) || n.Value != nil && is(n.Value) {
				found = found || g.elements(root, n.X)
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) && isParameter(n.Rhs[i]) {
					_, field := lhs.(*ast.SelectorExpr)
					found = found || field || g.guarded(root, lhs, n.Rhs[i])
				}
				switch {
				case !is(lhs):
				case len(n.Lhs) == len(n.Rhs):
					found = found || g.value(root, n.Rhs[i])
				case i == 0:
					found = found || g.value(root, n.Rhs[0])
				}
			}
		case *ast.ValueSpec:
			for i, value := range n.Values {
				found = found || i < len(n.Names) && isParameter(value) && g.guarded(root, n.Names[i], value)
			}
		case *ast.CallExpr: // f(func(code …) …)
			found = found || slices.ContainsFunc(n.Args, isParameter)
		case *ast.CompositeLit:
			found = found || slices.ContainsFunc(n.Elts, isParameter)
		case *ast.ReturnStmt:
			found = found || slices.ContainsFunc(n.Results, isParameter)
		case *ast.FuncDecl:
			if n.Body != nil && n.Type.Params.Pos() <= v.Pos() && v.Pos() < n.Type.Params.End() {
				found = found || g.given(n, v, g.value)
			}
		}
		return !found
	}, v)
	return found
}

// guarded reports whether a variable's function literal is only called about what a condition of the
// function around it asks for, too: fail(r), if r.ResponseCode is no success.
func (g gathered) guarded(root ast.Node, name, lit ast.Expr) bool {
	info := g.d.pass.TypesInfo
	id, ok := name.(*ast.Ident)
	if !ok {
		return false
	}
	v := info.ObjectOf(id)
	asked := make(map[types.Object]bool)
	ask := func(conditions ...ast.Expr) {
		for _, cond := range conditions {
			if cond == nil {
				continue
			}
			ast.Inspect(cond, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && info.Uses[id] != nil {
					asked[info.Uses[id]] = true
				}
				return true
			})
		}
	}
	var given []ast.Expr
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n != ast.Unparen(lit)
		case *ast.IfStmt:
			ask(n.Cond)
		case *ast.SwitchStmt:
			ask(n.Tag)
		case *ast.CaseClause:
			ask(n.List...)
		case *ast.CallExpr:
			if fun, ok := ast.Unparen(n.Fun).(*ast.Ident); ok && info.Uses[fun] == v {
				given = append(given, n.Args...)
			}
		}
		return true
	})
	for _, arg := range given {
		if _, code := g.d.bindings.Of(arg); code || len(g.d.bindings.CodeFields(info.TypeOf(arg))) > 0 {
			if !asked[Root(info, g.d.bindings, arg)] {
				return false
			}
		}
	}
	return len(given) > 0
}

// given reports whether what a function of the package, which others do not call, is given
// as a parameter is gathered where it is called.
func (g gathered) given(fn *ast.FuncDecl, param *types.Var, is func(ast.Node, ast.Expr) bool) bool {
	obj, ok := g.d.pass.TypesInfo.Defs[fn.Name].(*types.Func)
	if !ok || obj.Exported() {
		return false
	}
	at := -1
	params := obj.Signature().Params()
	for i := range params.Len() {
		if params.At(i) == param {
			at = i
		}
	}
	return slices.ContainsFunc(g.d.flow.Calls(obj), func(call *ast.CallExpr) bool {
		in := syntax.DeclIn(g.d.pass.Files, call.Pos())
		return at >= 0 && at < len(call.Args) && is(in, call.Args[at])
	})
}
