package missedcode

import (
	"go/ast"
	"go/token"
	"iter"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// afterwards reports whether what stands right behind a dispatch is for the codes
// without a case: it asks whether a variable that the cases assign is zero still,
// and gives all that they assign a value, or leaves; or it leaves if the variable is not zero, with
// something else behind. It also returns the statement that is for these codes.
func (c *checker) afterwards(d *dispatch) ([]ast.Stmt, bool) {
	next := d.follows()
	if len(next) == 0 {
		return nil, false
	}
	behind, ok := next[0].(*ast.IfStmt)
	if !ok || behind.Init != nil {
		return nil, false
	}
	var assigned []key
	all := c.assigned(d, d.branches)
	for _, lhs := range slices.Concat(all.set, all.added) {
		assigned = append(assigned, c.keyOf(lhs))
	}
	if behind.Else == nil && c.asks(token.NEQ, behind.Cond, c.surelySet(d, assigned, next[1:])) && c.terminates(behind.Body.List) {
		rest := next[1:]
		rest = rest[:min(1, len(rest))]
		return rest, !nothing(rest) && !c.onlyZero(rest) && !c.returnsOneOf(rest, assigned)
	}
	if !c.asks(token.EQL, behind.Cond, assigned) {
		return nil, false
	}
	leaves := c.terminates(behind.Body.List)
	for _, k := range assigned {
		if has, _ := c.gives(behind.Body, k, false); !has && !leaves {
			return nil, false
		}
	}
	return append([]ast.Stmt{behind}, behind.Body.List...), true
}

// surelySet returns the variables but for errors that a case may leave nil, as err = save(m) does: what
// goes on where such a one is nil is for the codes with that case, too, unless it has to do with the
// code, or tells of a failure.
func (c *checker) surelySet(d *dispatch, of []key, behind []ast.Stmt) []key {
	relatives := c.relatives(d)
	about := len(behind) > 0 && c.tellsOfFailure(d, behind[0])
	for _, stmt := range behind {
		ast.Inspect(stmt, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			about = about || ok && relatives[c.pass.TypesInfo.Uses[id]]
			return !about
		})
	}
	if about {
		return of
	}
	return slices.DeleteFunc(slices.Clone(of), func(k key) bool {
		mayBeNil := false
		for _, b := range d.branches {
			for _, stmt := range b.body {
				ast.Inspect(stmt, func(n ast.Node) bool {
					assign, ok := n.(*ast.AssignStmt)
					if !ok {
						return !mayBeNil
					}
					for i, lhs := range assign.Lhs {
						if rhs := assign.Rhs[min(i, len(assign.Rhs)-1)]; c.keyOf(lhs) == k && syntax.IsError(c.pass.TypesInfo.TypeOf(lhs)) {
							mayBeNil = mayBeNil || c.flow.Before(assign).Fails(rhs, false).Reachable()
						}
					}
					return !mayBeNil
				})
			}
		}
		return mayBeNil
	})
}

// returnsOneOf reports whether a statement returns one of some variables.
func (c *checker) returnsOneOf(list []ast.Stmt, of []key) bool {
	ret, ok := unlabelled(list[0]).(*ast.ReturnStmt)
	return ok && slices.ContainsFunc(ret.Results, func(e ast.Expr) bool { return slices.Contains(of, c.keyOf(e)) })
}

// inTheEnd reports whether a deferred function gives every result of the function a value where the
// cases, which all leave, have returned none. It also returns the statements that do.
func (c *checker) inTheEnd(d *dispatch) ([]ast.Stmt, bool) {
	typ, body := d.function()
	if typ == nil || typ.Results == nil {
		return nil, false
	}
	var by []ast.Stmt
	for _, field := range typ.Results.List {
		for _, name := range field.Names {
			stmt := c.deferred(d, body, c.keyOf(name))
			if stmt == nil {
				return nil, false
			}
			by = append(by, stmt)
		}
	}
	return by, len(by) > 0
}

// deferred returns the statement of a function deferred before a dispatch that gives a variable a
// value if it is zero.
func (c *checker) deferred(d *dispatch, body *ast.BlockStmt, target key) ast.Stmt {
	for stmt, ask := range d.deferredTests(body) {
		if c.asks(token.EQL, ask, []key{target}) {
			if has, _ := c.gives(stmt, target, false); has {
				return stmt
			}
		}
	}
	return nil
}

// deferredTests yields the conditions that the literals ask which a function's body defers before a dispatch, and the
// statements that these are for: the body of an if, a case of a switch without a tag.
func (d *dispatch) deferredTests(body *ast.BlockStmt) iter.Seq2[ast.Stmt, ast.Expr] {
	return func(yield func(ast.Stmt, ast.Expr) bool) {
		for _, stmt := range body.List {
			later, ok := stmt.(*ast.DeferStmt)
			if !ok || later.Pos() > d.node.Pos() {
				continue
			}
			lit, ok := ast.Unparen(later.Call.Fun).(*ast.FuncLit)
			if !ok {
				continue
			}
			for _, inner := range lit.Body.List {
				switch s := inner.(type) {
				case *ast.IfStmt:
					if s.Init == nil && !yield(s.Body, s.Cond) {
						return
					}
				case *ast.SwitchStmt:
					for _, clause := range s.Body.List {
						clause := clause.(*ast.CaseClause)
						if s.Tag == nil && s.Init == nil && len(clause.List) == 1 && !yield(clause, clause.List[0]) {
							return
						}
					}
				}
			}
		}
	}
}

// asks reports whether a condition, or one of those that it combines by &&,
// compares one of some variables with its zero value by == or !=, as > does.
func (c *checker) asks(op token.Token, cond ast.Expr, of []key) bool {
	test, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case test.Op == token.LAND:
		return c.asks(op, test.X, of) || c.asks(op, test.Y, of)
	}
	return (test.Op == op || op == token.NEQ && test.Op == token.GTR) && c.isZero(test.Y) && slices.Contains(of, c.keyOf(test.X))
}
