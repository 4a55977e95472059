package retriedcode

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// stopIn returns the stop of a library that an expression names: a call, a
// literal of a type, a variable.
func (c *checker) stopIn(e ast.Expr) (types.Object, *libraries.Library) {
	info := c.pass.TypesInfo
	var obj types.Object
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		obj = syntax.Callee(info, x)
	case *ast.Ident:
		obj = info.Uses[x]
	case *ast.SelectorExpr:
		obj = info.Uses[x.Sel]
	case *ast.UnaryExpr:
		return c.stopIn(x.X)
	case *ast.CompositeLit:
		if named, ok := types.Unalias(info.TypeOf(x)).(*types.Named); ok {
			obj = named.Obj()
		}
	}
	if obj == nil || obj.Pkg() == nil {
		return nil, nil
	}
	if fn, ok := obj.(*types.Func); ok && fn.Signature().Recv() != nil {
		return nil, nil
	}
	lib := libraries.Of(obj.Pkg())
	if lib == nil || !slices.Contains(lib.Stops, obj.Name()) {
		return nil, nil
	}
	return obj, lib
}

// tri is an answer that may be unknown.
type tri int

const (
	no tri = iota
	yes
	maybe
)

// stops reports whether an error ends what a package's library does.
func (c *checker) stops(e ast.Expr, pkg *types.Package, body *ast.BlockStmt) tri {
	if obj, _ := c.stopIn(e); obj != nil {
		if obj.Pkg() == pkg || sameFamily(obj.Pkg(), pkg) {
			return yes
		}
		return no
	}
	info := c.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		if info.Types[x.Fun].IsType() && len(x.Args) == 1 { // codeError(r.Code)
			if c.standsForStop(x, 0) {
				return maybe
			}
			return c.stops(x.Args[0], pkg, body)
		}
		fn, _ := syntax.Callee(info, x).(*types.Func)
		if fn == nil {
			if _, _, held := c.operationOf(x.Fun); held != nil && !c.mentionsStop(held, 0) {
				return no
			}
			return maybe
		}
		switch fn.FullName() {
		case "fmt.Errorf":
			return c.wrapsStop(x, pkg, body)
		case "errors.Join":
			for _, arg := range x.Args {
				if c.stops(arg, pkg, body) == yes {
					return c.behind(pkg)
				}
			}
			return no
		}
		if fn.Pkg() == nil {
			return no
		}
		if lib := libraries.Of(fn.Pkg()); lib != nil && slices.Contains(lib.Perhaps, fn.Name()) {
			return maybe
		}
		if c.mayStop(fn, pkg) || c.handsStop(x) {
			return maybe
		}
	case *ast.UnaryExpr, *ast.CompositeLit:
		if c.standsForStop(x, 0) {
			return maybe
		}
	case *ast.Ident:
		v, ok := info.Uses[x].(*types.Var)
		if !ok {
			return no
		}
		for _, by := range c.Assigned(v) {
			if by != nil && by != e && c.mentionsStop(by, 0) {
				return maybe
			}
		}
		if call := c.Computed(v); call != nil && c.mentionsStop(call, 0) {
			return maybe
		}
	}
	return no
}

// handsStop reports whether a call gets a function that mentions a library's stop: it may hand on what that returns.
func (c *checker) handsStop(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		if _, ok := syntax.OrInvalid(c.pass.TypesInfo.TypeOf(arg)).Underlying().(*types.Signature); !ok {
			return false
		}
		_, _, body := c.operationOf(arg)
		return body != nil && c.mentionsStop(body, 0)
	})
}

// mayStop reports whether a function may return an error that ends what a package's library
// does: behind an interface, whether one of its implementations may.
func (c *checker) mayStop(fn *types.Func, pkg *types.Package) bool {
	if decl := c.DeclOfFunc(fn); decl != nil {
		return decl.Body != nil && c.mentionsStop(decl.Body, 0)
	}
	if impls := syntax.Implementations(c.pass, fn); len(impls) > 0 {
		return slices.ContainsFunc(impls, func(impl *types.Func) bool { return c.mayStop(impl, pkg) })
	}
	if may, _ := c.imported.marks(fn); may {
		return true
	}
	if pkg.Scope().Len() == 0 && takesError(fn) && !wraps[fn.Pkg().Path()] {
		return true // the library is not known here, so that this may be its stop by another name
	}
	return slices.ContainsFunc(fn.Pkg().Imports(), func(imp *types.Package) bool {
		return imp == pkg || syntax.UnversionedPath(imp.Path()) == syntax.UnversionedPath(pkg.Path())
	})
}

