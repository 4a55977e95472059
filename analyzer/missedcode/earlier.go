package missedcode

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// keptEarlier reports whether what stands right before a dispatch, in its list, has kept every code that fails:
// counts[code]++, `if code != codes.ResponseSuccess { failed = append(failed, r) }`, or has given it to somebody who keeps it,
// `if _, err := db.Exec(insert, r.To, int(code)); err != nil { return err }`. What is given a whole reply there may be what
// fills it.
func (c *checker) keptEarlier(d *dispatch, rest []domain.Member) bool {
	if len(d.path) == 0 {
		return false
	}
	list := syntax.Statements(d.path[len(d.path)-1])
	for i := slices.Index(list, d.node) - 1; i >= 0; i-- {
		s := unlabelled(list[i])
		if c.files(d, s) || c.puts(d, s) && c.failsAlone(d, s, rest) || c.saves(d, s) {
			return true
		}
		if test, ok := s.(*ast.IfStmt); ok && test.Init == nil && !c.terminates(test.Body.List) && c.told(d, []ast.Stmt{s}, rest) {
			return true
		}
		if !c.goesOn(d, s) && !c.looksAtError(s) {
			return false
		}
	}
	return false
}

// saves reports whether a statement gives a dispatch's code to somebody who may fail with it.
func (c *checker) saves(d *dispatch, s ast.Stmt) bool {
	if test, ok := s.(*ast.IfStmt); ok {
		if s = test.Init; !c.looksAtError(test) {
			return false
		}
	}
	var call *ast.CallExpr
	switch s := s.(type) {
	case *ast.AssignStmt:
		if len(s.Rhs) == 1 {
			call, _ = ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
		}
	case *ast.ExprStmt:
		call, _ = ast.Unparen(s.X).(*ast.CallExpr)
	}
	return call != nil && !c.shows(call) && c.givesAway(d, call)
}

// looksAtError reports whether a statement does nothing but leave where there is an error.
func (c *checker) looksAtError(s ast.Stmt) bool {
	test, ok := s.(*ast.IfStmt)
	if !ok || test.Else != nil || !c.terminates(test.Body.List) {
		return false
	}
	cond, ok := ast.Unparen(test.Cond).(*ast.BinaryExpr)
	return ok && cond.Op == token.NEQ && c.pass.TypesInfo.Types[cond.Y].IsNil() && syntax.IsError(c.pass.TypesInfo.TypeOf(cond.X))
}

// puts reports whether a statement puts a dispatch's code, or what has it in it, on a list or a channel.
func (c *checker) puts(d *dispatch, s ast.Stmt) bool {
	if assign, ok := s.(*ast.AssignStmt); ok {
		if len(assign.Lhs) != 1 || len(assign.Rhs) != 1 || assign.Tok != token.ASSIGN || !c.appends(assign.Rhs[0], c.keyOf(assign.Lhs[0])) {
			return false
		}
	}
	return c.keeps(d, s)
}
