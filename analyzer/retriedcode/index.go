package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// index notes where functions are declared, and what variables are assigned.
func (c *checker) index() {
	info := c.pass.TypesInfo
	assign := func(lhs, rhs ast.Expr) {
		switch x := ast.Unparen(lhs).(type) {
		case *ast.Ident:
			if v, ok := info.ObjectOf(x).(*types.Var); ok {
				c.assigned[v.Origin()] = append(c.assigned[v.Origin()], rhs)
			}
		case *ast.SelectorExpr:
			if v, ok := info.ObjectOf(x.Sel).(*types.Var); ok {
				c.assigned[v.Origin()] = append(c.assigned[v.Origin()], rhs)
			}
		}
	}
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if fn, ok := info.Defs[n.Name].(*types.Func); ok {
					c.decls[fn] = n
				}
			case *ast.AssignStmt:
				if x, ok := ast.Unparen(n.Rhs[0]).(*ast.TypeAssertExpr); ok && c.tells(info.TypeOf(x.X)) {
					c.noteAsserted(n.Lhs[0])
				}
				for i, lhs := range n.Lhs {
					if id, ok := lhs.(*ast.Ident); ok && len(n.Rhs) == 1 {
						if v, ok := info.ObjectOf(id).(*types.Var); ok {
							c.found[v] = c.lookedUp(n.Rhs[0])
							c.computed[v], _ = ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
						}
					}
					if len(n.Rhs) == len(n.Lhs) {
						assign(lhs, n.Rhs[i])
					} else {
						assign(lhs, nil)
					}
				}
			case *ast.CaseClause:
				if v, ok := info.Implicits[n].(*types.Var); ok { // of a type switch
					c.asserted[v] = true
				}
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if i < len(n.Values) && len(n.Values) == len(n.Names) {
						assign(name, n.Values[i])
					} else if len(n.Values) > 0 {
						assign(name, nil)
					}
				}
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok {
					assign(id, n.Value)
				}
			case *ast.CompositeLit:
				c.assignInOrder(n)
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					assign(n.Key, nil)
					if n.Value != nil {
						assign(n.Value, nil)
					}
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					assign(n.X, nil)
				}
			case *ast.CallExpr:
				if fn, ok := syntax.Callee(info, n).(*types.Func); ok && syntax.ErrorsFunction(fn) == "As" && len(n.Args) == 2 {
					if u, ok := ast.Unparen(n.Args[1]).(*ast.UnaryExpr); ok {
						c.noteAsserted(u.X)
					}
				}
			}
			return true
		})
	}
}

// assignInOrder notes what the fields of a struct get that is written without their names.
func (c *checker) assignInOrder(lit *ast.CompositeLit) {
	t := c.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := types.Unalias(t).Underlying().(*types.Pointer); ok { // an element of a []*T
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if _, keyed := e.(*ast.KeyValueExpr); !keyed && i < st.NumFields() {
			field := st.Field(i).Origin()
			c.assigned[field] = append(c.assigned[field], e)
		}
	}
}

func (c *checker) noteAsserted(e ast.Expr) {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if v, ok := c.pass.TypesInfo.ObjectOf(id).(*types.Var); ok {
			c.asserted[v] = true
		}
	}
}

func (c *checker) declOf(call *ast.CallExpr) *ast.FuncDecl {
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	return c.declOfFunc(fn)
}

func (c *checker) declOfFunc(fn *types.Func) *ast.FuncDecl {
	if fn == nil {
		return nil
	}
	return c.decls[fn.Origin()]
}

// literalOf returns the function literal that an expression is, directly or
// through a variable that is assigned once.
func (c *checker) literalOf(e ast.Expr) *ast.FuncLit {
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return x
	case *ast.Ident, *ast.SelectorExpr:
		if v := c.once(x); v != nil {
			lit, _ := ast.Unparen(v).(*ast.FuncLit)
			return lit
		}
	}
	return nil
}

// once returns what a variable or field holds that is assigned only once.
func (c *checker) once(e ast.Expr) ast.Expr {
	id := syntax.Name(e)
	if id == nil {
		return nil
	}
	v, _ := c.pass.TypesInfo.ObjectOf(id).(*types.Var)
	return c.onceOf(v)
}

// onceOf is once for a variable.
func (c *checker) onceOf(v *types.Var) ast.Expr {
	if v == nil || len(c.assigned[v.Origin()]) != 1 {
		return nil
	}
	return c.assigned[v.Origin()][0]
}
