package points

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// An index is what variables are assigned, in a declaration or in the whole package. It is made when it is first asked
// for: most packages do nothing again.
type index struct {
	assigned map[*types.Var][]ast.Expr // what a variable is assigned, nil for anything that is no expression
	last     map[*types.Var]ast.Expr   // the one expression, of one result or several, that a variable is assigned last
	asserted map[*types.Var]bool       // variables that hold what was found in an error
}

// Assigned returns what a variable is assigned, nil for anything that is no expression.
func (p *Package) Assigned(v *types.Var) []ast.Expr { return p.indexOf(v).assigned[v] }

// Found returns what was looked up in a map, if a variable holds what was found, or whether.
func (p *Package) Found(v *types.Var) *ast.IndexExpr { return p.LookedUp(p.indexOf(v).last[v]) }

// Last returns the one expression, of one result or several, that a variable is assigned last.
func (p *Package) Last(v *types.Var) ast.Expr { return p.indexOf(v).last[v] }

// Computed returns the call that has returned what a variable holds, or sent it through a channel; nil for none.
func (p *Package) Computed(v *types.Var) *ast.CallExpr {
	switch x := ast.Unparen(p.indexOf(v).last[v]).(type) {
	case *ast.CallExpr:
		return x
	case *ast.UnaryExpr:
		if x.Op == token.ARROW {
			return p.Flow.Sends(x.X)
		}
	case *ast.Ident:
		return p.Flow.Sends(x) // that a loop goes through
	}
	return nil
}

// IsAsserted reports whether a variable holds what was found in an error.
func (p *Package) IsAsserted(v *types.Var) bool { return p.indexOf(v).asserted[v] }

// indexOf returns the index that has all that a variable is assigned: of the declaration that it is local to, else of
// the package.
func (p *Package) indexOf(v *types.Var) *index {
	decl := p.DeclaredIn(v)
	x := p.indexes[decl]
	if x == nil {
		x = &index{make(map[*types.Var][]ast.Expr), make(map[*types.Var]ast.Expr), make(map[*types.Var]bool)}
		p.indexes[decl] = x
		if decl != nil {
			p.fill(x, decl)
		} else {
			for _, file := range p.pass.Files {
				p.fill(x, file)
			}
		}
	}
	return x
}

// DeclaredIn returns the declaration that a variable is local to, nil for none.
func (p *Package) DeclaredIn(v *types.Var) ast.Decl {
	if v == nil || v.IsField() || v.Pkg() != p.pass.Pkg || v.Parent() == v.Pkg().Scope() {
		return nil
	}
	return syntax.DeclIn(p.pass.Files, v.Pos())
}

// fill adds what is assigned in a declaration, or file.
func (p *Package) fill(x *index, root ast.Node) {
	info := p.pass.TypesInfo
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
			if assert, ok := ast.Unparen(n.Rhs[0]).(*ast.TypeAssertExpr); ok && p.Tells(info.TypeOf(assert.X)) {
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
			if v, ok := info.ObjectOf(syntax.Name(n.Key)).(*types.Var); ok && syntax.IsChan(info.TypeOf(n.X)) {
				x.last[v] = n.X
			}
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

// DeclOf returns the declaration of the function that a call calls, nil for none of the package.
func (p *Package) DeclOf(call *ast.CallExpr) *ast.FuncDecl {
	fn, _ := syntax.Callee(p.pass.TypesInfo, call).(*types.Func)
	return p.DeclOfFunc(fn)
}

// DeclOfFunc returns the declaration of a function, nil for none of the package.
func (p *Package) DeclOfFunc(fn *types.Func) *ast.FuncDecl {
	if fn == nil {
		return nil
	}
	return p.Decls[fn.Origin()]
}

// LiteralOf returns the function literal that an expression is, directly or
// through a variable that is assigned once.
func (p *Package) LiteralOf(e ast.Expr) *ast.FuncLit {
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return x
	case *ast.Ident, *ast.SelectorExpr:
		if v := p.Once(x); v != nil {
			lit, _ := ast.Unparen(v).(*ast.FuncLit)
			return lit
		}
	}
	return nil
}

// Variable returns the variable that an expression names, or nil.
func (p *Package) Variable(e ast.Expr) *types.Var {
	id, _ := ast.Unparen(e).(*ast.Ident)
	v, _ := p.pass.TypesInfo.Uses[id].(*types.Var)
	return v
}

// Once returns what a variable or field holds that is assigned only once.
func (p *Package) Once(e ast.Expr) ast.Expr {
	id := syntax.Name(e)
	if id == nil {
		return nil
	}
	v, _ := p.pass.TypesInfo.ObjectOf(id).(*types.Var)
	return p.OnceOf(v)
}

// OnceOf is Once for a variable.
func (p *Package) OnceOf(v *types.Var) ast.Expr {
	if v == nil || len(p.Assigned(v.Origin())) != 1 {
		return nil
	}
	return p.Assigned(v.Origin())[0]
}

// FunctionHeld returns the function that a variable or field holds for good, nil for none.
func (p *Package) FunctionHeld(e ast.Expr) *types.Func {
	_, fn := p.Flow.FunctionIn(e)
	return fn
}

// LiteralCalled is LiteralOf, also of what a field holds that a constructor is given.
func (p *Package) LiteralCalled(e ast.Expr) *ast.FuncLit {
	if lit := p.LiteralOf(e); lit != nil {
		return lit
	}
	lit, _ := p.Flow.FunctionIn(e)
	return lit
}

// Tells reports whether values of a type tell about a failure: errors.
func (p *Package) Tells(t types.Type) bool {
	if t == nil || types.IsInterface(t) && !syntax.ImplementsError(t) {
		return false
	}
	return syntax.ImplementsError(t) || syntax.ImplementsError(types.NewPointer(t))
}

// LookedUp returns the lookup in a map, where an expression is what the map has for a
// key, or a field of that.
func (p *Package) LookedUp(e ast.Expr) *ast.IndexExpr {
	switch x := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return p.LookedUp(x.X)
	case *ast.IndexExpr:
		if t := p.pass.TypesInfo.TypeOf(x.X); t != nil {
			if _, ok := t.Underlying().(*types.Map); ok {
				return x
			}
		}
	}
	return nil
}
