package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that are told what has come of a message, and give it back for some of that:
//
//	func settle(d amqp.Delivery, err error) {
//		if err != nil {
//			d.Nack(false, true)
//			return
//		}
//		d.Ack(false)
//	}
//
// What codes they are told is known where they are called once, and nowhere else.

// A settling is where a function gives back what it is told about.
type settling struct {
	decl *ast.FuncDecl
	give *ast.CallExpr
	lib  *libraries.Library
}

// settles returns where a function that a call calls gives something back under a condition, nil for nowhere, or in
// several places.
func (c *checker) settles(call *ast.CallExpr) *settling {
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	decl := c.DeclOfFunc(fn)
	if decl == nil || decl.Body == nil || fn.Exported() || call.Ellipsis.IsValid() {
		return nil
	}
	if slices.ContainsFunc(call.Args, c.isConstant) {
		return nil // whether it does may depend on that
	}
	var all []*settling
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		give, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		if lib, says, ok := c.givesOwn(give, call, fn); ok && (says == nil || c.isTrue(says)) {
			all = append(all, &settling{decl, give, lib})
		}
	})
	if len(all) != 1 || c.usesOf()[fn.Origin()].handed {
		return nil
	}
	return all[0]
}

// givesOwn is givesBack for a call in a function: where something has to come from a queue, it may be what the function is
// handed by the call of it.
func (c *checker) givesOwn(give, call *ast.CallExpr, fn *types.Func) (*libraries.Library, ast.Expr, bool) {
	if lib, says, ok := c.givesBack(give, 0); ok {
		return lib, says, true
	}
	obj := syntax.Callee(c.pass.TypesInfo, give)
	if obj == nil || libraries.Of(obj.Pkg()) == nil {
		return nil, nil, false
	}
	lib := libraries.Of(obj.Pkg())
	for _, g := range lib.Gives {
		if g.From == "" || g.Name != syntax.ObjectName(obj) || g.Arg >= len(give.Args) {
			continue
		}
		i := c.parameterIn(fn, give.Args[g.Arg])
		queue := syntax.Field(c.pass.TypesInfo, syntax.Receiver(c.pass.TypesInfo, give))
		if i >= 0 && i < len(call.Args) && queue != nil && c.comesFromField(call.Args[i], g.From, queue) {
			return lib, nil, true
		}
	}
	return nil, nil, false
}

// comesFromField reports whether something has come from a queue in a field, by a method of a name.
func (c *checker) comesFromField(what ast.Expr, method string, queue *types.Var) bool {
	id, ok := ast.Unparen(what).(*ast.Ident)
	if !ok {
		return false
	}
	from, ok := ast.Unparen(c.definedBy(id)).(*ast.CallExpr)
	return ok && syntax.CalleeName(from) == method && syntax.Field(c.pass.TypesInfo, syntax.Receiver(c.pass.TypesInfo, from)) == queue
}

// settled returns the replies for which a function that a call calls gives something back, of those that are known at a
// point where it is called: by the codes that it is told, or where all that it asks of an error is whether there is one.
func (c *checker) settled(s *settling, call *ast.CallExpr, at points.Point) []points.Source {
	reg := requests.Region{Node: s.decl.Body, From: s.decl.Body.Pos(), To: s.give.Pos()}
	told := c.Before(s.give).Origins()
	fn := c.pass.TypesInfo.Defs[s.decl.Name].(*types.Func)
	switch {
	case len(told) == 0:
		err, ok := c.failureTold(s, call)
		if !ok {
			return nil
		}
		return at.Fails(err, true).Origins()
	case c.usesOf()[fn.Origin()].calls != 1, slices.ContainsFunc(told, func(o points.Source) bool { return o.Call != nil }), c.Opaque(reg, nil):
		return nil // it asks by itself, or something of which nobody knows
	}
	var all []points.Source
	for _, o := range at.Origins() {
		same := slices.DeleteFunc(slices.Clone(told), func(t points.Source) bool { return t.Domain != o.Domain })
		if len(same) == 1 {
			o.Codes = points.Both(o.Codes, same[0].Codes)
			all = append(all, o)
		}
	}
	return all
}

// failureTold returns the error that a function is told which gives something back only if there is one, and
// asks no more of it.
func (c *checker) failureTold(s *settling, call *ast.CallExpr) (ast.Expr, bool) {
	info := c.pass.TypesInfo
	fn, _ := info.Defs[s.decl.Name].(*types.Func)
	at := -1
	for i := range fn.Signature().Params().Len() {
		if syntax.IsError(fn.Signature().Params().At(i).Type()) {
			if at >= 0 {
				return nil, false
			}
			at = i
		}
	}
	if at < 0 || at >= len(call.Args) {
		return nil, false
	}
	param := fn.Signature().Params().At(at)
	name := parameterName(info, s.decl, param)
	if name == nil {
		return nil, false
	}
	known, tested := len(c.Assigned(param)) == 0, false
	ast.PreorderStack(s.decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || info.Uses[id] != types.Object(param) {
			return true
		}
		switch outer := stack[len(stack)-1].(type) {
		case *ast.BinaryExpr:
			test := info.Types[outer.X].IsNil() || info.Types[outer.Y].IsNil()
			tested = tested || test
			known = known && test
		case *ast.CallExpr:
			known = known && c.Passive(syntax.Callee(info, outer)) && !syntax.IsBoolean(info.TypeOf(outer))
		case *ast.ReturnStmt:
		case *ast.SelectorExpr: // err.Error()
			known = known && outer.Sel.Name == "Error"
		default:
			known = false
		}
		return true
	})
	return call.Args[at], known && tested && !c.Before(s.give).Fails(name, false).Reachable()
}

// parameterName returns a function's name for a parameter.
func parameterName(info *types.Info, decl *ast.FuncDecl, param *types.Var) *ast.Ident {
	for _, field := range decl.Type.Params.List {
		for _, name := range field.Names {
			if info.Defs[name] == types.Object(param) {
				return name
			}
		}
	}
	return nil
}
