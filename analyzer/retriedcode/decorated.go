package retriedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/relays"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that others are made of, as middlewares are: Chain(Retry(3), Logged)(send).

// madeBefore returns the call by which the function is made that a call calls: at once, or where a variable is set that holds
// it for good; nil if a function that is declared is called.
func (c *checker) madeBefore(call *ast.CallExpr) *ast.CallExpr {
	if made := relays.MadeBefore(call, c.Once); made != nil {
		return c.spread(made)
	}
	return nil
}

// repeating returns a call of a helper, with the helper: also one that a function of the program makes of its settings, or
// that is in a chain. It fails for any other call.
func (c *checker) repeating(call *ast.CallExpr) (*ast.CallExpr, *repeats.Helper) {
	made := c.madeBefore(call)
	if made != nil {
		if flat := c.helpers.Uncurried(call, made); flat != nil {
			return flat, c.helpers.Of(flat)
		}
	}
	spread := c.spread(call)
	if h := c.helpers.Of(spread); h != nil {
		return spread, h
	}
	return c.inChain(spread, made)
}

// inChain is repeating for a function that has several decorate another one: one of them calls it again, and the others
// hand on what comes of it.
func (c *checker) inChain(call, made *ast.CallExpr) (again *ast.CallExpr, h *repeats.Helper) {
	of, by, ok := c.relays.Chained(call, made)
	if !ok {
		return nil, nil
	}
	for _, decorator := range by {
		one := relays.Decoration(call, decorator, of)
		if flat, by := c.repeating(one); by != nil {
			again, h = flat, by
		} else if !c.handsOn(one) {
			return nil, nil
		}
	}
	return again, h
}

// handsOn reports whether the function that a call makes of another one returns what that returns.
func (c *checker) handsOn(call *ast.CallExpr) bool {
	_, err, ok := c.relays.Decorated(call, c.madeBefore(call))
	return ok && err == relays.Itself
}

// bare returns the function whose outcome an argument hands on, or the argument.
func (c *checker) bare(e ast.Expr) ast.Expr {
	for range points.Deepest {
		held := e
		if once := c.Once(e); once != nil {
			held = once
		}
		call, ok := ast.Unparen(held).(*ast.CallExpr)
		if !ok {
			break
		}
		of := c.relays.Undecorated(call, c.Once)
		if of == nil {
			break
		}
		e = of
	}
	return e
}

// parametersOf returns a function's parameters, and those of the function that it makes, if it does: as package repeats has
// it, they are known as if the function took all at once. Those without a name are nil.
func (c *checker) parametersOf(decl *ast.FuncDecl) []*types.Var {
	lists := []*ast.FieldList{decl.Type.Params}
	if fn, ok := c.pass.TypesInfo.Defs[decl.Name].(*types.Func); ok && !fn.Signature().Variadic() {
		if lit := syntax.LiteralReturned(c.pass.TypesInfo, decl.Body); lit != nil {
			lists = append(lists, lit.Type.Params)
		}
	}
	var all []*types.Var
	for _, list := range lists {
		for _, field := range list.List {
			for _, name := range field.Names {
				p, _ := c.pass.TypesInfo.Defs[name].(*types.Var)
				all = append(all, p)
			}
			if len(field.Names) == 0 {
				all = append(all, nil)
			}
		}
	}
	return all
}

// uncurried returns the call of what a function makes as one of that function, nil if that is not known.
func (c *checker) uncurried(call, made *ast.CallExpr) *ast.CallExpr {
	fn, _ := syntax.Callee(c.pass.TypesInfo, made).(*types.Func)
	if fn == nil || fn.Signature().Variadic() || libraries.Of(fn.Pkg()) != nil {
		return nil
	}
	return repeats.Flat(fn, call, made)
}
