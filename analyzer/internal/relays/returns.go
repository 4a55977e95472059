package relays

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A body is a function that may hand on what a site brings.
type body struct {
	*Result
	*ast.BlockStmt
	sig    *types.Signature
	site   *site
	err    *types.Var // that holds its error; nil if it is returned at once
	values map[*types.Var]int
	error  Error
}

// handsOn returns which results of a site a function returns, and what its error has of the site's; it fails if there
// are ways on which it returns something else behind it, or no error before.
func (r *Result) handsOn(list *ast.BlockStmt, sig *types.Signature, s *site) (results []int, err Error, ok bool) {
	if sig.Results().Len() == 0 {
		return nil, 0, false
	}
	b := &body{Result: r, BlockStmt: list, sig: sig, site: s, values: make(map[*types.Var]int)}
	stmt := statementOf(list, s.call)
	if stmt == nil {
		return nil, 0, false
	}
	if ret, isReturn := stmt.(*ast.ReturnStmt); isReturn {
		if results, ok = b.returned(ret); !ok || !b.namedStay() {
			return nil, 0, false
		}
	} else if !b.stored(stmt) {
		return nil, 0, false
	}
	ok = true
	ast.PreorderStack(list, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			switch {
			case !ok || n == stmt:
			case n.Pos() < s.call.Pos():
				ok = b.failsBefore(n) && !b.tells()
			default:
				var of []int
				if of, ok = b.handedOn(n, stack); of != nil {
					results = common(results, of)
				}
			}
		}
		return ok
	})
	return results, b.error, ok && results != nil
}

// statementOf returns the statement of a list that a call is in, if that is one whenever the list is: it stores what
// the call brings, or returns it.
func statementOf(list *ast.BlockStmt, call *ast.CallExpr) ast.Stmt {
	for _, stmt := range list.List {
		if stmt.Pos() > call.Pos() || call.End() > stmt.End() {
			continue
		}
		if s, ok := stmt.(*ast.IfStmt); ok {
			stmt = s.Init
		}
		switch stmt := stmt.(type) {
		case *ast.ReturnStmt:
			return stmt
		case *ast.AssignStmt:
			if len(stmt.Rhs) == 1 && ast.Unparen(stmt.Rhs[0]) == ast.Expr(call) {
				return stmt
			}
		}
	}
	return nil
}

// returned returns which of the site's results a statement returns that calls it; it fails if its error is not one.
func (b *body) returned(ret *ast.ReturnStmt) ([]int, bool) {
	n := b.sig.Results().Len()
	is := func(e ast.Expr) bool { return ast.Unparen(e) == ast.Expr(b.site.call) }
	if len(ret.Results) == 1 && is(ret.Results[0]) {
		return slices.Clone(b.site.results), len(b.site.results) == n && b.site.failed == n-1
	}
	if len(ret.Results) != n || len(b.site.results) != 1 {
		return nil, false
	}
	last := ret.Results[n-1]
	if !is(last) {
		err, nils, ok := b.wrapping(last, is)
		if !ok || !nils {
			return nil, false
		}
		b.error = err
	}
	return append(others(n-1), b.site.results[0]), true
}

func others(n int) []int { return slices.Repeat([]int{-1}, n) }

// stored notes the variables that hold what the site brings. It fails if its error is in none, or something may set that.
func (b *body) stored(stmt ast.Stmt) bool {
	s, ok := stmt.(*ast.AssignStmt)
	if !ok || len(s.Lhs) != len(b.site.results) {
		return false
	}
	for i, lhs := range s.Lhs {
		v := b.variable(lhs)
		switch {
		case i == b.site.failed:
			b.err = v
		case v != nil && b.assignments(v, nil) == 1:
			b.values[v] = i
		}
	}
	return b.err != nil && b.keeps(b.err)
}

// namedStay reports whether nothing sets the error that a function returns, if that has a name.
func (b *body) namedStay() bool {
	return b.keeps(b.sig.Results().At(b.sig.Results().Len() - 1))
}

// keeps reports whether a variable holds the site's error, or one that wraps it, from where the site stores it.
func (b *body) keeps(v *types.Var) bool {
	others := 0
	b.assignments(v, func(s *ast.AssignStmt, i int, stack []ast.Node) {
		switch {
		case ast.Unparen(s.Rhs[0]) == ast.Expr(b.site.call), recovers(b.pass.TypesInfo, stack):
		case len(s.Lhs) == len(s.Rhs) && b.wraps(s.Rhs[i], v):
		default:
			others++
		}
	})
	return others == 0
}

// wraps reports whether an expression wraps the error that a variable holds, and notes how.
func (b *body) wraps(e ast.Expr, v *types.Var) bool {
	err, _, ok := b.wrapping(e, func(arg ast.Expr) bool { return b.variable(arg) == v })
	if ok {
		b.error = max(b.error, err)
	}
	return ok
}

// assignments counts what sets a variable, and calls visit for the assignments: also its address may be taken.
func (b *body) assignments(v *types.Var, visit func(s *ast.AssignStmt, i int, stack []ast.Node)) int {
	n := 0
	ast.PreorderStack(b.BlockStmt, nil, func(node ast.Node, stack []ast.Node) bool {
		switch s := node.(type) {
		case *ast.AssignStmt:
			for i, lhs := range s.Lhs {
				if b.variable(lhs) == v {
					if n++; visit != nil {
						visit(s, i, stack)
					}
				}
			}
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{s.Key, s.Value} {
				if e != nil && b.variable(e) == v {
					n += 2
				}
			}
		case *ast.UnaryExpr:
			if s.Op == token.AND && b.variable(s.X) == v {
				n += 2
			}
		}
		return true
	})
	return n
}

