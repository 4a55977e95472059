package requests

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file knows how much of a value a function of the package looks at. What else changes in
// it makes no other request: a job's state, a client's count of what it has sent.

// A part is the fields of a value that matter to a call which is handed the value.
type part struct{ read map[*types.Var]bool }

// partOf notes of a call's receiver or argument that no more than a part of it is looked at.
func (q *requester) partOf(handed ast.Expr, decl *ast.FuncDecl, param *types.Var) {
	if u, ok := ast.Unparen(handed).(*ast.UnaryExpr); ok {
		handed = u.X
	}
	if decl == nil || decl.Body == nil || param == nil || q.c.usesWhole(decl, param) {
		return
	}
	q.parts[ast.Unparen(handed)] = part{q.c.touched(decl).read}
}

// partsOfRequest notes what the request is made with of which only a part is looked at.
func (q *requester) partsOfRequest() {
	decl := q.c.declOf(q.fetch)
	if decl == nil {
		return
	}
	fn, ok := q.c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if !ok {
		return
	}
	sig := fn.Signature()
	if recv := syntax.Receiver(q.c.pass.TypesInfo, q.fetch); recv != nil {
		q.partOf(recv, decl, sig.Recv())
	}
	for i, arg := range q.fetch.Args {
		if param := syntax.Parameter(sig, i); param != nil {
			q.partOf(arg, decl, param)
		}
	}
}

// concerns reports whether a change to what is below a value concerns a part of it.
func (p part) concerns(value types.Type, path string, pkg *types.Package) bool {
	t := value
	for _, name := range strings.Split(strings.TrimPrefix(path, "."), ".") {
		obj, _, _ := types.LookupFieldOrMethod(t, true, pkg, name)
		f, ok := obj.(*types.Var)
		if !ok || p.read[f.Origin()] {
			return true
		}
		t = f.Type()
	}
	for f := range p.read {
		if hasField(t, f, 3) {
			return true
		}
	}
	return false
}

// usesWhole reports whether a function does anything with a parameter but to select fields of it,
// and to hand it to functions that do no more.
func (c *Comparer) usesWhole(decl *ast.FuncDecl, param *types.Var) bool {
	return !c.partly.Of(param, func() bool {
		whole := false
		ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && !whole && c.pass.TypesInfo.Uses[id] == types.Object(param) {
				whole = c.handsOn(id, stack)
			}
			return !whole
		})
		return !whole
	})
}

// handsOn reports whether a mention of a parameter is more than the selection of a field.
func (c *Comparer) handsOn(id *ast.Ident, stack []ast.Node) bool {
	info := c.pass.TypesInfo
	var outer ast.Node
	if len(stack) > 1 {
		outer = stack[len(stack)-2]
	}
	switch p := stack[len(stack)-1].(type) {
	case *ast.SelectorExpr:
		sel, call := info.Selections[p], (*ast.CallExpr)(nil)
		if x, ok := outer.(*ast.CallExpr); ok && x.Fun == ast.Expr(p) {
			call = x
		}
		switch {
		case sel == nil:
			return true
		case sel.Kind() == types.FieldVal:
			return call != nil // a function in a field may know its owner
		case call == nil:
			return true
		}
		decl := c.declOf(call)
		return decl == nil || decl.Body == nil || c.usesWhole(decl, sel.Obj().(*types.Func).Origin().Signature().Recv())
	case *ast.BinaryExpr:
		return !info.Types[p.X].IsNil() && !info.Types[p.Y].IsNil()
	case *ast.CallExpr:
		decl := c.declOf(p)
		if decl == nil || decl.Body == nil {
			return true
		}
		fn := info.Defs[decl.Name].(*types.Func)
		for i, arg := range p.Args {
			if ast.Unparen(arg) == ast.Expr(id) {
				param := syntax.Parameter(fn.Signature(), i)
				return param == nil || c.usesWhole(decl, param)
			}
		}
	}
	return true
}
