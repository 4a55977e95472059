package codeflow

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// isOpen reports whether an error of a type may have others in it, or pass for
// others.
func isOpen(t types.Type) bool {
	return slices.ContainsFunc(syntax.LookedIntoBy, func(name string) bool { return hasMethod(t, name) })
}

// codeError returns a code of the type t as an error.
func codeError(t types.Type, code value) *failure {
	return &failure{links: []link{{typ: t, code: code, direct: true}}, open: isOpen(t)}
}

// pointing returns the address of a literal whose value v is, an error of the type t if it is one.
func (v value) pointing(t types.Type) value {
	var all value
	for _, o := range v {
		if o.kind == isError {
			to := *o.err
			to.links = slices.Clone(to.links)
			for i, l := range to.links {
				if l.direct && l.typ != nil && types.Identical(l.typ, syntax.Pointee(t)) {
					to.links[i].typ = t
				}
			}
			o.err = &to
		}
		all = append(all, o)
	}
	return all
}

// converted returns the value v of the expression e stored as type t: a code
// stored as an error is one.
func (f *flow) converted(st *state, v value, e ast.Expr, t types.Type) value {
	from := f.typeOf(e)
	if t == nil || from == nil || !types.IsInterface(t) || types.IsInterface(from) {
		return v
	}
	v = v.boxed(from)
	if !syntax.IsErrorInterface(t) {
		return v
	}
	if u := f.e.universeOf(e); u != nil && syntax.ImplementsError(from) {
		return known(out{kind: isError, err: codeError(from, v)})
	}
	if !syntax.ImplementsError(from) {
		return v
	}
	if len(v) == 0 {
		return f.madeError(st, e, from)
	}
	if slices.ContainsFunc(v, saysNothing) {
		made := f.madeError(st, e, from)
		v = v.replace(func(o outcome, add func(outcome)) {
			if !saysNothing(o) {
				add(o)
				return
			}
			for _, p := range made.conditioned(o.cond) {
				add(p)
			}
		})
	}
	return v
}

// saysNothing reports whether an outcome of a type of errors tells nothing of the error, but perhaps that there is one.
func saysNothing(o outcome) bool {
	return o.kind == anything || o.onlyFails()
}

// boxed returns the value v of the type t in an interface: a pointer that is nil makes one that is not.
func (v value) boxed(t types.Type) value {
	if isUntypedNil(t) || !slices.ContainsFunc(v, func(o outcome) bool { return o.kind == isNil }) {
		return v
	}
	in := out{}
	if syntax.ImplementsError(t) {
		in = out{kind: isError, err: &failure{links: []link{{typ: t, direct: true}}, open: isOpen(t)}}
	}
	return v.replace(func(o outcome, add func(outcome)) {
		if o.kind == isNil {
			o.out = in
		}
		add(o)
	})
}

func isUntypedNil(t types.Type) bool {
	b, ok := t.(*types.Basic)
	return ok && b.Kind() == types.UntypedNil
}
