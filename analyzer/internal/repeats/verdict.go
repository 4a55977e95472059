package repeats

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Verdict is what a function that is called again says itself, by a boolean beside its error.
type Verdict int

// It says nothing; it is called again for true and an error, as matryer's try does; or for false
// without one, as a poll does.
const (
	NoVerdict Verdict = iota
	TrueWithError
	FalseWithoutError
)

// verdict returns by what a loop goes on, where the function that it calls brings a boolean beside its error. It fails
// if that is anything else than a verdict, or not known.
func (r *Result) verdict(u use) (Verdict, bool) {
	goes := func(value, failed bool) bool {
		o := outcome{info: r.pass.TypesInfo, use: u, value: value, failed: failed}
		end := o.statements(u.body.List)
		loop, ok := u.loop.(*ast.ForStmt)
		return end&again != 0 || end&behind != 0 && (!ok || o.cond(loop.Cond) != syntax.False)
	}
	switch [...]bool{goes(true, true), goes(false, true), goes(true, false), goes(false, false)} {
	case [...]bool{true, true, false, false}:
		return NoVerdict, true
	case [...]bool{true, false, false, false}, [...]bool{true, false, true, false}:
		return TrueWithError, true
	case [...]bool{false, false, false, true}:
		return FalseWithoutError, true
	}
	return NoVerdict, false
}

// An outcome is one of a call's results, as the loop around it looks at them.
type outcome struct {
	info   *types.Info
	use    use
	value  bool // what the boolean is
	failed bool // the error is not nil
}

// The ways in which statements can end.
const (
	behind = 1 << iota // with what follows them
	again              // with the next round
	left
)

// statements returns how a list of statements can end.
func (o outcome) statements(list []ast.Stmt) int {
	ends := 0
	for _, s := range list {
		end := o.statement(s)
		ends |= end &^ behind
		if end&behind == 0 {
			return ends
		}
	}
	return ends | behind
}

func (o outcome) statement(s ast.Stmt) int {
	switch s := s.(type) {
	case *ast.ReturnStmt:
		if o.use.callsItself(s) {
			return again
		}
		return left
	case *ast.BranchStmt:
		if s.Tok == token.CONTINUE {
			return again
		}
		return left
	case *ast.BlockStmt:
		return o.statements(s.List)
	case *ast.IfStmt:
		ends := 0
		is := o.cond(s.Cond)
		if is != syntax.False {
			ends |= o.statements(s.Body.List)
		}
		switch {
		case is == syntax.True:
		case s.Else != nil:
			ends |= o.statement(s.Else)
		default:
			ends |= behind
		}
		return ends
	case *ast.SwitchStmt:
		return o.clauses(s)
	case *ast.SelectStmt:
		ends := 0
		for _, clause := range s.Body.List {
			ends |= o.broken(o.statements(clause.(*ast.CommClause).Body), clause)
		}
		return ends
	}
	return behind
}

// clauses is statement for a switch.
func (o outcome) clauses(s *ast.SwitchStmt) int {
	ends := 0
	var otherwise ast.Stmt
	for _, c := range s.Body.List {
		clause := c.(*ast.CaseClause)
		if clause.List == nil {
			otherwise = clause
			continue
		}
		is := syntax.False
		for _, e := range clause.List {
			if s.Tag != nil {
				is = syntax.Unknown
			} else if t := o.cond(e); t == syntax.True || t == syntax.Unknown && is == syntax.False {
				is = t
			}
		}
		if is != syntax.False {
			ends |= o.broken(o.statements(clause.Body), clause)
		}
		if is == syntax.True {
			return ends
		}
	}
	if otherwise == nil {
		return ends | behind
	}
	return ends | o.broken(o.statements(otherwise.(*ast.CaseClause).Body), otherwise)
}

// broken is what the end of a clause's statements comes to: a break without a label leaves the switch, and no loop.
func (o outcome) broken(ends int, clause ast.Stmt) int {
	breaks, returns := false, false
	ast.Inspect(clause, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BranchStmt:
			breaks = breaks || n.Tok == token.BREAK && n.Label == nil
			returns = returns || n.Tok == token.BREAK && n.Label != nil
		case *ast.ReturnStmt:
			returns = true
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return false
		}
		return true
	})
	if ends&left != 0 && breaks {
		ends |= behind
		if !returns {
			ends &^= left
		}
	}
	return ends
}

// cond returns what a condition is for the outcome.
func (o outcome) cond(e ast.Expr) syntax.Truth {
	if e == nil {
		return syntax.True
	}
	return syntax.Decide(e, func(e ast.Expr) syntax.Truth {
		switch x := e.(type) {
		case *ast.Ident:
			if o.info.Uses[x] == types.Object(o.use.value) {
				return syntax.TruthOf(o.value)
			}
		case *ast.BinaryExpr:
			id, ok := ast.Unparen(x.X).(*ast.Ident)
			if ok && (x.Op == token.EQL || x.Op == token.NEQ) && o.info.Types[x.Y].IsNil() && o.info.Uses[id] == types.Object(o.use.result) {
				return syntax.TruthOf(o.failed == (x.Op == token.NEQ))
			}
		}
		return syntax.Unknown
	})
}

// asksValue reports whether a condition asks what a call has brought beside its error, other than where there is none.
func (r *Result) asksValue(decl *ast.FuncDecl, u use) bool {
	info := r.pass.TypesInfo
	asks := false
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || asks || info.Uses[id] != types.Object(u.value) {
			return !asks
		}
		inner, without := n, false
		for _, outer := range slices.Backward(stack) {
			switch p := outer.(type) {
			case *ast.BinaryExpr:
				without = without || p.Op == token.LAND && (u.isNoError(info, p.X) || u.isNoError(info, p.Y))
			case *ast.IfStmt:
				asks = asks || p.Cond == inner && !without
				without = without || p.Body == inner && u.isNoError(info, p.Cond)
			case *ast.ForStmt:
				asks = asks || p.Cond == inner && !without
			case *ast.SwitchStmt:
				asks = asks || p.Tag == inner && !without
			case *ast.CaseClause:
				asks = asks || !without && slices.ContainsFunc(p.List, func(e ast.Expr) bool { return e == inner })
			}
			inner = outer
		}
		return true
	})
	return asks
}
