package retriedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that send the same request again by calling themselves:
//
//	func (c *client) deliver(m message, attempt int) error {
//		if r := c.send(m); r.Code != codes.ResponseSuccess && attempt < 3 {
//			return c.deliver(m, attempt+1)
//		}
//		return nil
//	}

// recursions returns the calls of a function by itself, directly or by a timer
// or goroutine that it starts.
func (c *checker) recursions(f points.Function) []points.Round {
	if f.Obj == nil {
		return nil
	}
	info := c.pass.TypesInfo
	var all []points.Round
	add := func(call, as *ast.CallExpr, from ast.Node) {
		carried, counted := c.carriedBy(f, as)
		all = append(all, points.Round{
			Category: "recursion", Pos: call.Pos(), End: call.End(), Subject: "this call sends", Node: call,
			Region: requests.Region{Node: f.Node, From: f.Body.Pos(), To: f.Body.End(), Carried: carried, Counted: counted},
			At:     func(p *points.Package) points.Point { return p.Before(from) },
		})
	}
	// The call, and as what it calls the function.
	self := func(n ast.Node) (call, as *ast.CallExpr) {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return nil, nil
		}
		obj := c.calleeOf(call)
		if obj == nil {
			return nil, nil
		}
		if obj != syntax.Origin(f.Obj) {
			if as = c.handedBack(f, call); as == nil {
				return nil, nil
			}
			return call, as
		}
		if v, ok := obj.(*types.Var); ok && !c.holdsOnly(v, f.Node) {
			return nil, nil
		}
		return call, call
	}
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if call, as := self(n); call != nil {
			add(call, as, call)
			return
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		// A literal that is called now, by go, or later by a timer.
		lits := []ast.Expr{call.Fun}
		if fn, ok := syntax.Callee(info, call).(*types.Func); ok && syntax.IsFunction(fn, "time", "AfterFunc") && len(call.Args) == 2 {
			lits = call.Args[1:]
		}
		for _, e := range lits {
			lit, ok := ast.Unparen(e).(*ast.FuncLit)
			if !ok {
				continue
			}
			syntax.InspectFunc(lit, func(n ast.Node) {
				if inner, as := self(n); inner != nil {
					if !c.AsksOutcome(lit, inner) {
						add(inner, as, call)
					}
					carried, counted := c.carriedBy(f, as)
					all = append(all, points.Round{ // the request may be made there, too
						Category: "recursion", Pos: inner.Pos(), End: inner.End(), Subject: "this call sends", Node: inner,
						Region: requests.Region{Node: lit, From: lit.Body.Pos(), To: lit.Body.End(), Carried: carried, Counted: counted},
						At:     func(p *points.Package) points.Point { return p.Before(inner) },
					})
				}
			})
		}
	})
	return all
}

// calleeOf is callee, also where a variable holds the method or function.
func (c *checker) calleeOf(call *ast.CallExpr) types.Object {
	return syntax.Callee(c.pass.TypesInfo, c.direct(call))
}

// direct returns a call with the method or function in place of the variable that holds it.
func (c *checker) direct(call *ast.CallExpr) *ast.CallExpr {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
		switch held := c.Once(id).(type) {
		case *ast.Ident, *ast.SelectorExpr:
			return &ast.CallExpr{Fun: held.(ast.Expr), Lparen: call.Lparen, Args: call.Args, Rparen: call.Rparen}
		}
	}
	return call
}

// holdsOnly reports whether a variable holds a function literal and nothing else.
func (c *checker) holdsOnly(v *types.Var, lit ast.Node) bool {
	return len(c.Assigned(v)) == 1 && c.Assigned(v)[0] != nil && ast.Unparen(c.Assigned(v)[0]) == lit
}

// carriedBy returns the parameters that are another in the next call. A count, a
// time or a context makes no other request, but for what that brings along; counted are the counts.
func (c *checker) carriedBy(f points.Function, call *ast.CallExpr) (carried, counted map[types.Object]bool) {
	info := c.pass.TypesInfo
	carried, counted = make(map[types.Object]bool), make(map[types.Object]bool)
	i := 0
	for _, field := range f.Type.Params.List {
		for _, name := range field.Names {
			p, ok := info.Defs[name].(*types.Var)
			if ok && i < len(call.Args) {
				arg := ast.Unparen(call.Args[i])
				id, same := arg.(*ast.Ident)
				switch {
				case same && info.Uses[id] == types.Object(p):
				case !requests.MakesNone(p), syntax.IsContext(p.Type()) && c.requests.Brings(arg):
					carried[p] = true
				case syntax.IsInteger(p.Type()):
					counted[p] = true
				}
			}
			i++
		}
		if len(field.Names) == 0 {
			i++
		}
	}
	if decl, ok := f.Node.(*ast.FuncDecl); ok && syntax.ReceiverName(decl) != nil {
		recv := info.Defs[syntax.ReceiverName(decl)]
		sel, ok := ast.Unparen(c.direct(call).Fun).(*ast.SelectorExpr)
		if !ok || recv == nil {
			return carried, counted
		}
		if id, ok := ast.Unparen(sel.X).(*ast.Ident); !ok || info.Uses[id] != recv {
			carried[recv] = true
		}
	}
	return carried, counted
}
