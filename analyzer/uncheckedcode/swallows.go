package uncheckedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about helpers that tell nobody that a decode has failed, but a log perhaps:
//
//	func decode(body []byte, out any) {
//		if err := json.Unmarshal(body, out); err != nil {
//			log.Printf("no reply: %s", body)
//		}
//	}

// swallows returns the decode by which a function of the package that has no results fills a parameter, if it goes on where that
// fails as if nothing had happened; nil if it does anything else with it.
func (c *checker) swallows(call *ast.CallExpr, target ast.Expr) *ast.CallExpr {
	fn := c.replies.Callee(call)
	if fn == nil || fn.Signature().Results().Len() > 0 || fn.Signature().Variadic() {
		return nil
	}
	for i, arg := range call.Args {
		if arg == target && i < fn.Signature().Params().Len() {
			return c.swallowsIn(fn, fn.Signature().Params().At(i))
		}
	}
	return nil
}

// swallowsResult is swallows for a function that returns nothing but the reply.
func (c *checker) swallowsResult(fn *types.Func) *ast.CallExpr {
	decl := c.replies.Declaration(fn)
	if decl == nil || fn.Signature().Results().Len() != 1 {
		return nil
	}
	if ret := syntax.OnlyReturn(decl.Body); ret != nil {
		if call, ok := syntax.Plain(ret.Results[0]).(*ast.CallExpr); ok && !c.asking[fn] {
			c.asking[fn] = true
			defer delete(c.asking, fn)
			if called := c.replies.Callee(call); called != nil {
				return c.swallowsResult(called)
			}
		}
	}
	var v *types.Var
	several := false
	b := c.replies.Body(decl)
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok {
			return
		}
		returned := fn.Signature().Results().At(0)
		if len(ret.Results) == 1 {
			returned = b.Variable(ret.Results[0])
		}
		several = several || returned == nil || v != nil && v != returned
		v = returned
	})
	if several || v == nil {
		return nil
	}
	return c.swallowsIn(fn, v)
}

// swallowsIn returns the one decode that fills a variable of a function, if nothing comes of its failure.
func (c *checker) swallowsIn(fn *types.Func, v *types.Var) *ast.CallExpr {
	decl := c.replies.Declaration(fn)
	if decl == nil {
		return nil
	}
	b := c.replies.Body(decl)
	var fills []*ast.CallExpr
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			for _, target := range c.replies.Targets(call) {
				if b.Variable(target) == v {
					fills = append(fills, call)
				}
			}
		}
		return true
	})
	if len(fills) != 1 {
		return nil
	}
	d := &decoded{c: c, b: b, call: fills[0], v: v, name: v.Name(), trace: b.Trace(v)}
	if d.trace.Any(replies.Read, replies.Written, replies.Gone) || d.trace.Aliases || d.b.Function(d.call) != ast.Node(decl) || d.valid() {
		return nil
	}
	if c.discardsError(b, d.call) {
		return d.call
	}
	if _, alone := b.Parent(d.call).(*ast.ExprStmt); alone && !c.asking[fn] { // a helper that hands on to another one
		c.asking[fn] = true
		defer delete(c.asking, fn)
		for _, target := range c.replies.Targets(d.call) {
			if b.Variable(target) == v {
				return c.swallows(d.call, target)
			}
		}
	}
	if w, ok := d.failures(); ok && w.forgets() {
		return d.call
	}
	return nil
}

// forgets reports whether nothing is done about a decode that failed.
func (w *afterWalk) forgets() bool {
	w.walk(failed)
	return !w.handled && !w.acts()
}
