package codeflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// The rules of errors.As and errors.AsType, and of type assertions, which look at the error alone.

// found returns what is found of a type in a value, by errors.As or, of the error itself, by
// a type assertion: the code that it is or holds, and the conditions under which nothing is.
func (f *flow) found(st *state, site ast.Node, v value, t types.Type, how look) (code value, field string, never []cond) {
	u := f.e.universeOfType(t)
	var unseen *symbol // the code of an error that nobody has seen made; absent where another one is found, or none
	other := func(c cond, success bool) {
		if u != nil {
			if unseen == nil {
				unseen = f.renew(st, symbolKey{site: site, n: 1}, u)
				st.allow(unseen, u.all.union(u.absent()))
			}
			can := u.all
			if !success {
				can = u.all.minus(u.class(codes.RetryNotNeeded)) // what is an error is none
			}
			code = code.add(outcome{out{kind: isSymbol, sym: unseen}, c.and(unseen, can)})
		} else {
			code = code.add(outcome{out{}, c})
		}
		never = append(never, c)
	}
	for _, o := range orUnknown(v) {
		if o.kind == isNil {
			never = append(never, o.cond)
			continue
		}
		if o.kind != isError {
			other(o.cond, false)
			continue
		}
		l, maybe := o.err.linkOf(t, how)
		switch {
		case l != nil && types.IsInterface(t):
			code = code.add(outcome{out{kind: isError, err: l.alone()}, o.cond})
		case l != nil:
			field = l.field
			for _, p := range orUnknown(l.code) {
				code = code.add(outcome{p.out, o.cond.all(p.cond)})
			}
		case maybe:
			other(o.cond, u != nil && f.wrapsSuccess(st, o, u))
		default:
			never = append(never, o.cond)
		}
	}
	if unseen != nil {
		for i, o := range code {
			if o.sym != unseen {
				code[i].cond = o.cond.and(unseen, u.absent())
			}
		}
		for i, c := range never {
			never[i] = c.and(unseen, u.absent())
		}
	}
	return code, field, never
}

// wrapsSuccess reports whether an error has one of the program's own in it that wraps a code of its, which is a success.
func (f *flow) wrapsSuccess(st *state, o outcome, u *universe) bool {
	return slices.ContainsFunc(o.err.links, func(l link) bool {
		et := f.e.errorTypeOf(l.typ)
		if et == nil || len(l.code) == 0 || !slices.ContainsFunc(et.wraps, func(field errorField) bool { return field.code == u && field.path == l.field }) {
			return false
		}
		return !st.codes(l.code, u, o.cond).intersect(u.class(codes.RetryNotNeeded)).empty()
	})
}

// A look is where an error of a type is looked for.
type look int

const (
	inChain look = iota // among all that the error wraps
	itself              // in the error alone
)

// linkOf returns the error of a type that is found in another; nil if none is known, and
// then whether there may be one.
func (f *failure) linkOf(t types.Type, how look) (l *link, maybe bool) {
	if t == nil {
		return nil, true // code that does not compile
	}
	face, isFace := t.Underlying().(*types.Interface)
	if isFace && (syntax.IsTypeParam(t) || !asksMore(face)) {
		return nil, true
	}
	for i, l := range f.links {
		switch {
		case l.mayAnswer(t) && (l.direct || how == inChain):
			return nil, true
		case how == itself && !l.direct || !l.isOf(t):
		case f.open && !l.direct:
			return nil, true // another one may be found before
		default:
			return &f.links[i], false
		}
	}
	if how == itself {
		return nil, f.mayBeAny()
	}
	return nil, f.open
}

// mayBeAny reports whether an error may itself be of a type of which nothing is known.
func (f *failure) mayBeAny() bool { return !f.fresh && !f.isTyped() && !f.isPlain() }

// isOf reports whether an error can be found by a type.
func (l *link) isOf(t types.Type) bool {
	if l.typ == nil {
		return false
	}
	face, ok := t.Underlying().(*types.Interface)
	return types.Identical(l.typ, t) || ok && types.Implements(l.typ, face)
}

// asksMore reports whether an interface has a method that no error has which only says something, or wraps others, be it the
// standard library's or one of those that [syntax.Wraps] knows.
func asksMore(face *types.Interface) bool {
	for m := range face.Methods() {
		if !slices.Contains(ofWrappers, m.Name()) {
			return true
		}
	}
	return false
}

// ofWrappers are the methods of errors that only say something, or wrap others.
var ofWrappers = []string{"Error", "Unwrap", "Cause", "StackTrace", "Format", "FormatError", "SafeDetails", "SafeFormatError", "ErrorDetail"}

// alone returns the error of a link, of which it is not known what it wraps.
func (l *link) alone() *failure {
	itself := *l
	itself.direct = true
	return &failure{links: []link{itself}, open: true}
}

// A finding is what is known after an error of a type was looked for.
type finding struct {
	code  value  // that the error is or holds, under the condition that there is one
	field string // that holds it; "" if the code is the error itself
	ok    value  // whether there is one
	none  cond   // the condition under which there is none

	beside []part // what other fields of it hold
}

