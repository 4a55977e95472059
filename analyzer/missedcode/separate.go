package missedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// separates reports whether a default, or what follows a dispatch, itself tells
// success from failures among the codes that it is for: by a condition, by the boolean that it gives,
// as by `return code == codes.ResponseSuccess`, by an error that is nil for one of them only, as code.Err() is, and what the
// request has returned beside the reply, or by the code's own text.
func (c *checker) separates(d *dispatch, body []ast.Stmt, rest []domain.Member) bool {
	found := c.endsInOwnText(d, body)
	apart := func(flow *codeflow.Result, at ast.Expr, assume func(s codeflow.State, outcome bool) codeflow.State) {
		before := flow.Before(at)
		found = found || c.tells(d, rest, assume(before, true), assume(before, false))
	}
	condition := func(e ast.Expr) {
		if e != nil {
			apart(c.flow, e, func(s codeflow.State, outcome bool) codeflow.State { return s.Assume(e, outcome) })
		}
	}
	deferred := make(map[*ast.FuncLit]bool)
	for _, stmt := range body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.DeferStmt:
				if lit, ok := ast.Unparen(n.Call.Fun).(*ast.FuncLit); ok {
					deferred[lit] = true // what is given there is given in the end
				}
			case *ast.FuncLit:
				return deferred[n]
			case *ast.IfStmt:
				condition(n.Cond)
			case *ast.ForStmt:
				condition(n.Cond)
			case *ast.SwitchStmt:
				if n.Tag != nil {
					found = found || c.about(d, n.Tag) // judged by itself
					return !found
				}
				for _, s := range n.Body.List {
					if clause, ok := s.(*ast.CaseClause); ok {
						for _, e := range clause.List {
							condition(e)
						}
					}
				}
			default:
				for _, boolean := range c.given(n, syntax.IsBoolean) {
					condition(boolean)
				}
				for _, err := range c.given(n, syntax.IsError) {
					// A success that could not be read to its end is a failure, too.
					apart(c.flow.Untroubled(), err, func(s codeflow.State, outcome bool) codeflow.State {
						return s.Fails(err, outcome)
					})
				}
			}
			return !found
		})
	}
	return found
}

// madeOfCode reports whether statements give a variable something that is made of the
// dispatch's code, as code.Description() is: of success that is not what it is of a failure.
// An error is one whatever the code, and the answer to a question may be the same.
func (c *checker) madeOfCode(d *dispatch, by []ast.Stmt) bool {
	found := false
	for _, stmt := range by {
		ast.Inspect(stmt, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Lhs) != len(assign.Rhs) {
				return !found
			}
			for _, e := range assign.Rhs {
				t := c.pass.TypesInfo.TypeOf(e)
				if t == nil || syntax.IsBoolean(t) || syntax.IsError(t) {
					continue
				}
				ast.Inspect(e, func(n ast.Node) bool {
					x, ok := n.(ast.Expr)
					found = found || ok && c.about(d, x)
					return !found
				})
			}
			return false
		})
	}
	return found
}

// given returns the values of a kind, errors or booleans, that a node puts in a place for one:
// it returns, stores, sends or hands them on. A log's arguments are no such place.
func (c *checker) given(n ast.Node, kind func(types.Type) bool) []ast.Expr {
	var values []ast.Expr
	give := func(e ast.Expr) {
		call, isCall := ast.Unparen(e).(*ast.CallExpr)
		if isCall && kind(c.lastType(call)) || !isCall && kind(c.pass.TypesInfo.TypeOf(e)) {
			values = append(values, ast.Unparen(e))
		}
	}
	switch n := n.(type) {
	case *ast.ReturnStmt:
		for _, e := range n.Results {
			give(e)
		}
	case *ast.AssignStmt:
		for i, e := range n.Rhs {
			if last := len(n.Lhs) - len(n.Rhs) + i; last >= 0 && kind(c.pass.TypesInfo.TypeOf(n.Lhs[last])) {
				give(e)
			}
		}
	case *ast.ValueSpec:
		for _, e := range n.Values {
			give(e)
		}
	case *ast.SendStmt:
		give(n.Value)
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				e = kv.Value
			}
			give(e)
		}
	case *ast.CallExpr:
		t := c.pass.TypesInfo.TypeOf(n.Fun)
		if t == nil {
			break
		}
		sig, ok := t.Underlying().(*types.Signature)
		for i, e := range n.Args {
			if ok && i < sig.Params().Len() && kind(sig.Params().At(i).Type()) {
				give(e)
			}
		}
	}
	return values
}

// tells reports whether a success code among some codes is in one of two states
// only, and failures in the other.
func (c *checker) tells(d *dispatch, among []domain.Member, yes, no codeflow.State) bool {
	a, known := yes.Codes(d.code)
	b, also := no.Codes(d.code)
	if !known || !also {
		return false
	}
	in := func(set codeflow.Codes) (members []domain.Member) {
		for _, m := range among {
			if set.Has(m.Text) {
				members = append(members, m)
			}
		}
		return members
	}
	return parts(in(a), in(b)) || parts(in(b), in(a))
}

// parts reports whether success is among some codes, and only failures among
// others.
func parts(with, without []domain.Member) bool {
	return hasSuccess(with) && !hasSuccess(without) && hasFailure(without)
}

// lastType returns the type of a call's last result.
func (c *checker) lastType(call *ast.CallExpr) types.Type {
	_, last := syntax.LastResult(c.pass.TypesInfo.TypeOf(call))
	return last
}
