package retriedcode

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// declared notes where functions are declared.
func (c *checker) declared() {
	for _, file := range c.pass.Files {
		for _, d := range file.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok {
				if fn, ok := c.pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					c.decls[fn] = decl
				}
			}
		}
	}
}

// An index is what variables are assigned, in a declaration or in the whole package. It is made when it is first asked
// for: most packages do nothing again.
type index struct {
	assigned map[*types.Var][]ast.Expr // what a variable is assigned, nil for anything that is no expression
	last     map[*types.Var]ast.Expr   // the one expression, of one result or several, that a variable is assigned last
	asserted map[*types.Var]bool       // variables that hold what was found in an error
}

func (c *checker) assigned(v *types.Var) []ast.Expr { return c.indexOf(v).assigned[v] }

// found returns what was looked up in a map, if a variable holds what was found, or whether.
func (c *checker) found(v *types.Var) *ast.IndexExpr { return c.lookedUp(c.indexOf(v).last[v]) }

// computed returns the call that has returned what a variable holds, or nil.
func (c *checker) computed(v *types.Var) *ast.CallExpr {
	call, _ := ast.Unparen(c.indexOf(v).last[v]).(*ast.CallExpr)
	return call
}

func (c *checker) isAsserted(v *types.Var) bool { return c.indexOf(v).asserted[v] }

// indexOf returns the index that has all that a variable is assigned: of the declaration that it is local to, else of
// the package.
func (c *checker) indexOf(v *types.Var) *index {
	decl := c.declaredIn(v)
	x := c.indexes[decl]
	if x == nil {
		x = &index{make(map[*types.Var][]ast.Expr), make(map[*types.Var]ast.Expr), make(map[*types.Var]bool)}
		c.indexes[decl] = x
		if decl != nil {
			c.fill(x, decl)
		} else {
			for _, file := range c.pass.Files {
				c.fill(x, file)
			}
		}
	}
	return x
}

// declaredIn returns the declaration that a variable is local to, nil for none.
func (c *checker) declaredIn(v *types.Var) ast.Decl {
	if v == nil || v.IsField() || v.Pkg() != c.pass.Pkg || v.Parent() == v.Pkg().Scope() {
		return nil
	}
	for _, file := range c.pass.Files {
		if v.Pos() < file.FileStart || v.Pos() >= file.FileEnd {
			continue
		}
		i, found := slices.BinarySearchFunc(file.Decls, v.Pos(), func(d ast.Decl, pos token.Pos) int { return cmp.Compare(d.Pos(), pos) })
		if !found {
			i--
		}
		if i >= 0 && v.Pos() < file.Decls[i].End() {
			return file.Decls[i]
		}
	}
	return nil
}

// fill adds what is assigned in a declaration, or file.
func (c *checker) fill(x *index, root ast.Node) {
	info := c.pass.TypesInfo
	assign := func(lhs, rhs ast.Expr) {
		switch lhs := ast.Unparen(lhs).(type) {
		case *ast.Ident:
			if v, ok := info.ObjectOf(lhs).(*types.Var); ok {
				x.assigned[v.Origin()] = append(x.assigned[v.Origin()], rhs)
			}
		case *ast.SelectorExpr:
			if v, ok := info.ObjectOf(lhs.Sel).(*types.Var); ok {
				x.assigned[v.Origin()] = append(x.assigned[v.Origin()], rhs)
			}
		}
	}
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if assert, ok := ast.Unparen(n.Rhs[0]).(*ast.TypeAssertExpr); ok && c.tells(info.TypeOf(assert.X)) {
				x.noteAsserted(info, n.Lhs[0])
			}
			for i, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && len(n.Rhs) == 1 {
					if v, ok := info.ObjectOf(id).(*types.Var); ok {
						x.last[v] = n.Rhs[0]
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
				x.asserted[v] = true
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
			x.assignInOrder(info, n)
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
					x.noteAsserted(info, u.X)
				}
			}
		}
		return true
	})
}

// assignInOrder notes what the fields of a struct get that is written without their names.
func (x *index) assignInOrder(info *types.Info, lit *ast.CompositeLit) {
	t := info.TypeOf(lit)
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
			x.assigned[field] = append(x.assigned[field], e)
		}
	}
}

func (x *index) noteAsserted(info *types.Info, e ast.Expr) {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if v, ok := info.ObjectOf(id).(*types.Var); ok {
			x.asserted[v] = true
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

// variable returns the variable that an expression names, or nil.
func (c *checker) variable(e ast.Expr) *types.Var {
	id, _ := ast.Unparen(e).(*ast.Ident)
	v, _ := c.pass.TypesInfo.Uses[id].(*types.Var)
	return v
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
	if v == nil || len(c.assigned(v.Origin())) != 1 {
		return nil
	}
	return c.assigned(v.Origin())[0]
}

// functionHeld returns the function that a variable or field holds for good, nil for none.
func (c *checker) functionHeld(e ast.Expr) *types.Func {
	_, fn := c.flow.FunctionIn(e)
	return fn
}

// literalCalled is literalOf, also of what a field holds that a constructor is given.
func (c *checker) literalCalled(e ast.Expr) *ast.FuncLit {
	if lit := c.literalOf(e); lit != nil {
		return lit
	}
	lit, _ := c.flow.FunctionIn(e)
	return lit
}
