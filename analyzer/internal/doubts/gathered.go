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
					found = found || field
				}
				switch {
				case !is(lhs):
				case len(n.Lhs) == len(n.Rhs):
					found = found || g.value(root, n.Rhs[i])
				case i == 0:
					found = found || g.value(root, n.Rhs[0])
				}
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
