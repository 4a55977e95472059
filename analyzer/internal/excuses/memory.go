package excuses

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what sends a message and remembers for which outcomes it sends no more:
//
//	func (s *sender) send(m Message) error {
//		if err := s.refused[m.To]; err != nil {
//			return err
//		}
//		…
//		if !r.Code.Retryable() {
//			s.refused[m.To] = r.Code
//		}
//
// Who calls that again asks the API for some codes only, and nobody knows for which.

// Remembers reports whether a call is of what leaves without a request by something that it has kept of an outcome before, or
// of what calls such a function.
func (ex *Excuses) Remembers(fetch *ast.CallExpr) bool {
	return fetch != nil && ex.remembersDeep(fetch, make(map[ast.Node]bool))
}

func (ex *Excuses) remembersDeep(call *ast.CallExpr, seen map[ast.Node]bool) bool {
	var bodies []ast.Node
	for _, arg := range call.Args {
		if lit := ex.LiteralCalled(arg); lit != nil {
			bodies = append(bodies, lit.Body)
		}
	}
	if body := ex.bodyOf(call); body != nil {
		bodies = append(bodies, body)
	}
	for _, body := range bodies {
		if seen[body] {
			continue
		}
		seen[body] = true
		found := ex.remembersIn(body)
		syntax.InspectFunc(body, func(n ast.Node) {
			inner, ok := n.(*ast.CallExpr)
			found = found || ok && ex.remembersDeep(inner, seen)
		})
		if found {
			return true
		}
	}
	return false
}

// remembersIn reports whether a body leaves by a field of which it stores something for some outcomes, further on.
func (ex *Excuses) remembersIn(body ast.Node) bool {
	asked, exact := make(map[*types.Var]bool), make(map[*types.Var]bool)
	syntax.InspectFunc(body, func(n ast.Node) {
		s, ok := n.(*ast.IfStmt)
		if !ok || !points.LeavesBy(s.Body.List) && s.Else == nil && !ex.callsIn(s.Body) {
			return
		}
		for f := range ex.readFor(s) {
			asked[f] = true
			exact[f] = exact[f] || ex.asksOutcome(s.Cond)
		}
	})
	return len(asked) > 0 && ex.keepsOutcome(body, asked, exact, 0)
}

// callsIn reports whether a block, but for what leaves it, has an error from a call: what a question guards may be the request.
func (ex *Excuses) callsIn(body *ast.BlockStmt) bool {
	found := false
	syntax.InspectFunc(body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && syntax.ImplementsError(lastOf(ex.pass.TypesInfo.TypeOf(call))) && !ex.Passive(syntax.Callee(ex.pass.TypesInfo, call))
	})
	return found
}

// lastOf returns the type of the last of several results.
func lastOf(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(tuple.Len() - 1).Type()
	}
	return t
}

// readFor returns the fields that a statement reads to decide: in its condition, and what comes before that.
func (ex *Excuses) readFor(s *ast.IfStmt) map[*types.Var]bool {
	read := ex.requests.ReadBy(s.Cond)
	ast.Inspect(s.Cond, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if v := ex.Variable(id); ok && v != nil && !v.IsField() {
			if by := ex.Last(v); by != nil && by.End() <= s.Cond.Pos() {
				for f := range ex.requests.ReadBy(by) {
					read[f] = true
				}
			}
		}
		return true
	})
	return read
}

// keepsOutcome reports whether a body, or what it calls, stores to a field of some, for some outcomes only, or to one that is asked
// about an outcome.
func (ex *Excuses) keepsOutcome(body ast.Node, asked, exact map[*types.Var]bool, depth int) bool {
	if depth > points.Deepest {
		return false
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				f := fieldOf(ex.pass.TypesInfo, lhs)
				found = found || n.Tok == token.ASSIGN && f != nil && asked[f] && (exact[f] || ex.isForOutcome(body, n)) && !ex.onlyForSuccess(n)
			}
		case *ast.CallExpr:
			if decl := ex.DeclOf(n); decl != nil && decl.Body != nil && slices.ContainsFunc(n.Args, ex.isOutcome) {
				found = found || ex.keepsOutcome(decl.Body, asked, exact, depth+1)
			}
		}
		return !found
	})
	return found
}

// fieldOf returns the field that something is stored in, or in an element of; nil for none.
func fieldOf(info *types.Info, lhs ast.Expr) *types.Var {
	if x, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
		lhs = x.X
	}
	f := syntax.Field(info, lhs)
	if f == nil {
		return nil
	}
	return f.Origin()
}

// isForOutcome reports whether a body comes to a statement only for some outcomes, by what it asks about them.
func (ex *Excuses) isForOutcome(body, at ast.Node) bool {
	_, path := ex.PathTo(at)
	for _, outer := range path {
		if outer == body {
			break
		}
		switch s := outer.(type) {
		case *ast.IfStmt:
			if ex.asksOutcome(s.Cond) {
				return true
			}
		case *ast.CaseClause:
			if slices.ContainsFunc(s.List, ex.asksOutcome) {
				return true
			}
		case *ast.SwitchStmt:
			if s.Tag != nil && ex.tellsOf(s.Tag) {
				return true
			}
		case *ast.TypeSwitchStmt:
			return true
		}
	}
	return false
}

// asksOutcome reports whether a condition asks about an outcome more than whether there is an error.
func (ex *Excuses) asksOutcome(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			found = found || slices.ContainsFunc(syntax.Given(ex.pass.TypesInfo, n), ex.tellsOf)
		case *ast.BinaryExpr:
			found = found || ex.tellsOf(n.X) && !ex.pass.TypesInfo.Types[n.Y].IsNil() || ex.tellsOf(n.Y) && !ex.pass.TypesInfo.Types[n.X].IsNil()
		case *ast.Ident: // ok of code, ok := err.(Code)
			v := ex.Variable(n)
			if v == nil || v.IsField() || ex.Last(v) == nil {
				break
			}
			if assert, ok := ast.Unparen(ex.Last(v)).(*ast.TypeAssertExpr); ok {
				found = found || ex.Tells(ex.pass.TypesInfo.TypeOf(assert.X))
			}
		}
		return !found
	})
	return found
}

// tellsOf reports whether an expression is an outcome, or made of a code.
func (ex *Excuses) tellsOf(e ast.Expr) bool { return ex.isOutcome(e) || ex.MadeOfCode(e) }

// onlyForSuccess reports whether a function comes to a statement only after a success.
func (ex *Excuses) onlyForSuccess(n ast.Node) bool {
	return slices.ContainsFunc(ex.Before(n).Origins(), func(o points.Source) bool { return o.Failing() == 0 })
}
