package retriedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/names"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file finds what a call asks, and by which name: a function of the package, the only one behind an interface's
// method, a literal in a variable or field.

// asked is a function that may be asked whether to send again.
type asked struct {
	fn   *types.Func // nil for a literal
	node ast.Node    // where it is declared, nil if that is in another package
	typ  *ast.FuncType
	body *ast.BlockStmt
	name string
}

// askedBy returns the function that a call calls; nothing if that is not known, or one of package codes.
func (c *checker) askedBy(call *ast.CallExpr) asked {
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok {
		if lit := c.LiteralCalled(call.Fun); lit != nil {
			return asked{node: lit, typ: lit.Type, body: lit.Body, name: syntax.CalleeName(call)}
		}
		fn = c.FunctionHeld(call.Fun)
	} else if impls := syntax.Implementations(c.pass, fn); len(impls) == 1 {
		fn = impls[0]
	}
	if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() == domain.CodesPath {
		return asked{}
	}
	if decl := c.DeclOfFunc(fn); decl != nil {
		return asked{fn: fn, node: decl, typ: decl.Type, body: decl.Body, name: decl.Name.Name}
	}
	return asked{fn: fn}
}

// answering returns the functions that a call asks whether to send again: that which it calls, all that are behind an interface's
// method by which errors are asked, and those which such a function asks itself.
func (c *checker) answering(call *ast.CallExpr, depth int) []asked {
	all := []asked{c.askedBy(call)}
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if impls := c.askedErrors(fn); len(impls) > 1 {
		all = nil
		for _, impl := range impls {
			if decl := c.DeclOfFunc(impl); decl != nil {
				all = append(all, asked{fn: impl, node: decl, typ: decl.Type, body: decl.Body, name: decl.Name.Name})
			}
		}
	}
	if len(all) == 1 && all[0].body != nil && names.SayRetry(all[0].name) && depth < points.Deepest {
		syntax.InspectFunc(all[0].body, func(n ast.Node) {
			if inner, ok := n.(*ast.CallExpr); ok && syntax.IsBoolean(c.pass.TypesInfo.TypeOf(inner)) {
				for _, asked := range c.answering(inner, depth+1) {
					if asked.node != nil {
						all = append(all, asked)
					}
				}
			}
		})
	}
	return all
}

// askedErrors returns the methods of errors that are behind a method of an interface.
func (c *checker) askedErrors(method *types.Func) []*types.Func {
	if method == nil || method.Signature().Recv() == nil || !types.IsInterface(method.Signature().Recv().Type()) {
		return nil
	}
	var all []*types.Func
	for _, impl := range syntax.Implementations(c.pass, method) {
		if c.Tells(impl.Signature().Recv().Type()) {
			all = append(all, impl)
		}
	}
	return all
}

// literalNames returns what function literals are called: as the variable or field of the module that holds one.
func (c *checker) literalNames(file *ast.File) map[*ast.FuncLit]string {
	called := make(map[*ast.FuncLit]string)
	info := c.pass.TypesInfo
	hold := func(by *ast.Ident, e ast.Expr) {
		if lit, ok := ast.Unparen(e).(*ast.FuncLit); ok {
			if v, ok := info.ObjectOf(by).(*types.Var); ok && syntax.InModule(c.pass, v.Pkg()) {
				called[lit] = v.Name()
			}
		}
	}
	c.inspectConcerned(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) != len(n.Rhs) {
					break
				}
				switch lhs := ast.Unparen(lhs).(type) {
				case *ast.Ident:
					hold(lhs, n.Rhs[i])
				case *ast.SelectorExpr:
					hold(lhs.Sel, n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			for i, e := range n.Values {
				if i < len(n.Names) {
					hold(n.Names[i], e)
				}
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				hold(id, n.Value)
			}
		}
		return true
	})
	return called
}

// exceptSaid takes out the codes for which another predicate of the package says yes that this one asks.
func (c *checker) exceptSaid(never map[string]domain.Member, parts []ast.Expr, ret *ast.ReturnStmt) {
	if len(never) == 0 {
		return
	}
	for _, part := range parts {
		for _, conj := range syntax.Conjuncts(part) {
			call, ok := ast.Unparen(conj).(*ast.CallExpr)
			if !ok {
				continue
			}
			asked := c.askedBy(call)
			if asked.body == nil || within(ret, asked.body) {
				continue
			}
			if i, named := c.retryResult(asked.typ, asked.name); named {
				for _, m := range c.predicate(asked.node, asked.body, i).never() {
					delete(never, m.Text)
				}
			}
		}
	}
}

// isSaidBy reports whether a result is what the element says at which a loop is: e.retry.
func (c *checker) isSaidBy(result ast.Expr, loop *ast.RangeStmt) bool {
	sel, ok := ast.Unparen(result).(*ast.SelectorExpr)
	id := syntax.Name(loop.Value)
	return ok && id != nil && c.Variable(sel.X) != nil && c.pass.TypesInfo.Defs[id] == types.Object(c.Variable(sel.X)) && names.SayRetry(sel.Sel.Name)
}
