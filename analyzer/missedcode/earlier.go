package missedcode

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// keptEarlier reports whether what stands right before a dispatch, in its list, has kept every code that fails:
// counts[code]++, `if code != codes.ResponseSuccess { failed = append(failed, r) }`. What is given a whole reply there may
// be what fills it.
func (c *checker) keptEarlier(d *dispatch, rest []domain.Member) bool {
	if len(d.path) == 0 {
		return false
	}
	list := syntax.Statements(d.path[len(d.path)-1])
	for i := slices.Index(list, d.node) - 1; i >= 0; i-- {
		s := unlabelled(list[i])
		if c.files(d, s) || c.puts(d, s) && c.failsAlone(d, s, rest) {
			return true
		}
		if test, ok := s.(*ast.IfStmt); ok && test.Init == nil && !c.terminates(test.Body.List) && c.told(d, []ast.Stmt{s}, rest) {
			return true
		}
		if !c.goesOn(d, s) {
			return false
		}
	}
	return false
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
