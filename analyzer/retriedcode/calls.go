package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// calls reports what a function hands to retry libraries.
func (c *checker) calls(f points.Function) {
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if e, ok := n.(ast.Expr); ok {
			c.abandoned(f, e)
		}
		if d, ok := n.(*ast.DeferStmt); ok {
			c.givesInTheEnd(f, d)
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		obj := syntax.Callee(c.pass.TypesInfo, call)
		if obj == nil {
			c.ofProgram(call) // what a function makes that is called
			return
		}
		lib := libraries.Of(obj.Pkg())
		if lib == nil {
			c.gives(f, call)
			if c.marksAgain(call, 0) {
				c.given(f, call, nil, new(libraries.Library), "library", "this has")
			} else {
				c.marksSome(f, call)
			}
			c.ofProgram(call)
			return
		}
		name := syntax.ObjectName(obj)
		for _, r := range lib.Runs {
			if r.Name != name {
				continue
			}
			if r.Arg = c.functionFrom(call, r.Arg); r.Arg < len(call.Args) {
				c.operation(call, r, lib, obj.Pkg(), nil)
			}
		}
		if slices.Contains(lib.Marks, name) {
			c.marked(f, call, lib)
		}
		c.gives(f, call)
	})
	c.handler(f)
}

// ofProgram reports a call of a function of the program that calls another one again, by itself or by a library.
func (c *checker) ofProgram(call *ast.CallExpr) {
	if c.helped(call) {
		return
	}
	own := 0 // the first argument that the call itself gives
	if made := c.madeBefore(call); made != nil {
		if call, own = c.uncurried(call, made), len(made.Args); call == nil {
			return
		}
	}
	call = c.spread(call)
	if w := c.wrapperOf(call, 0); w != nil && w.param >= own && !c.mayTryOnce(call, nil) {
		c.wrapped(call, w)
	}
}

// helped reports a call of a helper of the program. It fails if the call is none.
func (c *checker) helped(call *ast.CallExpr) bool {
	call, h := c.repeating(call)
	if h == nil || h.Param >= len(call.Args) || call.Ellipsis.IsValid() {
		return false
	}
	r := libraries.Runner{Arg: h.Param, Predicate: h.Predicate + 1}
	if h.Halts {
		r.Predicate = 0 // see byHelper
	}
	switch {
	case h.Result >= 0:
		r.Again = libraries.OnAnswer
	case h.Verdict == repeats.TrueWithError:
		r.Again = libraries.OnTrue
	case h.Verdict == repeats.FalseWithoutError:
		r.Again = libraries.OnFalse
	}
	if !c.mayTryOnce(call, h) {
		c.operation(call, r, nil, c.pass.Pkg, h)
	}
	return true
}

// functionFrom returns the index of the first argument, from i on, that is a
// function: between versions, operations move behind a context.
func (c *checker) functionFrom(call *ast.CallExpr, i int) int {
	for ; i < len(call.Args); i++ {
		if t := c.pass.TypesInfo.TypeOf(call.Args[i]); t != nil {
			if _, ok := t.Underlying().(*types.Signature); ok {
				break
			}
		}
	}
	return i
}

func (c *checker) isTrue(e ast.Expr) bool {
	v := c.pass.TypesInfo.Types[e].Value
	return v != nil && v.ExactString() == "true"
}
