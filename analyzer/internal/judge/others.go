package judge

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// What others can reach may change wherever they are let in: to test it, take a
// lock and test it again is how careful programs are written.

// shared reports whether others may hold what an expression is stored in: it is
// behind a pointer, in a package's variable, or in one that a function literal
// has from outside.
func (j *Judge) shared(e ast.Expr, path []ast.Node) bool {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.SelectorExpr:
			if t := j.pass.TypesInfo.TypeOf(x.X); t == nil || syntax.IsPointer(t) {
				return true
			}
			e = x.X
			if j.pass.TypesInfo.Selections[x] == nil {
				e = x.Sel // of another package
			}
		case *ast.StarExpr, *ast.IndexExpr:
			return true
		case *ast.CallExpr:
			if len(x.Args) != 1 {
				sel, ok := x.Fun.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				e = sel.X
				continue
			}
			e = x.Args[0]
		case *ast.Ident:
			v, ok := j.pass.TypesInfo.ObjectOf(x).(*types.Var)
			if !ok || v.Pkg() != j.pass.Pkg || v.Parent() == j.pass.Pkg.Scope() {
				return ok
			}
			fn := functionOf(path)
			return fn != nil && (v.Pos() < fn.Pos() || v.Pos() >= fn.End())
		default:
			return true
		}
	}
}

// functionOf returns the innermost function of a path.
func functionOf(path []ast.Node) ast.Node {
	for _, n := range path {
		switch n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return n
		}
	}
	return nil
}

// letsOthersIn reports whether something between two points of a function waits
// for others, or takes or releases a lock.
func (j *Judge) letsOthersIn(fn ast.Node, from, to token.Pos) bool {
	found := false
	if fn == nil {
		return false
	}
	ast.Inspect(fn, func(n ast.Node) bool {
		if n == nil || found || n.End() <= from || n.Pos() >= to {
			return false
		}
		if n.Pos() < from {
			return true
		}
		switch n := n.(type) {
		case *ast.SendStmt, *ast.SelectStmt:
			found = true
		case *ast.UnaryExpr:
			found = n.Op == token.ARROW
		case *ast.RangeStmt:
			if t := j.pass.TypesInfo.TypeOf(n.X); t != nil {
				_, found = t.Underlying().(*types.Chan)
			}
		case *ast.CallExpr:
			fn, _ := typeutil.Callee(j.pass.TypesInfo, n).(*types.Func)
			found = fn != nil && (waiting[fn.Name()] || fn.Pkg() != nil && fn.Pkg().Path() == "sync")
		}
		return !found
	})
	return found
}

// waiting are the names of functions and methods that wait, or that take or
// release a lock.
var waiting = map[string]bool{
	"Lock": true, "RLock": true, "Unlock": true, "RUnlock": true, "Wait": true, "Sleep": true, "Gosched": true,
}