// recovers reports whether what stands within some nodes is done about a panic.
func recovers(info *types.Info, stack []ast.Node) bool {
	lit, outer := literalAround(stack)
	if lit == nil || len(outer) < 2 {
		return false
	}
	if _, ok := outer[len(outer)-2].(*ast.DeferStmt); !ok {
		return false
	}
	return syntax.CallsBuiltin(info, lit.Body, "recover")
}

// failsBefore reports whether a statement before the site returns an error for sure: a breaker that is open.
func (b *body) failsBefore(ret *ast.ReturnStmt) bool {
	if len(ret.Results) != b.sig.Results().Len() {
		return false
	}
	return !b.pass.TypesInfo.Types[ret.Results[len(ret.Results)-1]].IsNil()
}

// tells reports whether the function of the site asks its error for something, or tells the package of it: it may
// not call again what has failed in a way that it remembers.
func (b *body) tells() bool {
	if b.err == nil {
		return false
	}
	tells := false
	ast.PreorderStack(b.BlockStmt, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || b.pass.TypesInfo.Uses[id] != types.Object(b.err) {
			return true
		}
		call, ok := unparenthesized(stack).(*ast.CallExpr)
		if !ok || b.wraps(call, b.err) {
			return true
		}
		fn, _ := typeutil.Callee(b.pass.TypesInfo, call).(*types.Func)
		t := b.pass.TypesInfo.TypeOf(call)
		tells = tells || fn == nil || fn.Pkg() == b.pass.Pkg || t != nil && (syntax.IsBoolean(t) || isTuple(t)) && syntax.ErrorsFunction(fn) != "Is"
		return true
	})
	return tells
}

func isTuple(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	return ok && tuple.Len() > 0
}

// handedOn returns which of the site's results a statement behind the site returns, nil if it returns an error there: of
// the others nobody wants to know. It fails where the error that is returned is not the site's.
func (b *body) handedOn(ret *ast.ReturnStmt, stack []ast.Node) ([]int, bool) {
	exprs := ret.Results
	n := b.sig.Results().Len()
	if b.err == nil {
		return nil, false
	}
	if len(exprs) == 0 {
		return b.bare(n)
	}
	if len(exprs) != n {
		return nil, false
	}
	last := exprs[n-1]
	failed := b.failedAt(stack, ret)
	switch {
	case b.variable(last) == b.err:
	case b.wraps(last, b.err):
		if _, nils, _ := b.wrapping(last, func(arg ast.Expr) bool { return b.variable(arg) == b.err }); !nils && failed != syntax.True {
			return nil, false // an error without one
		}
	case b.pass.TypesInfo.Types[last].IsNil():
		if failed != syntax.False {
			return nil, false
		}
	case failed == syntax.False && b.callsOther(last): // return tx.Commit()
	case failed == syntax.True && b.isError(last):
		b.error = Another
	default:
		return nil, false
	}
	if failed == syntax.True {
		return nil, true
	}
	results := others(n)
	for i, e := range exprs[:n-1] {
		if at, ok := b.values[b.variable(e)]; ok {
			results[i] = b.site.results[at]
		}
	}
	results[n-1] = b.site.results[b.site.failed]
	return results, true
}

// bare is handedOn for a statement that returns what is in the results' names.
func (b *body) bare(n int) ([]int, bool) {
	if b.sig.Results().At(n-1) != b.err {
		return nil, false
	}
	results := others(n)
	for i := range n {
		if at, ok := b.values[b.sig.Results().At(i)]; ok {
			results[i] = b.site.results[at]
		}
	}
	results[n-1] = b.site.results[b.site.failed]
	return results, true
}

// isError reports whether an expression is an error for sure.
func (b *body) isError(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		_, lit := ast.Unparen(x.X).(*ast.CompositeLit)
		return lit
	case *ast.CompositeLit:
		return true
	case *ast.CallExpr:
		fn, _ := typeutil.Callee(b.pass.TypesInfo, x).(*types.Func)
		return syntax.MakesPlainError(fn) || syntax.IsFunction(fn, "fmt", "Errorf")
	}
	return syntax.PackageVariable(b.pass.TypesInfo, e) != nil
}

// callsOther reports whether an expression is a call of another package's function, which fails, if it does, by other
// trouble.
func (b *body) callsOther(e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, _ := typeutil.Callee(b.pass.TypesInfo, call).(*types.Func)
	return fn != nil && fn.Pkg() != nil && fn.Pkg() != b.pass.Pkg
}

// common returns what two lists of results have in common; the first is nil if it is not known yet.
func common(a, b []int) []int {
	if a == nil {
		return b
	}
	both := slices.Clone(a)
	for i := range both {
		if both[i] != b[i] {
			both[i] = -1
		}
	}
	return both
}

// byFormat returns what fmt.Errorf has of one of its arguments.
func (r *Result) byFormat(call *ast.CallExpr, at int) Error {
	format := r.pass.TypesInfo.Types[call.Args[0]].Value
	if format == nil || format.Kind() != constant.String {
		return Another
	}
	if wraps, ok := syntax.WrappedBy(constant.StringVal(format)); ok && len(wraps) == 1 && wraps[0] == at-1 {
		return Wrapped
	}
	return Another
}
