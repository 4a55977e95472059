package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// The rules of functions that make errors, and look into them.

func newError(*flow, *state, *call) ([]value, bool) {
	return []value{known(out{kind: isError, err: &failure{fresh: true}})}, true
}

func errorf(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) == 0 {
		return nil, false
	}
	format := f.e.info.Types[c.Args[0]].Value
	if format == nil || format.Kind() != constant.String || c.Ellipsis != token.NoPos {
		return []value{known(out{kind: isError, err: &failure{open: true, fresh: true}})}, true
	}
	if !strings.Contains(constant.StringVal(format), "%w") {
		return []value{known(out{kind: isError, err: &failure{fresh: true}})}, true
	}
	all := known(out{kind: isError, err: &failure{fresh: true}})
	for i, arg := range c.Args[1:] {
		if !isErrorType(f.typeOf(arg)) {
			continue
		}
		v := f.converted(c.args[i+1], arg, errorType)
		all = wrapped(all, v)
	}
	return []value{all}, true
}

var errorType = types.Universe.Lookup("error").Type()

// wrapped returns errors that wrap both what v has and what w has.
func wrapped(v, w value) value {
	w = orUnknown(w)
	within := make([]*failure, len(w))
	for i, b := range w {
		if b.kind == isError {
			within[i] = b.err.inside()
		}
	}
	all := make(value, 0, len(v)*len(w))
	for _, a := range v {
		for i, b := range w {
			c := a.cond.all(b.cond)
			switch {
			case a.kind != isNil && a.kind != isError:
				all = all.add(outcome{out{}, c})
			case b.kind == isNil:
				all = all.add(outcome{a.out, c})
			case b.kind == isError && a.kind == isNil:
				all = all.add(outcome{out{kind: isError, err: within[i]}, c})
			case b.kind == isError:
				f := &failure{links: slices.Concat(a.err.links, within[i].links), open: a.err.open || within[i].open, fresh: true}
				all = all.add(outcome{out{kind: isError, err: f}, c})
			case a.kind != isError:
				all = all.add(outcome{out{}, c})
			default:
				all = all.add(outcome{out{kind: isError, err: &failure{links: a.err.links, open: true, fresh: true}}, c})
			}
		}
	}
	if len(all) > maxOutcomes {
		return nil
	}
	return all
}

// inside returns a failure that has another inside.
func (f *failure) inside() *failure {
	g := &failure{open: f.open, fresh: true}
	for _, l := range f.links {
		l.direct = false
		g.links = append(g.links, l)
	}
	return g
}

func joinErrors(f *flow, st *state, c *call) ([]value, bool) {
	if c.Ellipsis != token.NoPos {
		return nil, true
	}
	all := known(out{kind: isNil})
	for i, arg := range c.Args {
		if all = wrapped(all, f.converted(c.args[i], arg, errorType)); all == nil {
			return nil, true
		}
	}
	return []value{all}, true
}

func errorsIs(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) != 2 {
		return nil, true
	}
	target, typ := f.e.info.Types[c.Args[1]].Value, f.typeOf(c.Args[1])
	if target != nil && len(c.args[0]) == 0 {
		if s := f.searchFor(c.Args[0], typ); s != nil && s.code != nil && s.field == "" {
			return []value{s.is(target)}, true
		}
	}
	if target == nil && len(c.args[0]) == 0 {
		if s := f.searchForObject(c.Args[0], f.sentinel(c.Args[1])); s != nil {
			return []value{append(isTrue.conditioned(cond{{s, single(succeeded)}}), isFalse.conditioned(cond{{s, single(failed)}})...)}, true
		}
	}
	var object types.Object
	if target == nil {
		for _, o := range c.args[1] {
			if o.kind == isError {
				if o.err.isTyped() {
					return nil, true // a code, or another value that others can be equal to
				}
				object = o.err.itself()
			}
		}
		if object == nil {
			object = f.e.foreign(c.Args[1])
		} else if len(c.args[1]) != 1 {
			object = nil
		}
		if object == nil {
			return nil, true
		}
	}
	var v value
	for _, o := range f.converted(c.args[0], c.Args[0], errorType) {
		switch o.kind {
		case isNil:
			v = v.add(outcome{isFalse[0].out, o.cond})
			continue
		case isError:
		default:
			v = v.add(outcome{isTrue[0].out, o.cond})
			v = v.add(outcome{isFalse[0].out, o.cond})
			continue
		}
		rest := []cond{o.cond} // the conditions under which no link has matched so far
		for _, l := range o.err.links {
			switch {
			case object != nil && l.object == object:
				for _, c := range rest {
					v = v.add(outcome{isTrue[0].out, c})
				}
				rest = nil
			case target != nil && l.field == "" && l.typ != nil && types.Identical(l.typ, typ):
				var next []cond
				for _, have := range rest {
					for _, code := range orUnknown(l.code) {
						u := f.e.universeOf(c.Args[1])
						if !code.isCode() && code.kind != isConst || u == nil {
							v = v.add(outcome{isTrue[0].out, have})
							next = append(next, have)
							continue
						}
						yes, no := inSet(code, u.equals(target).yes, u)
						for _, p := range yes {
							v = v.add(outcome{isTrue[0].out, have.all(p.cond)})
						}
						if u.of(target) == u.undocumented() {
							no = append(no, yes...)
						}
						for _, p := range no {
							next = append(next, have.all(p.cond))
						}
					}
				}
				rest = next
			case l.typ != nil && (l.field != "" || len(l.code) == 0):
				// A type of the program's own can have a method Is.
				if hasMethod(l.typ, "Is") {
					for _, c := range rest {
						v = v.add(outcome{isTrue[0].out, c})
					}
				}
			}
		}
		for _, c := range rest {
			v = v.add(outcome{isFalse[0].out, c})
			if o.err.open {
				v = v.add(outcome{isTrue[0].out, c})
			}
		}
	}
	return []value{v}, true
}

