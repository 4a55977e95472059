package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/excuses"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// byHelper looks at what a helper asks by itself.
func (c *checker) byHelper(h *repeats.Helper, call *ast.CallExpr, typ *ast.FuncType, body *ast.BlockStmt) filter {
	if h.Result >= 0 {
		return c.byResultPredicate(h, call, typ, body)
	}
	var all filter
	if h.Field != "" {
		asked, known := c.predicateIn(call, h)
		switch {
		case !known:
			return decided
		case asked == nil: // it goes on for all errors
		case !h.Again:
			all.asks = append(all.asks, repeats.Question{Fun: asked})
		default:
			by := c.byPredicate(asked)
			if by.decided {
				return decided
			}
			all.asks = append(all.asks, by.asks...)
		}
	}
	if h.Halts {
		if h.Predicate >= len(call.Args) {
			return decided
		}
		all.asks = append(all.asks, repeats.Question{Fun: call.Args[h.Predicate]})
	}
	for _, obj := range h.Stops {
		switch {
		case body == nil && c.calleeMentions(&ast.CallExpr{Fun: call.Args[h.Param]}, obj, 0):
			return decided
		case body != nil && (c.defersObject(body, obj) || c.hidesObject(body, obj)):
			return decided
		case body != nil && c.mentionsObject(body, obj, 0):
			all.stops = append(all.stops, obj)
		}
	}
	for _, q := range h.Asks {
		if !q.Again {
			all.asks = append(all.asks, q)
			continue
		}
		by := c.byPredicate(q.Fun)
		if by.decided {
			return decided
		}
		all.asks = append(all.asks, by.asks...)
	}
	return all
}

// defersObject reports whether what a function defers may mention something, and so make another result of what it returns.
func (c *checker) defersObject(body *ast.BlockStmt, obj types.Object) bool {
	found := false
	syntax.InspectFunc(body, func(n ast.Node) {
		if d, ok := n.(*ast.DeferStmt); ok {
			found = found || c.mentionsObject(d.Call, obj, 0)
		}
	})
	return found
}

// hidesObject reports whether a function wraps, or compares with nil, what a call returns that may mention something: it may be nil.
func (c *checker) hidesObject(body *ast.BlockStmt, obj types.Object) bool {
	info := c.pass.TypesInfo
	mentions := func(e ast.Expr) bool {
		all := []ast.Expr{e}
		if v := c.Variable(e); v != nil {
			all = append(slices.Clone(c.Assigned(v)), c.Last(v))
		}
		return slices.ContainsFunc(all, func(by ast.Expr) bool {
			call, ok := ast.Unparen(by).(*ast.CallExpr)
			return ok && c.mentionsObject(call, obj, 0)
		})
	}
	found := false
	syntax.InspectFunc(body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn, ok := syntax.Callee(info, n).(*types.Func)
			found = found || ok && fn.Pkg() != nil && wraps[fn.Pkg().Path()] && syntax.ErrorsFunction(fn) != "Is" && syntax.ErrorsFunction(fn) != "As" && slices.ContainsFunc(n.Args, mentions)
		case *ast.BinaryExpr:
			found = found || info.Types[n.Y].IsNil() && mentions(n.X)
		}
	})
	return found
}

// mentionsObject reports whether a function, or one that it calls, may mention something.
func (c *checker) mentionsObject(body ast.Node, obj types.Object, depth int) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			found = found || c.pass.TypesInfo.Uses[n] == obj
		case *ast.CallExpr:
			found = found || c.calleeMentions(n, obj, depth+1)
		}
		return !found
	})
	return found
}

// calleeMentions is mentionsObject for what a call calls. Of another package's function
// only its imports tell, and the standard library's errors are no refusal's.
func (c *checker) calleeMentions(call *ast.CallExpr, obj types.Object, depth int) bool {
	if tv := c.pass.TypesInfo.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return false
	}
	if depth > points.Deepest {
		return true
	}
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok {
		if lit := c.LiteralOf(call.Fun); lit != nil {
			return c.mentionsObject(lit.Body, obj, depth)
		}
		return !excuses.IsStandard(obj)
	}
	if decl := c.DeclOfFunc(fn); decl != nil && decl.Body != nil {
		return c.mentionsObject(decl.Body, obj, depth)
	}
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		if obj.Exported() && obj.Pkg() == c.pass.Pkg {
			return true // whoever implements it
		}
		for method, decl := range c.Decls {
			if decl.Recv != nil && decl.Body != nil && method.Name() == fn.Name() && c.mentionsObject(decl.Body, obj, depth) {
				return true
			}
		}
		return false
	}
	if fn.Pkg() == nil || obj.Pkg() == c.pass.Pkg || excuses.IsStandard(obj) {
		return false
	}
	if fn.Pkg() == obj.Pkg() {
		return true
	}
	for _, imp := range fn.Pkg().Imports() {
		if imp == obj.Pkg() {
			return true
		}
	}
	return false
}