// find looks for an error of the type t in the value v of x.
func (f *flow) find(st *state, site ast.Expr, x ast.Expr, v value, t types.Type, how look) finding {
	if v.onlyFails() {
		if s := f.searchFor(f.untouched(x), t, how); s != nil {
			code, ok := s.values()
			return finding{code: code, field: s.field, ok: ok, none: s.none(), beside: s.said()}
		}
	}
	which := f.renew(st, symbolKey{site: site, n: -1}, choice)
	yes, no := cond{{which, single(succeeded)}}, cond{{which, single(failed)}}
	v = f.converted(st, v, x, syntax.ErrorType)
	code, field, never := f.found(st, site, v, t, how)
	beside := f.e.foundBeside(v, t, how)
	for i := range beside {
		beside[i].value = beside[i].value.conditioned(yes)
	}
	if len(code) > 0 {
		code = code.conditioned(yes)
	} else if fields := f.e.bindings.CodeFields(t); len(fields) == 1 && f.e.universeOfType(t) == nil {
		field = fieldPath(fields[0])
	}
	var ok value
	for _, o := range code {
		ok = ok.add(outcome{isTrue[0].out, o.cond})
	}
	for _, n := range never {
		ok = ok.add(outcome{isFalse[0].out, n.all(no)})
	}
	return finding{code, field, ok, no, beside}
}

// result returns what a call or a type assertion gives that has found an error of the type t: the
// error, or the zero value, and whether there was one.
func (f *flow) result(found finding, e ast.Expr, t types.Type) []value {
	if parts := found.partsFound(t); len(parts) > 0 {
		f.results[e] = []map[string]value{parts, nil}
		return []value{nil, found.ok}
	}
	return []value{found.orZero(found.code, found.holder(t)), found.ok}
}

// holder returns the type of what holds the code in a value of the type t; nil if there is
// nothing where no error is found: below a pointer that is nil.
func (found finding) holder(t types.Type) types.Type {
	if found.field == "" {
		return t
	}
	for _, name := range strings.Split(found.field, ".") {
		field := fieldNamed(t, name)
		if field == nil {
			return nil
		}
		t = field.Type()
	}
	return t
}

// path returns the path to the field that holds the code, from a value of the type t.
func (found finding) path(t types.Type) string {
	if syntax.IsPointer(t) {
		return "*." + found.field
	}
	return "." + found.field
}

func errorsAs(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) != 2 {
		return nil, true
	}
	addr, isAddr := ast.Unparen(c.Args[1]).(*ast.UnaryExpr)
	pt, isPtr := f.typeOf(c.Args[1]).(*types.Pointer)
	if !isAddr || !isPtr {
		return nil, false
	}
	found := f.find(st, c.CallExpr, c.Args[0], c.args[0], pt.Elem(), inChain)
	l := f.locate(addr.X)
	if l == nil {
		f.storeElsewhere(st, addr.X, c.CallExpr)
		return []value{found.ok}, true
	}
	f.overwrite(st, l, c.CallExpr)
	f.storeFound(st, l, found, c.CallExpr)
	return []value{found.ok}, true
}

func errorsAsType(f *flow, st *state, c *call) ([]value, bool) {
	tuple, isTuple := f.typeOf(c.CallExpr).(*types.Tuple)
	if !isTuple || tuple.Len() != 2 || len(c.Args) != 1 {
		return nil, true
	}
	t := tuple.At(0).Type()
	return f.result(f.find(st, c.CallExpr, c.Args[0], c.args[0], t, inChain), c.CallExpr, t), true
}

// looksForError reports whether a type assertion of x, or a type switch's case, looks for
// an error of the type t.
func (f *flow) looksForError(x ast.Expr, t types.Type) bool {
	if !syntax.IsErrorInterface(f.typeOf(x)) || t == nil {
		return false
	}
	face, isFace := t.Underlying().(*types.Interface)
	return !isFace || !syntax.IsTypeParam(t) && asksMore(face)
}

// assertion evaluates a type assertion that holds, or else panics.
func (f *flow) assertion(st *state, e *ast.TypeAssertExpr) value {
	v, t := f.eval(st, e.X), f.typeOf(e.Type)
	if !f.looksForError(e.X, t) {
		return v.unpacked(t)
	}
	found := f.find(st, e, e.X, v, t, itself)
	f.assumeValue(st, e, found.ok, true)
	return f.result(found, e, t)[0]
}

// assertionOK evaluates a type assertion that also says whether it holds.
func (f *flow) assertionOK(st *state, e *ast.TypeAssertExpr) []value {
	v, t := f.eval(st, e.X), f.typeOf(e.Type)
	if !f.looksForError(e.X, t) {
		return f.perhaps(st, e, v.unpacked(t), t)
	}
	return f.result(f.find(st, e, e.X, v, t, itself), e, t)
}

// unpacked returns the code that a value holds which is of the type t.
func (v value) unpacked(t types.Type) value {
	var all value
	for _, o := range v {
		if o.kind != isError {
			all = all.add(o)
			continue
		}
		if l, _ := o.err.linkOf(t, itself); l != nil && l.field == "" {
			for _, code := range l.code.conditioned(o.cond) {
				all = all.add(code)
			}
			continue
		}
		all = all.add(o)
	}
	return all
}
