package binding

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// returnsNothing reports whether a return statement says by its last result that the others mean
// nothing: by an error that is not written as nil, by false, or by a variable that is false there. Or
// it is for a nil pointer.
func (g *graph) returnsNothing(s *ast.ReturnStmt) bool {
	if g.missing[s] {
		return true
	}
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
	return syntax.ImplementsError(tv.Type)
}

// noteMissing notes the return statements for which a pointer is nil: return 0 after if r != nil {,
// where there is no reply that could have a code.
func (g *graph) noteMissing(n ast.Node) {
	switch n := n.(type) {
	case *ast.IfStmt:
		if g.asksNil(n.Cond, true) {
			g.missingIn(n.Body.List)
		}
		if block, ok := n.Else.(*ast.BlockStmt); ok && g.asksNil(n.Cond, false) {
			g.missingIn(block.List)
		}
	case *ast.CaseClause:
		for _, test := range n.List {
			if g.asksNil(test, true) {
				g.missingIn(n.Body)
			}
		}
		g.missingBehind(n.Body)
	case *ast.BlockStmt:
		g.missingBehind(n.List)
	}
}

// missingBehind is for a return right behind an if that has left.
func (g *graph) missingBehind(list []ast.Stmt) {
	for i, stmt := range list[:max(0, len(list)-1)] {
		s, ok := stmt.(*ast.IfStmt)
		if !ok || s.Else != nil || len(s.Body.List) == 0 || !g.asksNil(s.Cond, false) {
			continue
		}
		if _, leaves := s.Body.List[len(s.Body.List)-1].(*ast.ReturnStmt); leaves {
			g.missingIn(list[i+1 : i+2])
		}
	}
}

func (g *graph) missingIn(list []ast.Stmt) {
	for _, stmt := range list {
		if ret, ok := stmt.(*ast.ReturnStmt); ok {
			g.missing[ret] = true
		}
	}
}

// asksNil reports whether a condition asks whether a pointer is nil, or is not. As in
// [graph.askedFor], whether && or || combines it with others is not looked at.
func (g *graph) asksNil(cond ast.Expr, isNil bool) bool {
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return x.Op == token.NOT && g.asksNil(x.X, !isNil)
	case *ast.BinaryExpr:
		switch x.Op {
		case token.LAND, token.LOR:
			return g.asksNil(x.X, isNil) || g.asksNil(x.Y, isNil)
		case token.EQL, token.NEQ:
			return isNil == (x.Op == token.EQL) && (g.isPointer(x.X) && g.isNil(x.Y) || g.isNil(x.X) && g.isPointer(x.Y))
		}
	}
	return false
}

func (g *graph) isPointer(e ast.Expr) bool {
	t := g.info.TypeOf(e)
	return t != nil && syntax.IsPointer(t)
}

func (g *graph) isNil(e ast.Expr) bool { return g.info.Types[e].IsNil() }

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
