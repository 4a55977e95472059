package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
)

// about reports whether an expression is a dispatch's code, by the name that the dispatch has for it, or by another one:
// e.Code, where the dispatch is `switch r := e.Code; r {`.
func (c *checker) about(d *dispatch, e ast.Expr) bool {
	k := c.keyOf(e)
	return k == d.key || c.names(d)[k]
}

// names returns the other names of a dispatch's code: of the variable that it is copied to, and of where a variable has it
// from.
func (c *checker) names(d *dispatch) map[key]bool {
	if d.names != nil {
		return d.names
	}
	d.names = make(map[key]bool)
	_, body := d.function()
	if body == nil || d.key.root == nil {
		return d.names
	}
	copies := c.copiesIn(body)
	if from, ok := copies[d.key]; ok {
		d.names[from] = true
	}
	for variable, from := range copies {
		if from == d.key {
			d.names[variable] = true
		}
	}
	return d.names
}

// copiesIn returns what the variables of a function are copies of, but for those that get another value somewhere.
func (c *checker) copiesIn(body *ast.BlockStmt) map[key]key {
	if copies, ok := c.copies[body]; ok {
		return copies
	}
	stores := make(map[types.Object]int)
	copies := make(map[key]key)
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				k := c.keyOf(lhs)
				if k.root == nil || k.path != "" {
					continue
				}
				stores[k.root]++
				if len(n.Lhs) == len(n.Rhs) {
					copies[k] = c.keyOf(n.Rhs[i])
				}
			}
		case *ast.IncDecStmt:
			stores[c.keyOf(n.X).root]++
		case *ast.RangeStmt:
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if e != nil {
					stores[c.keyOf(e).root]++
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				k := c.keyOf(name)
				stores[k.root]++
				if len(n.Names) == len(n.Values) {
					copies[k] = c.keyOf(n.Values[i])
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				stores[c.keyOf(n.X).root] += 2 // who knows what is stored there
			}
		}
		return true
	})
	maps.DeleteFunc(copies, func(variable, from key) bool { return stores[variable.root] != 1 || from.root == nil })
	c.copies[body] = copies
	return copies
}

// inits returns what the variables are copies of that an if declares in its init statement, `if c := r.ResponseCode; c == 5 {`, and
// that get no other value: each such if may have one of its own. A code of which one if alone has a copy has that name there.
func (c *checker) inits() map[types.Object]ast.Expr {
	if c.declared != nil {
		return c.declared
	}
	c.declared = make(map[types.Object]ast.Expr)
	found := make(map[types.Object]ast.Expr)
	copies := make(map[key]int)
	ast.Inspect(c.file, func(n ast.Node) bool {
		s, ok := n.(*ast.IfStmt)
		if !ok {
			return true
		}
		init, ok := s.Init.(*ast.AssignStmt)
		if !ok || init.Tok != token.DEFINE || len(init.Lhs) != 1 || len(init.Rhs) != 1 || !c.isCode(init.Rhs[0]) {
			return true
		}
		id, ok := init.Lhs[0].(*ast.Ident)
		if !ok || c.keyOf(init.Rhs[0]).root == nil || c.storesAgain(s, c.pass.TypesInfo.Defs[id]) {
			return true
		}
		found[c.pass.TypesInfo.Defs[id]] = init.Rhs[0]
		copies[c.keyOf(init.Rhs[0])]++
		return true
	})
	maps.DeleteFunc(found, func(_ types.Object, from ast.Expr) bool { return copies[c.keyOf(from)] < 2 })
	c.declared = found
	return c.declared
}

// storesAgain reports whether an if stores something in a variable that its init statement declares.
func (c *checker) storesAgain(s *ast.IfStmt, v types.Object) bool {
	is := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && c.pass.TypesInfo.Uses[id] == v
	}
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			found = found || slices.ContainsFunc(n.Lhs, is)
		case *ast.IncDecStmt:
			found = found || is(n.X)
		case *ast.RangeStmt:
			found = found || n.Key != nil && is(n.Key) || n.Value != nil && is(n.Value)
		case *ast.UnaryExpr:
			found = found || n.Op == token.AND && is(n.X)
		}
		return !found
	})
	return found
}

// severalNames reports whether the conditions of a dispatch have several names for its code, that each declares for itself.
func (c *checker) severalNames(d *dispatch) bool {
	root := c.rootOf(d.code)
	several := false
	for _, test := range d.tests() {
		if code := c.codeIn(d, test); code != nil {
			several = several || c.rootOf(code) != root
		}
	}
	return several && c.inits()[root] != nil
}

// codeIn returns what a condition compares that is a dispatch's code, nil if it compares none.
func (c *checker) codeIn(d *dispatch, cond ast.Expr) (code ast.Expr) {
	atoms(cond, false, func(atom ast.Expr, _ bool) {
		if eq, ok := c.equality(atom); ok && code == nil && c.keyOf(eq.code) == d.key {
			code = eq.code
		}
	})
	return code
}

// localCode returns a dispatch's code by the name that a condition has for it.
func (c *checker) localCode(d *dispatch, cond ast.Expr) ast.Expr {
	if code := c.codeIn(d, cond); code != nil {
		return code
	}
	return d.code
}
