package requests

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that fill something which they get: where that is new each time, nothing is left of it.
//
//	m := &Message{}
//	setTexts(m, n)

// fillsFresh reports whether all that a function of the package which is called stores is in what it gets that is new in
// every round.
func (c *Comparer) fillsFresh(call *ast.CallExpr, reg Region) bool {
	fresh := func(e ast.Expr) bool { return e != nil && c.isFresh(e, reg) }
	return (fresh(syntax.Receiver(c.pass.TypesInfo, call)) || slices.ContainsFunc(call.Args, fresh)) && c.fills(call, fresh, 0)
}

// filledBy returns the pointers to something new that a call fills.
func (c *Comparer) filledBy(call *ast.CallExpr, reg Region) []ast.Expr {
	var all []ast.Expr
	for _, arg := range call.Args {
		if _, isName := ast.Unparen(arg).(*ast.Ident); isName && syntax.IsPointer(c.pass.TypesInfo.TypeOf(arg)) && c.isFresh(arg, reg) {
			all = append(all, arg)
		}
	}
	if len(all) > 0 && !c.fillsFresh(call, reg) {
		return nil
	}
	return all
}

// fillsOwn is fillsFresh for a call in a function, of what is new in every call of that.
func (c *Comparer) fillsOwn(call *ast.CallExpr, in *ast.FuncDecl) bool {
	return c.fillsFresh(call, Region{Node: in, From: in.Body.Pos(), To: in.Body.End()})
}

// isFresh reports whether an argument is, or leads to, a variable of its own that each round has, or something that each
// round makes anew.
func (c *Comparer) isFresh(e ast.Expr, reg Region) bool {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.AND {
		id, ok := ast.Unparen(u.X).(*ast.Ident)
		if !ok {
			return c.isMade(e)
		}
		v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
		return ok && reg.From <= v.Pos() && v.Pos() < reg.To
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return c.isMade(e)
	}
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	return ok && reg.From <= v.Pos() && v.Pos() < reg.To && c.isMade(c.once(v))
}

// fills reports whether the function of the package that a call calls stores to nothing but fields of what its arguments
// lead to, each of which is fresh.
func (c *Comparer) fills(call *ast.CallExpr, fresh func(ast.Expr) bool, depth int) bool {
	decl := c.declOf(call)
	if decl == nil || decl.Body == nil || depth > 2 {
		return false
	}
	info := c.pass.TypesInfo
	handed := make(map[types.Object]ast.Expr)
	if name := syntax.ReceiverName(decl); name != nil {
		handed[info.Defs[name]] = syntax.Receiver(info, call)
	}
	i := 0
	for _, field := range decl.Type.Params.List {
		for _, name := range field.Names {
			if i < len(call.Args) {
				handed[info.Defs[name]] = call.Args[i]
			}
			i++
		}
		i += max(0, 1-len(field.Names))
	}
	filled := func(e ast.Expr) bool {
		id, isName := ast.Unparen(e).(*ast.Ident)
		if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
			id, _ = ast.Unparen(sel.X).(*ast.Ident)
		}
		v, ok := info.ObjectOf(id).(*types.Var)
		switch {
		case id == nil || !ok || v.Pos() < decl.Pos() || v.Pos() >= decl.End():
			return false
		case isName:
			return true // a variable of its own
		}
		if arg := handed[v]; arg != nil && syntax.IsPointer(v.Type()) {
			return fresh(arg)
		}
		_, isStruct := v.Type().Underlying().(*types.Struct)
		return isStruct || c.isMade(c.once(v))
	}
	only := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			only = false
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if id, isName := ast.Unparen(lhs).(*ast.Ident); isName && (id.Name == "_" || n.Tok == token.DEFINE) {
					continue
				}
				only = only && filled(lhs)
			}
		case *ast.IncDecStmt:
			only = only && filled(n.X)
		case *ast.CallExpr:
			if value, manner := atomicOf(info, n); value != nil && manner == atomicStore {
				only = false
			}
			if inner := c.declOf(n); inner != nil && only {
				only = c.fills(n, func(e ast.Expr) bool { return c.handsOnFresh(e, handed, fresh) }, depth+1)
			} else if len(c.settled(n)) > 0 {
				only = false
			}
		}
		return only
	})
	return only
}

// handsOnFresh reports whether an argument is a parameter that got something fresh.
func (c *Comparer) handsOnFresh(e ast.Expr, handed map[types.Object]ast.Expr, fresh func(ast.Expr) bool) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	arg := handed[c.pass.TypesInfo.Uses[id]]
	return arg != nil && fresh(arg)
}
