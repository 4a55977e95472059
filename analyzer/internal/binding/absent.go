package binding

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// returnsNothing reports whether a return statement says by its last result that the others mean
// nothing: by an error that is not written as nil, by false, or by a variable that is false there. Or
// it says so by the one before a nil error, or is for a nil pointer.
func (g *graph) returnsNothing(s *ast.ReturnStmt) bool {
	if g.missing[s] {
		return true
	}
	last := s.Results[len(s.Results)-1]
	tv, ok := g.info.Types[last]
	if ok && tv.IsNil() && len(s.Results) > 2 {
		tv = g.info.Types[s.Results[len(s.Results)-2]]
		return tv.Value != nil && isFalse(tv.Value)
	}
	switch {
	case len(s.Results) < 2 || !ok || tv.IsNil():
		return false
	case tv.Value != nil:
		return isFalse(tv.Value)
	case g.denied[s]:
		return true
	}
	return syntax.ImplementsError(tv.Type)
}

// holdsError reports whether a struct literal has an error in it that is not written as nil: result{0, err}.
func (g *graph) holdsError(lit *ast.CompositeLit) bool {
	return slices.ContainsFunc(lit.Elts, func(elt ast.Expr) bool {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			elt = kv.Value
		}
		tv := g.info.Types[elt]
		return tv.Type != nil && tv.Value == nil && !tv.IsNil() && types.IsInterface(tv.Type) && syntax.ImplementsError(tv.Type)
	})
}

func isFalse(v constant.Value) bool { return v.Kind() == constant.Bool && !constant.BoolVal(v) }

// noteMissing notes the return statements for which a pointer is nil, a lookup has found nothing or there is an
// error: return 0 after if r != nil {, where there is no reply that could have a code.
func (g *graph) noteMissing(n ast.Node) {
	switch n := n.(type) {
	case *ast.CaseClause:
		for _, test := range n.List {
			if g.asksMissing(test, nil, true) {
				g.missingIn(n.Body)
			}
		}
		g.missingAmong(n.Body)
	case *ast.BlockStmt:
		g.missingAmong(n.List)
	}
}

// missingAmong is for the returns in the ifs of a list, and right behind one that has left.
func (g *graph) missingAmong(list []ast.Stmt) {
	for i, stmt := range list {
		s, ok := stmt.(*ast.IfStmt)
		if !ok {
			continue
		}
		var before ast.Stmt
		if i > 0 {
			before = list[i-1]
		}
		last := s
		for last != nil {
			if last.Init != nil {
				before = last.Init
			}
			if g.asksMissing(last.Cond, before, true) {
				g.missingIn(last.Body.List)
			}
			if block, ok := last.Else.(*ast.BlockStmt); ok && g.asksMissing(last.Cond, before, false) {
				g.missingIn(block.List)
			}
			last, _ = last.Else.(*ast.IfStmt)
		}
		if i+1 == len(list) || s.Else != nil || len(s.Body.List) == 0 || !g.asksMissing(s.Cond, before, false) {
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

// asksMissing reports whether a condition asks whether something is missing, or is there, with the
// statement before it, which may have looked for it. As in [graph.askedFor], whether && or || combines it
// with others is not looked at.
func (g *graph) asksMissing(cond ast.Expr, before ast.Stmt, missing bool) bool {
	switch x := ast.Unparen(cond).(type) {
	case *ast.Ident:
		return !missing && g.findsBy(before, x)
	case *ast.UnaryExpr:
		return x.Op == token.NOT && g.asksMissing(x.X, before, !missing)
	case *ast.BinaryExpr:
		switch {
		case x.Op == token.LAND || x.Op == token.LOR:
			return g.asksMissing(x.X, before, missing) || g.asksMissing(x.Y, before, missing)
		case x.Op != token.EQL && x.Op != token.NEQ:
		case g.isNil(x.Y):
			return g.isMissing(x.X, x.Op == token.EQL) == missing && g.canMiss(x.X)
		case g.isNil(x.X):
			return g.isMissing(x.Y, x.Op == token.EQL) == missing && g.canMiss(x.Y)
		default:
			return (x.Op == token.EQL) == missing && g.isError(x.X) && g.saysNothing(x.X) && g.saysNothing(x.Y)
		}
	case *ast.CallExpr:
		fn, _ := syntax.Callee(g.info, x).(*types.Func)
		switch syntax.ErrorsFunction(fn) {
		case "Is", "As":
			return missing && len(x.Args) == 2 && g.saysNothing(x.Args[1])
		}
	}
	return false
}

func (g *graph) isError(e ast.Expr) bool {
	t := g.info.TypeOf(e)
	return t != nil && syntax.IsError(t)
}

// saysNothing reports whether an error, or what errors.As looks for one with, is of no type that holds codes:
// where there is a code, it may be another one that is returned for it.
func (g *graph) saysNothing(err ast.Expr) bool {
	t := g.info.TypeOf(err)
	return t != nil && g.statedDomain(t) == nil
}

// isMissing reports whether there is nothing where a pointer is nil, or is not, and where an error is.
func (g *graph) isMissing(e ast.Expr, isNil bool) bool {
	return isNil == syntax.IsPointer(g.info.TypeOf(e))
}

// canMiss reports whether an expression is a pointer or an error.
func (g *graph) canMiss(e ast.Expr) bool {
	t := g.info.TypeOf(e)
	return t != nil && (syntax.IsPointer(t) || syntax.IsError(t))
}

func (g *graph) isNil(e ast.Expr) bool { return g.info.Types[e].IsNil() }

// findsBy reports whether a statement is a lookup, a type assertion or a receive that answers by a
// variable whether there was something.
func (g *graph) findsBy(s ast.Stmt, answer *ast.Ident) bool {
	assign, ok := s.(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 2 || len(assign.Rhs) != 1 {
		return false
	}
	id, ok := assign.Lhs[1].(*ast.Ident)
	if !ok || object(g.info, id) == nil || object(g.info, id) != object(g.info, answer) {
		return false
	}
	switch x := ast.Unparen(assign.Rhs[0]).(type) {
	case *ast.TypeAssertExpr, *ast.IndexExpr:
		return true
	case *ast.UnaryExpr:
		return x.Op == token.ARROW
	}
	return false
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
