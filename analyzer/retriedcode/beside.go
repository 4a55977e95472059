package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file looks at what goes with an operation to a library, and may end what the
// library does whatever the operation returns.

// endedBeside reports whether something that goes with an operation keeps it from being
// called again, or decides about that by means of the program's own: an option that allows
// one try, a context that a callback cancels, a strategy that the program implements.
func (c *checker) endedBeside(call *ast.CallExpr, r libraries.Runner, lib *libraries.Library) bool {
	info := c.pass.TypesInfo
	ended := false
	seen := make(map[ast.Expr]bool)
	var look func(e ast.Expr)
	arguments := func(x *ast.CallExpr, operation int) {
		for i, arg := range x.Args {
			if i == operation {
				continue
			}
			ended = ended || c.decidesItself(x, i, lib)
			look(arg)
		}
		if recv := syntax.Receiver(info, x); recv != nil {
			look(recv)
		}
	}
	look = func(e ast.Expr) {
		e = ast.Unparen(e)
		if ended || seen[e] {
			return
		}
		seen[e] = true
		switch x := e.(type) {
		case *ast.FuncLit:
			ended = c.Cancels(x.Body, 0) || c.prepares(x.Body, call, r.Arg)
			return
		case *ast.Ident, *ast.SelectorExpr:
			if v := c.Once(e); v != nil {
				look(v)
			} else if list, ok := c.listed(e); ok {
				for _, option := range list {
					look(option)
				}
			} else if _, _, body := c.operationOf(e); body != nil {
				ended = c.Cancels(body, 0) || c.prepares(body, call, r.Arg)
			}
		case *ast.UnaryExpr:
			look(x.X)
		case *ast.KeyValueExpr:
			look(x.Value)
		case *ast.CompositeLit:
			if t := info.TypeOf(x); lib != nil && t != nil && c.ofLibrary(t, lib) && typeName(t) == lib.None && lib.None != "" {
				ended = true
				return
			}
			for _, elt := range x.Elts {
				look(elt)
			}
		case *ast.CallExpr:
			obj := syntax.Callee(info, x)
			if obj == nil {
				return
			}
			if lib != nil && (libraries.Of(obj.Pkg()) == lib || c.ofLibraryPackage(obj, lib)) {
				if only, ok := lib.Single[obj.Name()]; ok && c.hasConstant(x.Args, only) {
					ended = true
					return
				}
			} else {
				for _, made := range c.waysMade(x) {
					look(made)
				}
			}
			arguments(x, -1)
		}
	}
	arguments(call, r.Arg)
	return ended
}

// decidesItself reports whether an argument is the program's own answer to whether, or when,
// there is another try: an implementation of one of the library's interfaces, or a function of
// one of its types of functions that say yes or no.
func (c *checker) decidesItself(call *ast.CallExpr, i int, lib *libraries.Library) bool {
	sig := syntax.CalledSignature(c.pass.TypesInfo, call.Fun)
	if sig == nil || lib == nil {
		return false
	}
	var param types.Type
	switch n := sig.Params().Len(); {
	case sig.Variadic() && i >= n-1:
		param = elementType(sig.Params().At(n - 1).Type())
	case i < n:
		param = sig.Params().At(i).Type()
	default:
		return false
	}
	arg := c.pass.TypesInfo.TypeOf(call.Args[i])
	if arg == nil || !c.ofLibrary(param, lib) {
		return false
	}
	switch u := param.Underlying().(type) {
	case *types.Interface:
		return u.NumMethods() > 0 && !types.IsInterface(arg) && !c.ofLibrary(arg, lib) && !c.onlyPauses(u, arg, lib) && !c.pass.TypesInfo.Types[call.Args[i]].IsNil()
	case *types.Signature:
		if _, known := lib.Predicates[typeName(param)]; known || c.ofLibrary(arg, lib) {
			return false
		}
		return u.Results().Len() == 1 && syntax.IsBoolean(u.Results().At(0).Type())
	}
	return false
}

// unlessCancelled leaves the codes for which an operation does not cancel the context that
// it is called with.
func (c *checker) unlessCancelled(reg requests.Region, o points.Source, members []domain.Member) []domain.Member {
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		s, ok := n.(*ast.ExprStmt)
		if !ok || !c.MakesLast(points.Round{Region: reg}, s) {
			return
		}
		for _, at := range c.Before(s).Origins() {
			if at.Is(o) {
				members = points.Without(members, at.Codes.Has)
			}
		}
	})
	return members
}

// remarks reports whether a deferred function of an operation may make another result of
// what it returns, and that may be one that ends it.
func (c *checker) remarks(typ *ast.FuncType, body *ast.BlockStmt, pkg *types.Package) bool {
	info := c.pass.TypesInfo
	results := make(map[types.Object]bool)
	if typ.Results != nil {
		for _, field := range typ.Results.List {
			for _, name := range field.Names {
				results[info.Defs[name]] = true
			}
		}
	}
	if len(results) == 0 {
		return false
	}
	isResult := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && results[info.Uses[id]]
	}
	found := false
	syntax.InspectFunc(body, func(n ast.Node) {
		d, ok := n.(*ast.DeferStmt)
		if !ok {
			return
		}
		ast.Inspect(d.Call, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.UnaryExpr:
				found = found || isResult(n.X) && n.Op == token.AND
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					if !isResult(lhs) {
						continue
					}
					if len(n.Lhs) != len(n.Rhs) || !syntax.ImplementsError(info.TypeOf(lhs)) || info.Types[n.Rhs[i]].IsNil() || c.stops(n.Rhs[i], pkg, body) != no {
						found = true
					}
				}
			}
			return !found
		})
	})
	return found
}

// hasConstant reports whether one of some arguments is this constant.
func (c *checker) hasConstant(args []ast.Expr, text string) bool {
	for _, arg := range args {
		if v := c.pass.TypesInfo.Types[arg].Value; v != nil && v.ExactString() == text {
			return true
		}
	}
	return false
}

// typeName returns the name of a type, or of what a pointer points to.
func typeName(t types.Type) string {
	if named, ok := syntax.Pointee(t).(*types.Named); ok {
		return named.Obj().Name()
	}
	return ""
}
