package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// presence returns what an expression is that is compared with nil: of an error that a
// function gets, and that may keep it from returning, the caller knows whether it is one. So it is with
// one in a struct that it gets.
func (f *flow) presence(e ast.Expr, v, other value) value {
	if len(other) != 1 || other[0].kind != isNil {
		return v
	}
	return f.presenceOf(f.locate(e), v)
}

// presenceOf is presence for what is in a location, which is compared with nil.
func (f *flow) presenceOf(l *location, v value) value {
	if !v.isUnknown() || !f.e.effects.MayEnd(f.node) && !asksError(f.sig) && !f.handsOn() || !f.isGiven(l) {
		return v
	}
	at, _ := f.parameter(l.root.(*types.Var))
	return errorOrNil(f.symbol(symbolKey{loc: f.presenceAt(l)}, choice), handedBack{at, l.path})
}

// handsOn reports whether a function that has nothing to do with codes makes an error of one that it gets. In one that has, an
// error is taken for other trouble where the caller does not know.
func (f *flow) handsOn() bool { return !f.e.relevant(f.node) && handsOn(f.sig) }

// errorOrNil returns an error of which nothing is known, but which of those that a function got it is, perhaps; there is one if a
// choice has come out as it should.
func errorOrNil(s *symbol, given ...handedBack) value {
	return value{
		{out{kind: isError, err: &failure{open: true, given: given}}, cond{{s, single(succeeded)}}},
		{out{kind: isNil}, cond{{s, single(failed)}}},
	}
}

// parted gives an error of which nothing is known a symbol of its own for whether there is one, before a call asks that: who asks
// the call's answer knows it then.
//
//	if failed(err) {
func (f *flow) parted(st *state, c *call, param int, at *location) value {
	v := errorOrNil(f.renew(st, symbolKey{site: c.CallExpr, loc: at, n: -4 - param}, choice))
	f.set(st, at, v)
	return v
}

// demand returns what a boolean is that a function gets, and that may keep it from returning: of must(r.Code.Retryable(), r.Code)
// the caller knows for which codes.
func (f *flow) demand(l *location, v value) value {
	if !v.isUnknown() || l.parent != nil || !syntax.IsBoolean(l.typ) || !f.e.effects.MayEnd(f.node) || !f.isKept(l) {
		return v
	}
	s := f.symbol(symbolKey{loc: l}, choice)
	return append(isTrue.conditioned(cond{{s, single(succeeded)}}), isFalse.conditioned(cond{{s, single(failed)}})...)
}

// givenOr returns what is known of an error that is put into another one: of one that the function got, the caller knows more.
func (f *flow) givenOr(v value, e ast.Expr) value {
	if !v.isUnknown() {
		return v
	}
	if l := f.locate(e); l != nil {
		return f.presenceOf(l, v)
	}
	return v
}

// presenceAt returns the location that stands for whether what the function got is an error.
func (f *flow) presenceAt(err *location) *location {
	l, ok := f.presences[err]
	if !ok {
		l = below(err, errorIn, syntax.ErrorType)
		if f.presences == nil {
			f.presences = make(map[*location]*location)
		}
		f.presences[err] = l
	}
	return l
}

// onlyFails reports whether nothing is known of an error, but, perhaps, that it is one: what is in
// it is then for the caller to know, if the function got it.
func (v value) onlyFails() bool {
	return !slices.ContainsFunc(v, func(o outcome) bool { return !o.onlyFails() })
}

// onlyFails reports whether nothing is known of an error but that it is one.
func (o outcome) onlyFails() bool {
	return o.kind == isError && o.err.open && !o.err.fresh && len(o.err.links) == 0
}

// untouched returns where an expression's error is, if the function got it, it still is what the caller
// gave, and is asked nothing but what a search tells.
func (f *flow) untouched(e ast.Expr) *location { return f.untouchedAt(f.locate(e)) }

// untouchedAt is untouched for what is in a location.
func (f *flow) untouchedAt(l *location) *location {
	if !f.isGiven(l) {
		return nil
	}
	if f.understood == nil {
		f.understood = make(map[*location]bool)
	}
	all, ok := f.understood[l]
	if !ok {
		f.understood[l] = true // while a call of the function itself is looked at
		all = f.asksOnly(l)
		f.understood[l] = all
	}
	if !all {
		return nil
	}
	return l
}

// isGiven reports whether a location is that of an error which the function got, by itself or in a struct, and that still is
// what the caller gave.
func (f *flow) isGiven(l *location) bool {
	return l != nil && syntax.IsErrorInterface(l.typ) && f.isKept(l) && (l.parent == nil || l.isField() && f.leavesField(l.field))
}

// isKept reports whether a location is in a parameter that a function assigns nothing to.
func (f *flow) isKept(l *location) bool {
	v, ok := l.root.(*types.Var)
	if !ok {
		return false
	}
	if _, ok := f.parameter(v); !ok {
		return false
	}
	known := f.e.index.Vars[v]
	return known == nil || known.Stores == 0 && !known.Pointed && len(known.Writers) == 0
}

// isField reports whether a location is that of a field, in structs and what they point to.
func (l *location) isField() bool {
	for p := l; p.parent != nil; p = p.parent {
		if step := p.step(); step != "*" && step[0] != '.' {
			return false
		}
	}
	return l.field != nil
}

// leavesField reports whether a function changes nothing that others see, nor a field of what it got.
func (f *flow) leavesField(field *types.Var) bool {
	decl, ok := f.node.(*ast.FuncDecl)
	if !ok {
		return false
	}
	fn, _ := f.e.info.Defs[decl.Name].(*types.Func)
	if fn == nil || !f.e.effects.ChangesNothing(fn) {
		return false
	}
	leaves := true
	stores := func(e ast.Expr) {
		if of := syntax.Field(f.e.info, e); of != nil && of.Origin() == field {
			leaves = false
		}
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				stores(lhs)
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				stores(n.X)
			}
		}
		return leaves
	})
	return leaves
}
