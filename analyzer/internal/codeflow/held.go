package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that a field holds, as a constructor has put them there:
//
//	func newOutbox(c *client) *outbox { return &outbox{send: c.Send} }
//
//	err := o.send(ctx, m)
//
// A field that the package sets in one place holds that function, or none. What others can set, by reflection say, is out
// of sight, so that is known for executions without other trouble only.

// maxHeld bounds how often a function is looked for in what holds another's holder.
const maxHeld = 4

// FunctionIn returns the function, or the literal, that is in a variable or field which holds just that, from its declaration on;
// nil if that is not known.
func (r *Result) FunctionIn(e ast.Expr) (*ast.FuncLit, *types.Func) {
	if r.engine == nil {
		return nil, nil
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	if syntax.Field(r.engine.info, e) == nil {
		return nil, r.engine.index.FunctionHeldBy(e)
	}
	return r.engine.functionIn(e)
}

// LiteralOf returns the literal that a call calls, where it stands or by a variable; nil if that is not known.
func (r *Result) LiteralOf(call *ast.CallExpr) *ast.FuncLit {
	if r.engine == nil {
		return nil
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	return r.engine.index.LiteralOf(call)
}

// functionIn returns the function, or the literal, that is in the field which an expression selects; nil if that is not known.
func (p *program) functionIn(e ast.Expr) (*ast.FuncLit, *types.Func) {
	return p.functionHeld(e, maxHeld)
}

func (p *program) functionHeld(e ast.Expr, depth int) (*ast.FuncLit, *types.Func) {
	if depth == 0 {
		return nil, nil
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		return x, nil
	case *ast.CallExpr: // what only hands on what another one returns
		if of := p.relays.Undecorated(x, p.index.HeldBy); of != nil {
			return p.functionHeld(of, depth-1)
		}
	case *ast.Ident:
		switch obj := p.info.Uses[x].(type) {
		case *types.Func:
			return nil, obj
		case *types.Var:
			if lit := p.index.FuncVars[obj]; lit != nil {
				return lit, nil
			}
			if fn := p.index.FunctionHeldBy(x); fn != nil {
				return nil, fn
			}
			if p.holdsMade(x) {
				return p.functionHeld(p.index.HeldBy(x), depth-1)
			}
			return p.functionGiven(obj, depth)
		}
	case *ast.SelectorExpr:
		selection := p.info.Selections[x]
		if selection != nil && selection.Kind() == types.MethodExpr {
			return nil, nil
		}
		switch obj := p.info.Uses[x.Sel].(type) {
		case *types.Func:
			return nil, obj
		case *types.Var:
			if !obj.IsField() {
				return nil, nil
			}
			if held := p.index.HeldInField(obj); held != nil {
				return p.functionHeld(held, depth-1)
			}
		}
	}
	return nil, nil
}

// functionGiven is functionHeld for a parameter of a function that only the package calls, always with the same.
func (p *program) functionGiven(v *types.Var, depth int) (lit *ast.FuncLit, fn *types.Func) {
	if v.Kind() != types.ParamVar || !syntax.IsFunc(v.Type()) {
		return nil, nil
	}
	known := p.index.Vars[v]
	if known != nil && (known.Stores > 0 || known.Pointed) {
		return nil, nil
	}
	for owner := range p.index.Decls {
		params := owner.Signature().Params()
		for i := range params.Len() {
			if params.At(i) != v {
				continue
			}
			sites := p.index.Calls[owner]
			if owner.Exported() && p.pass.Pkg.Name() != "main" || p.index.Valued[owner] || len(sites) != 1 || owner.Signature().Variadic() {
				return nil, nil
			}
			if arg := argument(sites[0].Call, i); arg != nil {
				return p.functionHeld(arg, depth-1)
			}
			return nil, nil
		}
	}
	return nil, nil
}

// summaryHeld returns the summary of the function that is in the field which an expression selects, or of which another
// one is made that only hands on what it returns; nil if that is not known: of a method, for whatever receiver.
func (e *engine) summaryHeld(x ast.Expr) *summary {
	if _, made := ast.Unparen(x).(*ast.CallExpr); !made && syntax.Field(e.info, x) == nil && !e.holdsMade(x) {
		return nil
	}
	var s *summary
	switch lit, fn := e.functionIn(x); {
	case lit != nil:
		s = e.summary(lit)
	case fn != nil:
		s = e.summaryBehind(fn.Origin())
	}
	if s == nil {
		return nil
	}
	for _, g := range s.given {
		if g.outer != nil {
			return nil // a literal's, of what was around it
		}
	}
	return s.ofAny()
}

// holdsMade reports whether a variable holds what a function has made.
func (p *program) holdsMade(x ast.Expr) bool {
	_, ok := ast.Unparen(p.index.HeldBy(x)).(*ast.CallExpr)
	return ok
}
