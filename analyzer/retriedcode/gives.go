package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about messages that are given back to their queue, by a library's method, or by a function of the
// package that does so whatever else there is, and nothing before it:
//
//	func (w *worker) requeue(d amqp.Delivery) {
//		if err := d.Nack(false, true); err != nil {
//			w.log.Print(err)
//		}
//	}

// gives reports a call that gives a message back, for the codes that get to it.
func (c *checker) gives(f points.Function, call *ast.CallExpr) {
	lib, says, ok := c.givesBack(call, 0)
	if !ok {
		if s := c.settles(call); s != nil {
			c.givenFor(f, call, c.settled(s, call, c.Before(call)), nil, s.lib, "redelivery", "this has")
		}
		return
	}
	switch {
	case says == nil || c.isTrue(says):
		c.given(f, call, nil, lib, "redelivery", "this has")
	case c.pass.TypesInfo.Types[says].Value == nil:
		c.given(f, call, says, lib, "redelivery", "this has")
	}
}

// givesBack reports whether a call gives a message back, and returns its argument that says so; nil if there is none.
func (c *checker) givesBack(call *ast.CallExpr, depth int) (lib *libraries.Library, says ast.Expr, ok bool) {
	obj := syntax.Callee(c.pass.TypesInfo, call)
	if obj == nil || depth > points.Deepest {
		return nil, nil, false
	}
	if lib := libraries.Of(obj.Pkg()); lib != nil {
		for _, g := range lib.Gives {
			switch {
			case g.Name != syntax.ObjectName(obj) || g.Arg >= len(call.Args):
			case g.Arg < 0:
				return lib, nil, true
			case g.From != "":
				return lib, nil, c.comesFrom(call, call.Args[g.Arg], g.From)
			default:
				return lib, call.Args[g.Arg], true
			}
		}
		return nil, nil, false
	}
	fn, _ := obj.(*types.Func)
	decl := c.DeclOf(call)
	if fn == nil || decl == nil || decl.Body == nil || call.Ellipsis.IsValid() {
		return nil, nil, false
	}
	by := c.givenBackBy(decl, depth)
	switch {
	case by.lib == nil:
		return nil, nil, false
	case by.says == nil || c.isTrue(by.says):
		return by.lib, nil, true
	}
	if i := c.parameterIn(fn, by.says); i >= 0 && i < len(call.Args) {
		return by.lib, call.Args[i], true
	}
	return nil, nil, false
}

// A givenBack is what a function does with the message that it gives back whenever it is called: the library
// that has the message, and the expression in the function that says so, nil if there is none.
type givenBack struct {
	lib  *libraries.Library
	says ast.Expr
}

// givenBackBy returns what a function gives back, which is called so many calls away from the one that is asked
// about; no library for nothing.
func (c *checker) givenBackBy(decl *ast.FuncDecl, depth int) givenBack {
	key := syntax.AtDepth{Decl: decl, Depth: depth}
	by, known := c.givenBacks[key]
	if !known {
		by = c.givenBackIn(decl.Body, depth)
		c.givenBacks[key] = by
	}
	return by
}

func (c *checker) givenBackIn(body *ast.BlockStmt, depth int) givenBack {
	for _, s := range body.List {
		for _, inner := range firstCalls(s) {
			lib, says, ok := c.givesBack(inner, depth+1)
			switch {
			case ok:
				return givenBack{lib, says}
			case c.Acts(inner, nil):
				return givenBack{} // which may make another request of it
			}
		}
		if mayLeave(s) {
			break
		}
	}
	return givenBack{}
}

// comesFrom reports whether what a call puts into a queue has come from there, by a method of a name.
func (c *checker) comesFrom(call *ast.CallExpr, what ast.Expr, method string) bool {
	info := c.pass.TypesInfo
	queue, isPlaced := requests.PlaceOf(info, syntax.Receiver(info, call))
	for range points.Deepest {
		id, ok := ast.Unparen(what).(*ast.Ident)
		if !ok || !isPlaced {
			return false
		}
		by := c.definedBy(id)
		if x, ok := ast.Unparen(by).(*ast.TypeAssertExpr); ok {
			what = x.X // key, ok := item.(string)
			continue
		}
		from, ok := ast.Unparen(by).(*ast.CallExpr)
		return ok && syntax.CalleeName(from) == method && points.IsPlace(info, syntax.Receiver(info, from), queue)
	}
	return false
}

// definedBy returns what a variable is defined by, which nothing else sets; nil for none.
func (c *checker) definedBy(id *ast.Ident) ast.Expr {
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || len(c.Assigned(v)) != 1 {
		return nil
	}
	_, path := c.PathTo(id)
	for _, around := range path {
		body, ok := around.(*ast.BlockStmt)
		if !ok {
			continue
		}
		for _, s := range body.List {
			def, ok := s.(*ast.AssignStmt)
			if !ok || len(def.Rhs) != 1 {
				continue
			}
			if first, ok := def.Lhs[0].(*ast.Ident); ok && c.pass.TypesInfo.Defs[first] == types.Object(v) {
				return def.Rhs[0]
			}
		}
	}
	return nil
}

// firstCalls returns the calls that a statement makes whenever it is executed.
func firstCalls(s ast.Stmt) []*ast.CallExpr {
	var in ast.Node = s
	switch s := s.(type) {
	case *ast.IfStmt:
		if s.Init == nil {
			return nil
		}
		in = s.Init
	case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt:
	default:
		return nil
	}
	var calls []*ast.CallExpr
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR { // whose right side may be left out
				calls = append(calls, firstCalls(&ast.ExprStmt{X: n.X})...)
				return false
			}
		case *ast.CallExpr:
			calls = append(calls, n)
		}
		return true
	})
	return calls
}

// mayLeave reports whether the statements behind one may not be executed.
func mayLeave(s ast.Stmt) bool {
	leaves := false
	syntax.InspectFunc(s, func(n ast.Node) {
		switch n.(type) {
		case *ast.ReturnStmt, *ast.BranchStmt:
			leaves = true
		}
	})
	return leaves
}
