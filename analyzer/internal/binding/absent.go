package binding

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// returnsNothing reports whether a return statement says by its last result that the others mean
// nothing: by an error that is not written as nil, by false, or by a variable that is false there.
func (g *graph) returnsNothing(s *ast.ReturnStmt) bool {
	last := s.Results[len(s.Results)-1]
	tv, ok := g.info.Types[last]
	switch {
	case len(s.Results) < 2 || !ok || tv.IsNil():
		return false
	case tv.Value != nil:
		return tv.Value.Kind() == constant.Bool && !constant.BoolVal(tv.Value)
	case g.denied[s]:
		return true
	}
	return tv.Type != nil && types.Implements(tv.Type, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}

// branch notes the return statements that a condition lets be reached where it denies the
// variable that is their last result: return 0, ok, after if !ok.
func (g *graph) branch(n ast.Node, fn *function) {
	if last := len(fn.results) - 1; last < 1 || !isKind(fn.results[last].typ, types.IsBoolean) {
		return
	}
	switch n := n.(type) {
	case *ast.IfStmt:
		g.deny(n.Body, g.askedFor(n.Cond, false))
		if n.Else != nil {
			g.deny(n.Else, g.askedFor(n.Cond, true))
		}
	case *ast.CaseClause:
		for _, test := range n.List {
			for _, stmt := range n.Body {
				g.deny(stmt, g.askedFor(test, false))
			}
		}
		g.denyBehind(n.Body)
	case *ast.BlockStmt:
		g.denyBehind(n.List)
	}
}

// denyBehind is for what follows an if that has left.
func (g *graph) denyBehind(list []ast.Stmt) {
	for i, stmt := range list {
		s, ok := stmt.(*ast.IfStmt)
		if !ok || s.Else != nil || len(s.Body.List) == 0 {
			continue
		}
		switch s.Body.List[len(s.Body.List)-1].(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			denied := g.askedFor(s.Cond, true)
			for _, next := range list[i+1:] {
				g.deny(next, denied)
			}
		}
	}
}

// askedFor returns the boolean variables that a condition asks for: those behind an odd number of
// !, or with affirmed the others. Whether && or || combines them is not looked at: a zero beside
// what may be false is rather none.
func (g *graph) askedFor(cond ast.Expr, affirmed bool) map[types.Object]bool {
	all := make(map[types.Object]bool)
	var visit func(e ast.Expr, affirmed bool)
	visit = func(e ast.Expr, affirmed bool) {
		switch x := ast.Unparen(e).(type) {
		case *ast.BinaryExpr:
			if x.Op == token.LAND || x.Op == token.LOR {
				visit(x.X, affirmed)
				visit(x.Y, affirmed)
			}
		case *ast.UnaryExpr:
			if x.Op == token.NOT {
				visit(x.X, !affirmed)
			}
		case *ast.Ident:
			if affirmed {
				all[object(g.info, x)] = true
			}
		}
	}
	visit(cond, affirmed)
	return all
}

func (g *graph) deny(in ast.Node, variables map[types.Object]bool) {
	if len(variables) == 0 {
		return
	}
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) < 2 {
				break
			}
			if id := syntax.Name(n.Results[len(n.Results)-1]); id != nil && variables[object(g.info, id)] {
				g.denied[n] = true
			}
		}
		return true
	})
}
