package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
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
