package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// passesReply reports whether a statement hands the reply that has a dispatch's code, all of it, or a struct with the code
// in it, to somebody who can look: it sends it, or calls a function with it, other than one that only shows it to people.
func (c *checker) passesReply(d *dispatch, stmt ast.Stmt) bool {
	replies := c.repliesOf(d)
	whole := func(e ast.Expr) bool {
		if x, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && x.Op == token.AND {
			e = x.X
		}
		k := c.keyOf(e)
		return k.path == "" && slices.Contains(replies, k.root) || c.contains(d, e)
	}
	called := func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || c.pass.TypesInfo.Types[call.Fun].IsType() {
			return false
		}
		if !slices.ContainsFunc(call.Args, whole) && !c.givesAway(d, call) {
			return false
		}
		_, builtin := syntax.Callee(c.pass.TypesInfo, call).(*types.Builtin) // append, whose list says nothing
		return !builtin && !c.shows(call)
	}
	switch s := unlabelled(stmt).(type) {
	case *ast.SendStmt:
		return whole(s.Value)
	case *ast.ExprStmt:
		return called(s.X)
	case *ast.ReturnStmt:
		return slices.ContainsFunc(s.Results, called)
	case *ast.AssignStmt:
		return len(s.Rhs) == 1 && called(s.Rhs[0])
	case *ast.IfStmt:
		init, ok := s.Init.(*ast.AssignStmt)
		return ok && len(init.Rhs) == 1 && called(init.Rhs[0])
	}
	return false
}

// givesAway reports whether a call gives a dispatch's code to another package, or whoever implements an interface, which may fail
// with it: a database.
func (c *checker) givesAway(d *dispatch, call *ast.CallExpr) bool {
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	recv := fn.Signature().Recv()
	return (fn.Pkg() != c.pass.Pkg || recv != nil && types.IsInterface(recv.Type())) && syntax.IsError(c.lastType(call)) &&
		slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return c.about(d, arg) })
}

// repliesOf returns the variables of the reply that has a dispatch's code: the one in which it is looked up, or which
// the variable that holds it was set from.
func (c *checker) repliesOf(d *dispatch) (all []types.Object) {
	if d.key.root == nil {
		return nil
	}
	if d.key.path != "" {
		return []types.Object{d.key.root}
	}
	_, body := d.function()
	if body == nil {
		return nil
	}
	ast.Inspect(body, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 || c.keyOf(assign.Lhs[0]) != d.key {
			return true
		}
		if from := c.keyOf(assign.Rhs[0]); from.root != nil && from.path != "" {
			all = append(all, from.root)
		}
		return true
	})
	return all
}

// onlyShows reports whether a statement is a call that only shows something to people, as a log does.
func (c *checker) onlyShows(s ast.Stmt) bool {
	expr, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(expr.X).(*ast.CallExpr)
	return ok && c.shows(call) && c.flow.MayReturn(call)
}

func (c *checker) shows(call *ast.CallExpr) bool {
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	return ok && syntax.Shows(fn)
}

// makesErrorInTheEnd reports whether what follows a dispatch returns no error, and a function that was deferred before
// makes one of all codes that fail.
func (c *checker) makesErrorInTheEnd(d *dispatch, next []ast.Stmt, rest []domain.Member) bool {
	if len(next) == 0 || !nothing(next) && !c.onlyZero(next) {
		return false
	}
	typ, body := d.function()
	if typ == nil || typ.Results == nil {
		return false
	}
	var errs []key
	for _, field := range typ.Results.List {
		for _, name := range field.Names {
			if obj := c.pass.TypesInfo.Defs[name]; obj != nil && syntax.IsError(obj.Type()) {
				errs = append(errs, key{root: obj})
			}
		}
	}
	for stmt, ask := range d.deferredTests(body) {
		if slices.ContainsFunc(errs, func(err key) bool { has, _ := c.gives(stmt, err, false); return has }) && c.asksForFailures(d, ask, rest) {
			return true
		}
	}
	return false
}

// asksForFailures reports whether the condition of a deferred function holds for all codes of a list that fail, and
// for no success.
func (c *checker) asksForFailures(d *dispatch, cond ast.Expr, list []domain.Member) bool {
	before, ok := c.flow.Deferred(cond)
	if !ok {
		return false
	}
	yes, known := before.Assume(cond, true).Codes(d.code)
	no, also := before.Assume(cond, false).Codes(d.code)
	return known && also && divides(list, yes, no)
}
