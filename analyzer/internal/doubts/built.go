package doubts

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// indexed reports whether the first variable of a range over a type is an index.
func indexed(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Slice, *types.Array, *types.Pointer, *types.Basic:
		return true
	}
	return false // of a map it is a key, which is as chosen as its values
}

// elements reports whether what an expression holds is gathered.
func (g gathered) elements(root ast.Node, e ast.Expr) bool {
	t := g.d.pass.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Chan:
		return true
	case *types.Signature:
		return t.Results().Len() == 0 && t.Params().Len() == 1 // an iterator
	case *types.Map:
		return g.ofCodes(t.Elem()) || g.ofCodes(t.Key()) || g.built(root, e)
	case *types.Slice:
		return g.ofCodes(t.Elem()) || g.built(root, e)
	case *types.Array:
		return g.ofCodes(t.Elem())
	}
	return false
}

func (g gathered) ofCodes(t types.Type) bool { return g.d.bindings.OfType(t) != nil }

// built reports whether the program makes a list or map of replies itself.
func (g gathered) built(root ast.Node, e ast.Expr) bool {
	info := g.d.pass.TypesInfo
	var v *types.Var
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		return !info.Types[x.Fun].IsType()
	case *ast.SliceExpr:
		return g.built(root, x.X)
	case *ast.Ident:
		v, _ = info.ObjectOf(x).(*types.Var)
	case *ast.SelectorExpr:
		v, _ = info.ObjectOf(x.Sel).(*types.Var)
	}
	if v == nil || g.seen[v] {
		return false
	}
	g.seen[v] = true
	if fn, ok := root.(*ast.FuncDecl); ok && fn.Type.Params.Pos() <= v.Pos() && v.Pos() < fn.Type.Params.End() && g.given(fn, v, g.built) {
		return true
	}
	found := false
	look := func(n ast.Node) bool {
		if assign, ok := n.(*ast.AssignStmt); ok {
			found = found || g.puts(assign, v)
		}
		return !found
	}
	if !v.IsField() && root.Pos() <= v.Pos() && v.Pos() < root.End() {
		g.d.mentions.Inspect(root, look, v)
		return found
	}
	for _, file := range g.d.pass.Files {
		if v.IsField() || v.Parent() == g.d.pass.Pkg.Scope() || file.Pos() <= v.Pos() && v.Pos() <= file.End() {
			ast.Inspect(file, look)
		}
	}
	return found
}

// puts reports whether an assignment gives a variable, or field, something that a call makes, or gives a map in it an element.
func (g gathered) puts(assign *ast.AssignStmt, v *types.Var) bool {
	info := g.d.pass.TypesInfo
	for i, lhs := range assign.Lhs {
		ix, element := lhs.(*ast.IndexExpr)
		if element {
			lhs = ix.X
			if t := info.TypeOf(lhs); t != nil && indexed(t) {
				continue
			}
		}
		if id := syntax.Name(lhs); id == nil || info.ObjectOf(id) != v {
			continue
		}
		call, ok := ast.Unparen(assign.Rhs[min(i, len(assign.Rhs)-1)]).(*ast.CallExpr)
		if element || ok && !g.makes(call) {
			return true
		}
	}
	return false
}

// makes reports whether a call makes something empty.
func (g gathered) makes(call *ast.CallExpr) bool {
	b, ok := typeutil.Callee(g.d.pass.TypesInfo, call).(*types.Builtin)
	return ok && b.Name() != "append"
}

// found reports whether an index is what a search has found: a call, or a variable that was
// given the result of one, or another loop's index.
func (g gathered) found(root ast.Node, index ast.Expr) bool {
	info := g.d.pass.TypesInfo
	switch x := ast.Unparen(index).(type) {
	case *ast.CallExpr:
		return !info.Types[x.Fun].IsType() && !g.makes(x)
	case *ast.Ident:
		v := info.ObjectOf(x)
		if v == nil {
			return false
		}
		result := false
		g.d.mentions.Inspect(root, func(n ast.Node) bool {
			if assign, ok := n.(*ast.AssignStmt); ok {
				for i, lhs := range assign.Lhs {
					if id, ok := lhs.(*ast.Ident); ok && info.ObjectOf(id) == v {
						switch x := ast.Unparen(assign.Rhs[min(i, len(assign.Rhs)-1)]).(type) {
						case *ast.CallExpr:
							result = result || !info.Types[x.Fun].IsType() && !g.makes(x)
						case *ast.Ident:
							result = result || assign.Tok == token.ASSIGN && info.Types[x].Value == nil
						}
					}
				}
			}
			return !result
		}, v)
		return result
	}
	return false
}
