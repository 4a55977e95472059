package wrongcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// setRight reports whether an error that a declaration makes of a code is only kept in a variable of its own, or in a part
// of one, and something behind that is done for success alone: the variable gets another value there, or what is left is
// left without it; or that is only looked at where the code has failed.
//
//	err := fmt.Errorf("refused: %w", r.Code)
//	if r.Code == codes.ResponseSuccess {
//		return nil
//	}
func (c *checker) setRight(decl ast.Decl, e, code ast.Expr, d *domain.Domain) bool {
	keeps, v := c.keptIn(decl, e)
	if v == nil {
		return false
	}
	if c.onlyForFailures(decl, keeps, v, code, d) {
		return true
	}
	succeeds := func(at codeflow.Codes) bool { return onlySuccess(at, d) }
	found := false
	ast.PreorderStack(decl, nil, func(n ast.Node, stack []ast.Node) bool {
		stmt, ok := n.(ast.Stmt)
		found = found || ok && stmt.Pos() > keeps.End() && c.leavesOrSets(stmt, v) && c.within(append(stack, stmt), keeps.End(), code, succeeds)
		return !found
	})
	return found
}

// onlyForFailures reports whether a variable is only mentioned, behind the statement that stores something in it, where a code
// is no success.
func (c *checker) onlyForFailures(decl ast.Decl, keeps ast.Node, v types.Object, code ast.Expr, d *domain.Domain) bool {
	fn, ok := decl.(*ast.FuncDecl)
	if !ok || v.Pos() < fn.Body.Pos() { // a result, which goes without saying
		return false
	}
	fails := func(at codeflow.Codes) bool {
		return !slices.ContainsFunc(d.Members(), func(m domain.Member) bool { return m.IsSuccess() && at.Has(m.Text) })
	}
	mentioned, only := false, true
	ast.PreorderStack(fn.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && c.pass.TypesInfo.Uses[id] == v && id.Pos() > keeps.End() {
			mentioned = true
			only = only && c.within(append(stack, id), keeps.End(), code, fails)
		}
		return only
	})
	return mentioned && only
}

// within reports whether what is innermost of some nodes is executed for codes of a kind alone, as a condition behind a place
// has it.
func (c *checker) within(nodes []ast.Node, behind token.Pos, code ast.Expr, are func(codeflow.Codes) bool) bool {
	for i, outer := range nodes[:len(nodes)-1] {
		var left []codeflow.State
		switch x := outer.(type) {
		case *ast.IfStmt:
			if inner := nodes[i+1]; x.Cond.Pos() > behind && (inner == x.Body || inner == x.Else) {
				left = append(left, c.flow.Before(x.Cond).Assume(x.Cond, inner == x.Body))
			}
		case *ast.CaseClause:
			tag := nodes[i-2].(ast.Stmt) // around the block
			for _, test := range x.List {
				if test.Pos() < behind {
					continue
				}
				s, ok := tag.(*ast.SwitchStmt)
				if ok && s.Tag != nil {
					left = append(left, c.flow.Before(test).AssumeEqual(s.Tag, test, true))
				} else if ok {
					left = append(left, c.flow.Before(test).Assume(test, true))
				}
			}
			if s, ok := tag.(*ast.SwitchStmt); ok && x.List == nil && s.Tag == nil {
				left = append(left, c.otherwise(s)...)
			}
		}
		only := len(left) > 0
		for _, state := range left {
			at, ok := state.Codes(code)
			only = only && ok && state.Reachable() && are(at)
		}
		if only {
			return true
		}
	}
	return false
}

// otherwise returns what is known where no case of a switch without a tag holds.
func (c *checker) otherwise(s *ast.SwitchStmt) (left []codeflow.State) {
	for _, clause := range s.Body.List {
		for _, test := range clause.(*ast.CaseClause).List {
			if left == nil {
				left = append(left, c.flow.Before(test))
			}
			left[0] = left[0].Assume(test, false)
		}
	}
	return left
}

// keptIn returns the statement that stores what an expression is part of in a local variable, or in a field of one, and the
// variable; nil if it does anything else.
func (c *checker) keptIn(decl ast.Decl, e ast.Expr) (stmt ast.Node, v types.Object) {
	ast.Inspect(decl, func(n ast.Node) bool {
		if n == nil || e.Pos() < n.Pos() || n.End() < e.End() {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncLit, *ast.ReturnStmt, *ast.SendStmt:
			stmt, v = nil, nil
		case *ast.AssignStmt:
			for i, x := range n.Rhs {
				if len(n.Lhs) == len(n.Rhs) && x.Pos() <= e.Pos() && e.End() <= x.End() {
					stmt, v = n, c.localOf(n.Lhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, x := range n.Values {
				if len(n.Names) == len(n.Values) && x.Pos() <= e.Pos() && e.End() <= x.End() {
					stmt, v = n, c.localOf(n.Names[i])
				}
			}
		}
		return true
	})
	return stmt, v
}

// localOf returns the variable of a function, which is no pointer, that an expression is, or a field of.
func (c *checker) localOf(e ast.Expr) types.Object {
	for {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok {
			break
		}
		e = sel.X
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := c.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || v.Parent() == c.pass.Pkg.Scope() || syntax.IsPointer(v.Type()) {
		return nil
	}
	return v
}

// leavesOrSets reports whether a statement stores something else in a variable, or leaves without mentioning it.
func (c *checker) leavesOrSets(stmt ast.Stmt, v types.Object) bool {
	switch s := stmt.(type) {
	case *ast.AssignStmt:
		for _, lhs := range s.Lhs {
			if s.Tok == token.ASSIGN && c.localOf(lhs) == v {
				return true
			}
		}
	case *ast.BranchStmt:
		return s.Tok == token.CONTINUE
	case *ast.ReturnStmt:
		mentions := len(s.Results) == 0
		for _, x := range s.Results {
			ast.Inspect(x, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				mentions = mentions || ok && c.pass.TypesInfo.Uses[id] == v
				return !mentions
			})
		}
		return !mentions
	}
	return false
}
