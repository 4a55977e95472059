package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what is derived from a code or an error, and then asked: whether that is to be sent
// again, how long to wait, what the error's text says.

// isVerdict reports whether an operand of e is what a table, or a function, has for a code: what is
// to be done, the pause before the next round, how many there may be.
func (c *checker) isVerdict(e, operand ast.Expr, fetch *ast.CallExpr) bool {
	return c.isVerdictBy(e, operand, fetch, 0)
}

// isVerdictBy is isVerdict for what is asked by so many calls.
func (c *checker) isVerdictBy(e, operand ast.Expr, fetch *ast.CallExpr, depth int) bool {
	t := c.pass.TypesInfo.TypeOf(operand)
	if t == nil || c.pass.TypesInfo.Types[operand].Value != nil || depth > deepest {
		return false
	}
	if !syntax.IsBasic(t) {
		return syntax.IsTime(t) && c.isMadeOfCode(e, operand, fetch, depth)
	}
	if c.isSaidByFound(operand, 0) {
		return true
	}
	if _, code := c.bindings.Of(operand); code {
		return false
	}
	if c.isSaidBeside(operand, fetch) {
		return true
	}
	return c.isMadeOfCode(e, operand, fetch, depth)
}

// isMadeOfCode reports whether a table or function is asked with a code, or an error, for an operand of e.
func (c *checker) isMadeOfCode(e, operand ast.Expr, fetch *ast.CallExpr, depth int) bool {
	return slices.ContainsFunc(c.askedWith(operand), func(x ast.Expr) bool {
		return c.concerns(e, x, fetch) || syntax.ImplementsError(c.pass.TypesInfo.TypeOf(x)) || c.isVerdictBy(e, x, fetch, depth+1)
	})
}

// askedWith returns what a table is asked with for something, or a part of it: the key; what a
// function is: its arguments.
func (c *checker) askedWith(e ast.Expr) []ast.Expr {
	info := c.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.Uses[x].(*types.Var)
		switch {
		case !ok:
		case c.found(v) != nil:
			return []ast.Expr{c.found(v).Index}
		case c.computed(v) != nil:
			return c.computed(v).Args
		}
	case *ast.SelectorExpr:
		return c.askedWith(x.X)
	case *ast.BinaryExpr: // traitsOf(code) & passes
		return append(c.askedWith(x.X), c.askedWith(x.Y)...)
	case *ast.IndexExpr:
		if lookup := c.lookedUp(x); lookup != nil {
			return []ast.Expr{lookup.Index}
		}
	case *ast.CallExpr:
		if tv := info.Types[x.Fun]; tv.IsBuiltin() || tv.IsType() && len(x.Args) != 1 {
			return nil
		} else if tv.IsType() {
			return c.askedWith(x.Args[0])
		}
		if recv := syntax.Receiver(info, x); recv != nil {
			return append(append(c.askedWith(recv), recv), x.Args...)
		}
		return x.Args
	}
	return nil
}

// isFoundIn reports whether an expression is what an error is asserted to be, or errors.As has
// found in it: interface{ Temporary() bool }.
func (c *checker) isFoundIn(e ast.Expr) bool {
	info := c.pass.TypesInfo
	if t := info.TypeOf(e); t == nil || !types.IsInterface(t) {
		return false
	}
	if x, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		return c.tells(info.TypeOf(x.X))
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := info.Uses[id].(*types.Var)
	return ok && c.isAsserted(v)
}

// isSaidByFound reports whether an expression is what the method of something says that was found
// in an error by an interface: its code, which may be any type's.
func (c *checker) isSaidByFound(e ast.Expr, depth int) bool {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
		return ok && c.computed(v) != nil && depth < deepest && c.isSaidByFound(c.computed(v), depth+1)
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	if c.pass.TypesInfo.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return c.isSaidByFound(call.Args[0], depth)
	}
	recv := syntax.Receiver(c.pass.TypesInfo, call)
	return recv != nil && c.isFoundIn(recv)
}

// isSaidBeside reports whether an expression is what else an error says, or the reply or outcome that a call has
// brought: the HTTP status that came with it, a yes in a part of it.
func (c *checker) isSaidBeside(e ast.Expr, fetch *ast.CallExpr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || c.pass.TypesInfo.Selections[sel] == nil {
		return false
	}
	of := c.pass.TypesInfo.TypeOf(sel.X)
	if c.tells(of) {
		return true
	}
	return c.isBroughtBy(sel.X, fetch, 0)
}

// isBroughtBy reports whether an expression is a struct that a call has brought, or a part of it, but for what an HTTP
// library replies: that is there before anybody knows of a code.
func (c *checker) isBroughtBy(e ast.Expr, fetch *ast.CallExpr, depth int) bool {
	info := c.pass.TypesInfo
	t := info.TypeOf(e)
	if t == nil || depth > deepest || requests.IsReply(t) {
		return false
	}
	if _, ok := syntax.Pointee(t).Underlying().(*types.Struct); !ok {
		return false
	}
	p, ok := requests.PlaceOf(info, e)
	v, _ := p.Root.(*types.Var)
	if !ok || v == nil || requests.IsReply(v.Type()) {
		return false
	}
	if c.computed(v) == fetch {
		return true
	}
	held := c.indexOf(v).last[v]
	_, call := ast.Unparen(held).(*ast.CallExpr)
	return held != nil && !call && c.isBroughtBy(held, fetch, depth+1)
}

// concerns reports whether a part of e is a code, is made of one, or comes from the reply that a
// call has brought.
func (c *checker) concerns(e, part ast.Expr, fetch *ast.CallExpr) bool {
	if _, ok := c.bindings.Of(part); ok {
		return true
	}
	tv := c.pass.TypesInfo.Types[part]
	if tv.Value != nil || tv.Type == nil {
		return false
	}
	_, basic := tv.Type.Underlying().(*types.Basic)
	return basic && (c.madeOfCode(part) || c.before(e).Depends(part, fetch))
}

// madeOfCode reports whether there is a code in an expression: "|" + r.Code + "|".
func (c *checker) madeOfCode(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			_, found = c.bindings.Of(x)
		}
		return !found
	})
	return found
}

// lookedUp returns the lookup in a map, where an expression is what the map has for a
// key, or a field of that.
func (c *checker) lookedUp(e ast.Expr) *ast.IndexExpr {
	switch x := ast.Unparen(e).(type) {
	case *ast.SelectorExpr:
		return c.lookedUp(x.X)
	case *ast.IndexExpr:
		if t := c.pass.TypesInfo.TypeOf(x.X); t != nil {
			if _, ok := t.Underlying().(*types.Map); ok {
				return x
			}
		}
	}
	return nil
}
