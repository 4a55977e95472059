package missedcode

import (
	"go/ast"
	"go/token"
	"slices"
)

// afterwards reports whether what stands right behind a dispatch is for the codes
// without a case: it asks whether a variable that the cases assign is zero still,
// and gives all that they assign a value, or leaves. It also returns that
// statement.
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
	if !c.asksZero(behind.Cond, assigned) {
		return nil, false
	}
	leaves := c.terminates(behind.Body.List)
	for _, k := range assigned {
		if has, _ := c.gives(behind.Body, k, false); !has && !leaves {
			return nil, false
		}
	}
	return next[:1], true
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
			if ask, ok := inner.(*ast.IfStmt); ok && ask.Init == nil && c.asksZero(ask.Cond, []key{target}) {
				if has, _ := c.gives(ask.Body, target, false); has {
					return ask
				}
			}
		}
	}
	return nil
}

// asksZero reports whether a condition, or one of those that it combines by &&,
// compares one of some variables with its zero value.
func (c *checker) asksZero(cond ast.Expr, of []key) bool {
	test, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	switch {
	case !ok:
		return false
	case test.Op == token.LAND:
		return c.asksZero(test.X, of) || c.asksZero(test.Y, of)
	}
	return test.Op == token.EQL && c.isZero(test.Y) && slices.Contains(of, c.keyOf(test.X))
}