// foreign returns the variable of another package that an expression is, and of
// which nothing else is known: no error of this program, unless it is said to be.
func (e *engine) foreign(x ast.Expr) types.Object {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	v, ok := e.info.Uses[sel.Sel].(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() || v.Pkg() == e.pass.Pkg {
		return nil
	}
	return v
}

func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

// found returns what is found of a type in a value, by errors.As or, of the error itself, by
// a type assertion: the code that it is or holds, and the conditions under which nothing is.
func (f *flow) found(st *state, site ast.Node, v value, t types.Type, how look) (code value, field string, never []cond) {
	u := f.e.universeOfType(t)
	other := func(c cond) {
		if u != nil {
			s := f.renew(st, symbolKey{site: site, n: 1}, u)
			// What is an error is no success.
			code = code.add(outcome{out{kind: isSymbol, sym: s}, c.and(s, u.all.minus(u.class(codes.RetryNotNeeded)))})
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
			other(o.cond)
			continue
		}
		l, maybe := o.err.linkOf(t, how)
		switch {
		case l != nil:
			field = l.field
			for _, p := range orUnknown(l.code) {
				code = code.add(outcome{p.out, o.cond.all(p.cond)})
			}
		case maybe:
			other(o.cond)
		default:
			never = append(never, o.cond)
		}
	}
	return code, field, never
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
	for i, l := range f.links {
		if l.typ != nil && (how == inChain || l.direct) && types.Identical(l.typ, t) {
			return &f.links[i], false
		}
	}
	switch {
	case types.IsInterface(t):
		return nil, true // which other types can satisfy
	case how == itself:
		return nil, !f.fresh && !f.isTyped() && !f.isPlain()
	}
	return nil, f.open
}

// A finding is what is known after an error of a type was looked for.
type finding struct {
	code  value  // that the error is or holds, under the condition that there is one
	field string // that holds it; "" if the code is the error itself
	ok    value  // whether there is one
	none  cond   // the condition under which there is none
}

// find looks for an error of the type t in the value v of x.
func (f *flow) find(st *state, site ast.Expr, x ast.Expr, v value, t types.Type, how look) finding {
	if len(v) == 0 && how == inChain {
		if s := f.searchFor(x, t); s != nil {
			code, ok := s.values()
			return finding{code, s.field, ok, s.none()}
		}
	}
	which := f.renew(st, symbolKey{site: site, n: -1}, choice)
	yes, no := cond{{which, single(succeeded)}}, cond{{which, single(failed)}}
	code, field, never := f.found(st, site, f.converted(v, x, errorType), t, how)
	if len(code) > 0 {
		code = code.conditioned(yes)
	}
	var ok value
	for _, o := range code {
		ok = ok.add(outcome{isTrue[0].out, o.cond})
	}
	for _, n := range never {
		ok = ok.add(outcome{isFalse[0].out, n.all(no)})
	}
	return finding{code, field, ok, no}
}

// result returns what a call or a type assertion gives that has found an error of the type t: the
// error, or the zero value, and whether there was one.
func (f *flow) result(found finding, e ast.Expr, t types.Type) []value {
	code := found.code
	if found.field == "" {
		if z, known := zeroOf(t); known {
			for _, o := range z.conditioned(found.none) {
				code = code.add(o)
			}
		}
		return []value{code, found.ok}
	}
	f.results[e] = []map[string]value{{found.path(t): found.code}, nil}
	return []value{nil, found.ok}
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
		return []value{found.ok}, true
	}
	f.overwrite(st, l, c.CallExpr)
	code, part := found.code, l
	if found.field != "" {
		part = f.follow(l, found.path(l.typ), code)
	}
	var before value
	if part != nil {
		before = f.peek(st, part)
	}
	f.assign(st, l, nil, nil, c.CallExpr)
	if part != nil && part.code != nil {
		for _, o := range before.conditioned(found.none) {
			code = code.add(o)
		}
		if code.isCode(part.code) {
			f.set(st, part, code)
		}
	}
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