// wraps are packages whose functions return an error around another one, and nothing else.
var wraps = map[string]bool{"errors": true, "fmt": true, "github.com/pkg/errors": true}

func takesError(fn *types.Func) bool {
	for p := range fn.Signature().Params().Variables() {
		if syntax.ImplementsError(p.Type()) {
			return true
		}
	}
	return false
}

// sameFamily reports whether a stop of one package is understood by another: a
// library may have its stops in a package of their own.
func sameFamily(stop, pkg *types.Package) bool {
	lib := libraries.Of(stop)
	return lib != nil && lib.Family != "" && strings.HasPrefix(pkg.Path(), lib.Family)
}

// behind reports whether a library finds a stop behind another error.
func (c *checker) behind(pkg *types.Package) tri {
	if lib := libraries.Of(pkg); lib == nil || lib.Unwraps == nil || lib.Unwraps(pkg) {
		return yes
	}
	return no
}

// wrapsStop reports whether fmt.Errorf wraps a stop.
func (c *checker) wrapsStop(call *ast.CallExpr, pkg *types.Package, body *ast.BlockStmt) tri {
	if len(call.Args) == 0 {
		return no
	}
	var wraps []int
	format := c.pass.TypesInfo.Types[call.Args[0]].Value
	readable := format != nil && format.Kind() == constant.String
	if readable {
		wraps, readable = syntax.WrappedBy(constant.StringVal(format))
	}
	for i, arg := range call.Args[1:] {
		s := c.stops(arg, pkg, body)
		if s == no {
			continue
		}
		if !readable {
			return maybe
		}
		if slices.Contains(wraps, i) {
			if s == maybe {
				return maybe
			}
			return c.behind(pkg)
		}
	}
	return no
}

const stopDepth = 3 // how many calls deep a stop is looked for

// mentionsStop reports whether a node mentions a library's stop, or a function does that is called there.
func (c *checker) mentionsStop(body ast.Node, depth int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || found {
			return !found
		}
		if obj, _ := c.stopIn(e); obj != nil || depth < stopDepth && c.standsForStop(e, depth) {
			found = true
		}
		if call, ok := n.(*ast.CallExpr); ok && depth < stopDepth {
			if _, _, called := c.operationOf(call.Fun); called != nil {
				found = found || called != body && c.mentionsStop(called, depth+1)
			}
			if fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func); ok {
				found = found || c.marks(fn) // however deep
			}
		}
		return !found
	})
	return found
}

// standsForStop reports whether an expression makes an error of a type of the program that a library may take for its stop:
//
//	func (refusal) Is(target error) bool { return target == asynq.SkipRetry }
//
// or one that may hold a stop, and says so by such a method.
func (c *checker) standsForStop(e ast.Expr, depth int) bool {
	info := c.pass.TypesInfo
	var in []ast.Expr
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		lit, ok := ast.Unparen(x.X).(*ast.CompositeLit)
		return ok && c.standsForStop(lit, depth)
	case *ast.CompositeLit:
		in = x.Elts
	case *ast.CallExpr:
		if !info.Types[x.Fun].IsType() {
			return false
		}
	default:
		return false
	}
	named, ok := syntax.Pointee(syntax.OrInvalid(info.TypeOf(e))).(*types.Named)
	if !ok {
		return false
	}
	for m := range named.Methods() {
		if !slices.Contains(syntax.LookedIntoBy, m.Name()) {
			continue
		}
		if slices.ContainsFunc(in, func(elt ast.Expr) bool { return c.mentionsStop(elt, depth+1) }) {
			return true
		}
		if decl := c.DeclOfFunc(m); decl != nil && decl.Body != nil && c.mentionsStop(decl.Body, depth+1) || c.marks(m) {
			return true
		}
	}
	return false
}
