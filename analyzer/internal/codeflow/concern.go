package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// findConcerned finds the functions that have to do with codes: they mention one, make an error that holds one, be it
// none that anybody has put in, or mention a function that has to do with codes. The others are never followed.
func (e *engine) findConcerned() {
	c := &concern{e: e, users: make(map[ast.Node][]ast.Node), codes: make(map[*types.Var]bool), marked: true}
	for _, file := range e.pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				c.function(fn)
			} else {
				c.look(decl)
			}
		}
	}
	for len(c.found) > 0 {
		n := c.found[len(c.found)-1]
		c.found = c.found[:len(c.found)-1]
		for _, user := range c.users[n] {
			c.mark(user)
		}
	}
}

// relevant reports whether a function has to do with codes.
func (p *program) relevant(node ast.Node) bool { return p.concerned[node] }

// A concern is one search for such functions.
type concern struct {
	e      *engine
	in     []ast.Node              // the functions and literals around
	marked bool                    // the innermost is known to have to do with codes; or there is none
	users  map[ast.Node][]ast.Node // the functions that mention a function
	found  []ast.Node              // whose users are still to be marked
	codes  map[*types.Var]bool     // what is known of variables
}

// function looks at a function, or a literal.
func (c *concern) function(fn ast.Node) {
	outer := c.marked
	c.in, c.marked = append(c.in, fn), false
	c.look(fn)
	c.in, c.marked = c.in[:len(c.in)-1], c.marked || outer // what marks a literal marks what is around it
}

func (c *concern) look(root ast.Node) {
	ast.Inspect(root, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok && n != root {
			c.function(lit)
			return false
		}
		if c.marked {
			return true
		}
		switch n := n.(type) {
		case *ast.Ident:
			c.name(n)
		case *ast.SelectorExpr:
			switch obj := c.e.info.Uses[n.Sel].(type) {
			case *types.Var, *types.Const:
				c.value(n, obj.Type())
			}
		case *ast.CompositeLit:
			c.makes(c.e.info.TypeOf(n))
		case *ast.CallExpr, *ast.IndexExpr:
			if tv := c.e.info.Types[n.(ast.Expr)]; !tv.IsType() && tv.Type != nil {
				c.value(n.(ast.Expr), tv.Type)
				if call, ok := n.(*ast.CallExpr); ok && c.e.info.Types[call.Fun].IsBuiltin() {
					c.makes(tv.Type) // new
				}
			}
		}
		return true
	})
}

// makes looks at the type of what a function makes.
func (c *concern) makes(t types.Type) {
	if et := c.e.errorTypeOf(t); et != nil && len(et.codes) > 0 {
		c.markAll()
	}
}

func (c *concern) name(x *ast.Ident) {
	switch obj := c.e.info.Uses[x].(type) {
	case *types.Func:
		c.mentions(obj.Origin())
	case *types.Var:
		if _, ok := obj.Type().Underlying().(*types.Struct); ok {
			c.makes(obj.Type())
		}
		if !canCarry(obj.Type()) && !syntax.IsFunc(obj.Type()) {
			return
		}
		if lit := c.e.index.FuncVars[obj]; lit != nil {
			c.use(lit)
		} else if fn := c.e.index.FunctionHeldBy(x); fn != nil {
			c.mentions(fn.Origin())
		} else if obj.IsField() && syntax.IsFunc(obj.Type()) {
			c.held(obj)
		} else if c.isCode(x, obj) {
			c.markAll()
		}
	case *types.Const:
		c.value(x, obj.Type())
	}
}

// held looks at the function that a field holds.
func (c *concern) held(field *types.Var) {
	held := c.e.index.HeldInField(field)
	if held == nil {
		return
	}
	switch lit, fn := c.e.functionIn(held); {
	case lit != nil:
		c.use(lit)
	case fn != nil:
		c.mentions(fn.Origin())
	}
}

// value looks at a value that is no variable.
func (c *concern) value(x ast.Expr, t types.Type) {
	if canCarry(t) {
		if _, ok := c.e.bindings.Of(x); ok {
			c.markAll()
		}
	}
}

// isCode reports whether a variable that a name stands for holds a code. It is
// the same wherever it is named.
func (c *concern) isCode(name *ast.Ident, v *types.Var) bool {
	code, ok := c.codes[v]
	if !ok {
		if canCarry(v.Type()) {
			_, code = c.e.bindings.Of(name)
		}
		c.codes[v] = code
	}
	return code
}

func (c *concern) mentions(fn *types.Func) {
	for _, impl := range c.e.implementations(fn) {
		c.mentions(impl)
	}
	if decl := c.e.index.Decls[fn]; decl != nil {
		c.use(decl)
	} else if fn.Pkg() != nil && fn.Pkg() != c.e.pass.Pkg && !foreign.IsHarmless(fn) {
		if s := c.e.importedSummary(fn); s != nil && !s.isCheck() {
			c.markAll()
		}
	}
}

// use notes that the functions around use another one.
func (c *concern) use(fn ast.Node) {
	if c.e.concerned[fn] {
		c.markAll()
		return
	}
	for _, user := range c.in {
		c.users[fn] = append(c.users[fn], user)
	}
}

func (c *concern) markAll() {
	c.marked = true
	for _, fn := range c.in {
		c.mark(fn)
	}
}

func (c *concern) mark(fn ast.Node) {
	if !c.e.concerned[fn] {
		c.e.concerned[fn] = true
		c.found = append(c.found, fn)
	}
}

// canCarry reports whether a type is one that codes can have.
func canCarry(t types.Type) bool {
	switch u := syntax.Pointee(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsInteger|types.IsString|types.IsFloat) != 0
	case *types.Interface:
		return u.Empty() || syntax.IsTypeParam(t)
	}
	return false
}
