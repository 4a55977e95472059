package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about how often a function of the program calls another one again: perhaps only once.

// mayTryOnce reports whether a call tells a function of the program a number by which that may try only
// once: none, or one. It may say so itself, or by its config.
func (c *checker) mayTryOnce(call *ast.CallExpr, h *repeats.Helper) bool {
	args := call.Args
	if h != nil && h.Counter >= 0 && h.Counter < len(args) {
		args = slices.Delete(slices.Clone(args), h.Counter, h.Counter+1)
	}
	if slices.ContainsFunc(args, c.isOneOrNone) {
		return true
	}
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil {
		return false
	}
	parts := syntax.Given(c.pass.TypesInfo, call)
	if slices.ContainsFunc(parts, func(e ast.Expr) bool { return c.toldOne(e, fn.Pkg()) }) {
		return true
	}
	if h != nil {
		if s := c.configFor(call, h); s != nil {
			return c.triesOnce(s) || slices.ContainsFunc(besides(call, parts, h.Config), func(e ast.Expr) bool { return c.tellsOne(e, fn.Pkg(), 0) })
		}
	}
	return slices.ContainsFunc(parts, func(e ast.Expr) bool { return c.tellsOne(e, fn.Pkg(), 0) })
}

// besides returns the parts of a call that its config is not made of: the receiver, if there is one, and
// the arguments.
func besides(call *ast.CallExpr, parts []ast.Expr, s *repeats.Config) []ast.Expr {
	args := len(parts) - len(call.Args)
	switch {
	case s.From == repeats.Receiver:
		return parts[args:]
	case s.From == repeats.Argument:
		return slices.Concat(parts[:args+s.Param], parts[args+s.Param+1:])
	case s.Maker.Options >= 0 && args+s.Maker.Options < len(parts):
		return parts[:args+s.Maker.Options]
	}
	return parts
}

// toldOne reports whether a method of what a variable or field holds is called with a number that is one, or
// none: r.SetTries(1).
func (c *checker) toldOne(e ast.Expr, pkg *types.Package) bool {
	info := c.pass.TypesInfo
	v, ok := info.Uses[syntax.Name(ast.Unparen(e))].(*types.Var)
	if !ok {
		return false
	}
	told := false
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || told {
				return !told
			}
			fn, _ := syntax.Callee(info, call).(*types.Func)
			if fn == nil || fn.Pkg() != pkg || !slices.ContainsFunc(call.Args, c.isOneOrNone) {
				return true
			}
			told = info.Uses[syntax.Name(chainRoot(call))] == types.Object(v)
			return !told
		})
	}
	return told
}

// chainRoot returns what the first method of a chain of calls is called on: r of r.Tries(1).Pause(p).
func chainRoot(e ast.Expr) ast.Expr {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return ast.Unparen(e)
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return call
		}
		e = sel.X
	}
}

// triesOnce reports whether a config has a limit of none, or one.
func (c *checker) triesOnce(s *config) bool {
	once := func(v repeats.Value) bool {
		return v.Kind == repeats.Zero || v.Kind == repeats.Number && v.N <= 1 || v.Kind == repeats.Expression && c.isOneOrNone(v.Expr)
	}
	if s.typ == nil {
		for name := range s.values {
			if repeats.NamesLimit(name) && s.of(name).Kind == repeats.Number && once(s.of(name)) {
				return true
			}
		}
		return false
	}
	st, ok := syntax.Pointee(s.typ).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		switch {
		case !repeats.IsLimit(f):
		case s.inVariable && c.helpers.Stores(f):
			if slices.ContainsFunc(c.Assigned(f.Origin()), func(e ast.Expr) bool { return e != nil && c.isOneOrNone(e) }) {
				return true
			}
		case once(s.of(f.Name())):
			return true
		}
	}
	return false
}

// tellsOne reports whether an option, or a config, that a function of a package gets has a number that is
// one, or none.
func (c *checker) tellsOne(e ast.Expr, pkg *types.Package, depth int) bool {
	info := c.pass.TypesInfo
	if depth > points.Deepest {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if held := c.Once(x.(ast.Expr)); held != nil {
			return c.tellsOne(held, pkg, depth+1)
		}
	case *ast.UnaryExpr:
		return c.tellsOne(x.X, pkg, depth)
	case *ast.CompositeLit:
		named, ok := types.Unalias(syntax.OrInvalid(info.TypeOf(x))).(*types.Named)
		if !ok || named.Obj().Pkg() != pkg {
			return false
		}
		for _, elt := range x.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			if c.isOneOrNone(elt) {
				return true
			}
		}
	case *ast.CallExpr:
		fn, ok := syntax.Callee(info, x).(*types.Func)
		if !ok {
			return false
		}
		if fn.Pkg() == pkg && slices.ContainsFunc(x.Args, c.isOneOrNone) {
			return true
		}
		if c.returnsOne(x, pkg, depth) {
			return true
		}
		if recv := syntax.Receiver(info, x); recv != nil && c.tellsOne(recv, pkg, depth+1) {
			return true
		}
		return slices.ContainsFunc(x.Args, func(arg ast.Expr) bool { return c.tellsOne(arg, pkg, depth+1) })
	}
	return false
}

// returnsOne is tellsOne for what a function of the package may return.
func (c *checker) returnsOne(call *ast.CallExpr, pkg *types.Package, depth int) bool {
	decl := c.DeclOf(call)
	if decl == nil || decl.Body == nil {
		return false
	}
	one := false
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		if ret, ok := n.(*ast.ReturnStmt); ok && !one {
			one = slices.ContainsFunc(ret.Results, func(e ast.Expr) bool { return c.tellsOne(e, pkg, depth+1) })
		}
	})
	return one
}

func (c *checker) isOneOrNone(e ast.Expr) bool { return repeats.IsOneOrNone(c.pass.TypesInfo, e) }
