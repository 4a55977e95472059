package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// gathered reports whether a dispatch's code comes out of what the function around it has gathered, or a callee for it, and
// one of the two has asked for the code of what it took: these are the ones that fail, most often, which code flow does not
// follow.
func (c *checker) gathered(d *dispatch) bool {
	decl, ok := d.path[1].(*ast.FuncDecl)
	if !ok || decl.Body == nil || !c.doubts.Gathered(decl, d.code) || c.fromOutside(d, decl) {
		return false
	}
	return c.selects(decl.Body, d.node, 3)
}

// selects reports whether code chooses by codes, apart from a statement in it, or what it calls, up to a depth: to get what it
// goes over, or with the function literal around the statement, or to get that of which a method calls the literal.
func (c *checker) selects(body, apart ast.Node, depth int) bool {
	if c.chooses(body, apart) {
		return true
	}
	found := false
	taker := c.takerOf(body, apart)
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || found || depth == 0 {
			return !found
		}
		takes := takes(call, apart) || taker != nil && types.Identical(c.pass.TypesInfo.TypeOf(call), taker)
		if fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func); ok && (takes || c.givesMany(call)) {
			callee := c.declOf(fn)
			found = callee != nil && callee.Body != nil && c.selects(callee.Body, nil, depth-1)
		}
		return !found
	})
	return found
}

// takes reports whether an argument of a call has a statement in it, as a function literal has.
func takes(call *ast.CallExpr, stmt ast.Node) bool {
	return stmt != nil && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		return arg.Pos() <= stmt.Pos() && stmt.Pos() < arg.End()
	})
}

// takerOf returns the type that has the method which takes the function literal around a statement, nil if there is none.
func (c *checker) takerOf(body, stmt ast.Node) (taker types.Type) {
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && takes(call, stmt) {
			if recv := syntax.Receiver(c.pass.TypesInfo, call); recv != nil {
				taker = c.pass.TypesInfo.TypeOf(recv)
			}
		}
		return true
	})
	return taker
}

// fromOutside reports whether a dispatch's code is of an element of what the function is given, or the package keeps: there may
// be all.
func (c *checker) fromOutside(d *dispatch, decl *ast.FuncDecl) bool {
	v := c.rootOf(d.code)
	outside := false
	ast.Inspect(decl, func(n ast.Node) bool {
		loop, ok := n.(*ast.RangeStmt)
		if !ok || !c.isVariable(loop.Key, v) && !c.isVariable(loop.Value, v) {
			return !outside
		}
		from := c.walked(loop.X)
		_, called := from.(*ast.CallExpr)
		list := c.rootOf(from)
		outside = !called && (list == nil || list.Pos() < decl.Body.Pos() || list.Pos() >= decl.Body.End())
		return !outside
	})
	return outside
}

func (c *checker) isVariable(e ast.Expr, v types.Object) bool {
	id, ok := e.(*ast.Ident)
	return ok && v != nil && c.pass.TypesInfo.ObjectOf(id) == v
}

// walked returns what a loop goes over: of slices.Sorted(maps.Keys(m)) it is m.
func (c *checker) walked(e ast.Expr) ast.Expr {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 {
			return ast.Unparen(e)
		}
		fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
		if !ok || fn.Pkg() == nil || fn.Pkg().Path() != "maps" && fn.Pkg().Path() != "slices" {
			return call
		}
		e = call.Args[0]
	}
}

// chooses reports whether code asks for a code, or the reply that has one, apart from a statement in it: by a comparison, a
// predicate, or one that it hands on; or leaves out success: delete(counts, codes.ResponseSuccess); or goes over what only has
// others.
func (c *checker) chooses(body ast.Node, apart ast.Node) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil || found || n == apart {
			return false
		}
		switch n := n.(type) {
		case *ast.SelectorExpr:
			found = c.neverSuccess(body, n)
		case *ast.BinaryExpr:
			found = (n.Op == token.EQL || n.Op == token.NEQ) && (c.isCode(n.X) || c.isCode(n.Y))
		case *ast.CallExpr:
			found = syntax.IsBoolean(c.lastType(n)) && slices.ContainsFunc(syntax.Given(c.pass.TypesInfo, n), c.hasCode) ||
				slices.ContainsFunc(n.Args, c.isPredicate) || c.leavesOut(n)
		}
		return !found
	})
	return found
}

// neverSuccess reports whether an expression is a code that the program only makes of failures.
func (c *checker) neverSuccess(body ast.Node, e ast.Expr) bool {
	v, ok := c.bindings.Of(e)
	return ok && slices.ContainsFunc(v.Domain.Members(), func(m domain.Member) bool {
		return m.IsSuccess() && c.doubts.MadeOfFailures(body, e, m.Text)
	})
}

// leavesOut reports whether a call takes a success code out of a map, or looks where in a list it is.
func (c *checker) leavesOut(call *ast.CallExpr) bool {
	if len(call.Args) != 2 {
		return false
	}
	switch fn := syntax.Callee(c.pass.TypesInfo, call).(type) {
	case *types.Builtin:
		if fn.Name() != "delete" {
			return false
		}
	case *types.Func:
		if fn.FullName() != "slices.Index" && fn.FullName() != "slices.BinarySearch" {
			return false
		}
	default:
		return false
	}
	v, ok := c.bindings.Of(call.Args[1])
	text, isConstant := c.bindings.ConstantText(call.Args[1])
	return ok && isConstant && slices.ContainsFunc(v.Domain.Members(), func(m domain.Member) bool { return m.IsSuccess() && m.Text == text })
}

func (c *checker) hasCode(e ast.Expr) bool {
	t := c.pass.TypesInfo.TypeOf(e)
	return t != nil && (c.isCode(e) || len(c.bindings.CodeFields(syntax.Pointee(t))) > 0)
}

// isPredicate reports whether an expression is a function that answers about a reply: reply.failed, that of a variable.
func (c *checker) isPredicate(e ast.Expr) bool {
	t := c.pass.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	sig, ok := t.Underlying().(*types.Signature)
	if _, lit := ast.Unparen(e).(*ast.FuncLit); !ok || lit || sig.Params().Len() != 1 || sig.Results().Len() != 1 {
		return false
	}
	return syntax.IsBoolean(sig.Results().At(0).Type()) && len(c.bindings.CodeFields(syntax.Pointee(sig.Params().At(0).Type()))) > 0
}

// givesMany reports whether a call gives more than one thing to choose from.
func (c *checker) givesMany(call *ast.CallExpr) bool {
	t := c.pass.TypesInfo.TypeOf(call)
	if tuple, ok := t.(*types.Tuple); ok {
		for v := range tuple.Variables() {
			if isMany(v.Type()) {
				return true
			}
		}
		return false
	}
	return t != nil && isMany(t)
}

func isMany(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map, *types.Chan, *types.Signature:
		return true
	}
	return false
}

// declOf returns the declaration of a function of the package, nil if it has none.
func (c *checker) declOf(fn *types.Func) *ast.FuncDecl {
	fn = fn.Origin()
	decl, ok := syntax.DeclIn(c.pass.Files, fn.Pos()).(*ast.FuncDecl)
	if !ok || c.pass.TypesInfo.Defs[decl.Name] != fn {
		return nil
	}
	return decl
}
