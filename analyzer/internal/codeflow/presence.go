package codeflow

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// presence returns what an expression is that is compared with nil: of an error that a
// function gets, and that may keep it from returning, the caller knows whether it is one.
func (f *flow) presence(e ast.Expr, v, other value) value {
	if !v.isUnknown() || len(other) != 1 || other[0].kind != isNil || !f.e.effects.MayEnd(f.node) && !asksError(f.sig) {
		return v
	}
	p := f.given(e)
	if p == nil {
		return v
	}
	s := f.symbol(symbolKey{loc: f.presenceAt(p)}, choice)
	return value{
		{out{kind: isError, err: &failure{open: true}}, cond{{s, single(succeeded)}}},
		{out{kind: isNil}, cond{{s, single(failed)}}},
	}
}

// presenceAt returns the location that stands for whether a parameter is an error.
func (f *flow) presenceAt(p *types.Var) *location {
	l, ok := f.presences[p]
	if !ok {
		l = &location{root: p, path: errorIn, typ: syntax.ErrorType, parent: f.variable(p)}
		if f.presences == nil {
			f.presences = make(map[*types.Var]*location)
		}
		f.presences[p] = l
	}
	return l
}

// onlyFails reports whether nothing is known of an error, but, perhaps, that it is one: what is in
// it is then for the caller to know, if the function got it.
func (v value) onlyFails() bool {
	return !slices.ContainsFunc(v, func(o outcome) bool {
		return o.kind != isError || !o.err.open || o.err.fresh || len(o.err.links) > 0
	})
}

// untouched returns the parameter that an expression is, if it still holds what the caller gave
// and is asked nothing but what a search tells.
func (f *flow) untouched(e ast.Expr) *types.Var {
	v := f.given(e)
	if v == nil {
		return nil
	}
	if f.understood == nil {
		f.understood = make(map[*types.Var]bool)
	}
	all, ok := f.understood[v]
	if !ok {
		f.understood[v] = true // while a call of the function itself is looked at
		all = f.asksOnly(v)
		f.understood[v] = all
	}
	if !all {
		return nil
	}
	return v
}

// given returns the parameter that an expression is, if it is an error that still is what the
// caller gave.
func (f *flow) given(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := f.e.info.Uses[id].(*types.Var)
	if !ok || !syntax.IsErrorInterface(v.Type()) {
		return nil
	}
	if _, ok := f.parameter(v); !ok {
		return nil
	}
	if known := f.e.index.Vars[v]; known != nil && (known.Stores > 0 || known.Pointed || len(known.Writers) > 0) {
		return nil
	}
	return v
}
