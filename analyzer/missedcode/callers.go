package missedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what callers ask of a code before they call the function around a dispatch, in ways that code flow does not
// follow.

// isListed reports whether a dispatch is only reached for codes that are found in a set which the program fills itself: if
// alertOn[code] {, in the function or around all calls of it.
func (c *checker) isListed(d *dispatch) bool {
	return c.lookedUp(d.path, d.node, d.code) ||
		c.allCallers(d, func(stack []ast.Node, call *ast.CallExpr, code ast.Expr) bool { return c.lookedUp(stack, call, code) })
}

// callersAsk reports whether all callers of the function around a dispatch may have dealt with a success code: by a condition
// that asks more than the code.
func (c *checker) callersAsk(d *dispatch, success string) bool {
	return c.allCallers(d, func(stack []ast.Node, call *ast.CallExpr, code ast.Expr) bool {
		return len(stack) > 1 && (c.doubts.AskedTogether(stack[1], code) ||
			c.doubts.AskedInVain(stack[1], code, success, call.Pos()))
	})
}

// allCallers reports whether something is true of all calls of the function around a dispatch, if there are any, and of the code
// that they hand over.
func (c *checker) allCallers(d *dispatch, is func(stack []ast.Node, call *ast.CallExpr, code ast.Expr) bool) bool {
	if len(d.path) < 2 {
		return false
	}
	decl, ok := d.path[1].(*ast.FuncDecl)
	if !ok || d.key.root == nil {
		return false
	}
	fn, ok := c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok {
		return false
	}
	calls := c.flow.Calls(fn)
	return len(calls) > 0 && !slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		code := c.atCaller(fn.Signature(), call, d.key.root, d.code)
		if code == nil {
			return true
		}
		_, stack := syntax.PathTo(c.pass.Files, call)
		slices.Reverse(stack)
		return !is(stack, call, code)
	})
}

// atCaller returns a callee's expression that starts from one of its parameters, or its receiver, as its caller has it; nil
// if there is none.
func (c *checker) atCaller(sig *types.Signature, call *ast.CallExpr, param types.Object, e ast.Expr) ast.Expr {
	switch x := c.bindings.Core(e).(type) {
	case *ast.Ident:
		if v := c.pass.TypesInfo.ObjectOf(x); v != param {
			return nil
		} else if v == sig.Recv() {
			return receiver(call)
		}
		for i := range sig.Params().Len() {
			if sig.Params().At(i) == param && i < len(call.Args) {
				return syntax.WithoutAddress(call.Args[i])
			}
		}
	case *ast.StarExpr:
		return c.atCaller(sig, call, param, x.X)
	case *ast.SelectorExpr:
		if of := c.atCaller(sig, call, param, x.X); of != nil {
			return &ast.SelectorExpr{X: of, Sel: x.Sel}
		}
	}
	return nil
}

// lookedUp reports whether one of the ifs around a node asks whether a code is in a set, of which code flow knows nothing.
func (c *checker) lookedUp(path []ast.Node, at ast.Node, code ast.Expr) bool {
	for _, n := range path {
		test, ok := n.(*ast.IfStmt)
		if !ok || at.Pos() < test.Body.Pos() || at.Pos() >= test.Body.End() {
			continue
		}
		for _, e := range syntax.Conjuncts(test.Cond) {
			sought := c.soughtIn(e)
			if sought == nil || c.keyOf(sought) != c.keyOf(code) {
				continue
			}
			before := c.flow.Before(e)
			if same(before, before.Assume(e, true), sought) {
				return true
			}
		}
	}
	return false
}

// soughtIn returns the code that a condition looks for in a set: a map of booleans, or a list.
func (c *checker) soughtIn(e ast.Expr) ast.Expr {
	switch x := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		if syntax.IsMap(c.pass.TypesInfo.TypeOf(x.X)) && syntax.IsBoolean(c.pass.TypesInfo.TypeOf(x)) {
			return x.Index
		}
	case *ast.CallExpr:
		if c.callee(x) == "slices.Contains" && len(x.Args) == 2 {
			return x.Args[1]
		}
	}
	return nil
}
