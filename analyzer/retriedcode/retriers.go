package retriedcode

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about retriers: structs of the program with a method that calls a function again, and
// what they have in their fields.

// predicateIn returns what is in the field that a method asks, nil if there is nothing. It fails if
// that is not known: the struct is made somewhere else, or the field is set later.
func (c *checker) predicateIn(call *ast.CallExpr, h *repeats.Helper) (ast.Expr, bool) {
	recv := receiverOf(c.pass.TypesInfo, call)
	if recv == nil || !c.helpers.Fixed(h) {
		return nil, false
	}
	lit, made := c.structOf(recv)
	if lit == nil {
		return nil, false
	}
	value, ok := c.fieldIn(lit, h.Field)
	if made != nil && value != nil {
		return c.argumentFor(made, value)
	}
	return value, ok
}

// structOf returns the literal that an expression holds, or what it points to, and the call of a
// function of the package which makes it; nil if that is not known.
func (c *checker) structOf(e ast.Expr) (lit *ast.CompositeLit, made *ast.CallExpr) {
	for range 2 * deepest {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident, *ast.SelectorExpr:
			e = c.once(x.(ast.Expr))
		case *ast.UnaryExpr:
			e = x.X
		case *ast.CallExpr:
			if made != nil || x.Ellipsis.IsValid() {
				return nil, nil
			}
			made, e = x, c.madeBy(x)
		case *ast.CompositeLit:
			return x, made
		}
		if e == nil {
			break
		}
	}
	return nil, nil
}

// fieldIn returns what a literal has for a field, nil for nothing. It fails for one of another type.
func (c *checker) fieldIn(lit *ast.CompositeLit, field *types.Var) (ast.Expr, bool) {
	st, ok := orInvalid(c.pass.TypesInfo.TypeOf(lit)).Underlying().(*types.Struct)
	if !ok || !hasField(st, field, 1) {
		return nil, false
	}
	for i, elt := range lit.Elts {
		value := elt
		is := i < st.NumFields() && st.Field(i).Origin() == field
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			id, named := kv.Key.(*ast.Ident)
			v, _ := c.pass.TypesInfo.Uses[id].(*types.Var)
			value, is = kv.Value, named && v != nil && v.Origin() == field
		}
		if is && !c.pass.TypesInfo.Types[value].IsNil() {
			return value, true
		}
	}
	return nil, true
}

// argumentFor returns what a call hands over for a value in its callee, if that is a parameter, and the
// value if it depends on none.
func (c *checker) argumentFor(call *ast.CallExpr, value ast.Expr) (ast.Expr, bool) {
	if _, ok := ast.Unparen(value).(*ast.FuncLit); ok {
		return value, true
	}
	id, ok := ast.Unparen(value).(*ast.Ident)
	fn, _ := callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok || fn == nil {
		return nil, false
	}
	switch obj := c.pass.TypesInfo.Uses[id].(type) {
	case *types.Func:
		return value, true
	case *types.Var:
		for i, arg := range call.Args {
			if parameter(fn.Signature(), i) == obj && len(c.assigned[obj]) == 0 {
				return arg, !c.pass.TypesInfo.Types[arg].IsNil()
			}
		}
	}
	return nil, false
}

// mayTryOnce reports whether a retrier has a number by which it may try only once: none, or one.
func (c *checker) mayTryOnce(call *ast.CallExpr) bool {
	recv := receiverOf(c.pass.TypesInfo, call)
	if recv == nil {
		return false
	}
	lit, made := c.structOf(recv)
	if made != nil && c.mayBeOne(made) {
		return true
	}
	if lit == nil {
		return false
	}
	set := make(map[string]bool)
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				set[id.Name] = true
			}
			elt = kv.Value
		}
		if c.isOneOrNone(elt) {
			return true
		}
	}
	st, ok := orInvalid(c.pass.TypesInfo.TypeOf(lit)).Underlying().(*types.Struct)
	if !ok || len(lit.Elts) > 0 && len(set) == 0 {
		return false // all of them are there, without their names
	}
	for f := range st.Fields() {
		if !set[f.Name()] && isNumber(f.Type()) && !syntax.IsTime(f.Type()) && limitName().MatchString(f.Name()) {
			return true // none
		}
	}
	return false
}

// limitName is in the names of fields that say how often something is tried.
var limitName = anyOf("tries", "try", "attempt", "max", "limit", "times", "retries", "steps")

// isOneOrNone reports whether an expression is a number that is no time, and not more than one.
func (c *checker) isOneOrNone(e ast.Expr) bool {
	tv := c.pass.TypesInfo.Types[e]
	if tv.Value == nil || !isNumber(tv.Type) || syntax.IsTime(tv.Type) {
		return false
	}
	n, ok := constant.Int64Val(constant.ToInt(tv.Value))
	return ok && n <= 1
}
