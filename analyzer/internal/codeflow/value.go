package codeflow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strconv"
)

// A value is what an expression can be: a list of cases, each with what has to
// hold of the symbols for it. Without a case nothing is known.
type value []outcome

type outcome struct {
	out
	cond cond
}

type outKind int

const (
	anything  outKind = iota // unknown, but this outcome's condition is known
	isSymbol                 // the code that a symbol stands for
	isOneOf                  // a code out of a set, whose symbol has been forgotten
	isConst                  // a constant
	isNil                    // nil
	isError                  // an error that is not nil
	isElement                // what a table holds for the code that a symbol stands for, or for a constant
	isPresent                // a pointer that is not nil, to something that is no error
)

// An out is one thing that a value can be.
type out struct {
	kind     outKind
	sym      *symbol
	universe *universe      // of isOneOf
	set      set            // of isOneOf
	val      constant.Value // of isConst, and of isElement without a symbol
	err      *failure
	table    *table    // of isElement
	was      *location // of anything: it is what that held when the function began, see setter.go
}

// A failure is an error that is not nil: what errors.Is and errors.As find in it.
type failure struct {
	links []link
	open  bool // there may be more in it than the links
	fresh bool // it was made here: it is no package's variable

	// What the function has got, if that is all that may be in it besides the links: the caller knows more, see
	// instance.filled. It is open in the function itself.
	given []handedBack
}

// A link is one error of a chain.
type link struct {
	object types.Object // a package's variable that holds the error; nil otherwise
	mark   types.Object // a function of another package that has made the error, of what it got; nil otherwise
	typ    types.Type   // of an error with a type of its own; nil otherwise
	code   value        // the code that is the error, or that its field holds
	field  string       // the path to that field; "" if the code is the error itself
	beside []part       // what other fields of it hold that say something of a code
	direct bool         // it is the error itself, not wrapped
}

func known(o out) value { return value{{out: o}} }

// anyCode is a code of which nothing is known, and that is not what a location held first.
func anyCode(u *universe) value { return known(out{kind: isOneOf, universe: u, set: u.all}) }

func constantValue(v constant.Value) value { return known(out{kind: isConst, val: v}) }

var (
	isTrue  = constantValue(constant.MakeBool(true))
	isFalse = constantValue(constant.MakeBool(false))
)

// same reports whether two outs are the same thing, so that their conditions can
// be merged.
func (o out) same(p out) bool {
	if o.kind != p.kind {
		return false
	}
	switch o.kind {
	case anything:
		return o.was == p.was
	case isSymbol:
		return o.sym == p.sym
	case isElement:
		return o.sym == p.sym && o.table == p.table && (o.val == nil) == (p.val == nil) && (o.val == nil || sameConstant(o.val, p.val))
	case isOneOf:
		return o.universe == p.universe && o.set.equal(p.set)
	case isConst:
		return sameConstant(o.val, p.val)
	case isError:
		return o.err.same(p.err)
	}
	return true
}

// like is same, but for the codes that an unnamed one can be.
func (o out) like(p out) bool {
	return o.same(p) || o.kind == isOneOf && p.kind == isOneOf && o.universe == p.universe
}

// sameConstant reports whether two constants are one: a number is, of whatever type, so that the zero of a
// float64 is the key 0.
func sameConstant(a, b constant.Value) bool {
	return (a.Kind() == b.Kind() || isNumeric(a) && isNumeric(b)) && constant.Compare(a, token.EQL, b)
}

func isNumeric(v constant.Value) bool { return v.Kind() == constant.Int || v.Kind() == constant.Float }

func (f *failure) clone() *failure {
	g := *f
	g.links = slices.Clone(f.links)
	return &g
}

func (f *failure) same(g *failure) bool {
	if f == g {
		return true
	}
	if f.open != g.open || f.fresh != g.fresh || len(f.links) != len(g.links) || !slices.Equal(f.given, g.given) {
		return false
	}
	for i, l := range f.links {
		m := g.links[i]
		if l.object != m.object || l.mark != m.mark || l.direct != m.direct || l.field != m.field || (l.typ == nil) != (m.typ == nil) ||
			l.typ != nil && !types.Identical(l.typ, m.typ) || !l.code.same(m.code) || !sameParts(l.beside, m.beside) {
			return false
		}
	}
	return true
}

// same reports whether two values are the same things under the same
// conditions, listed in the same order.
func (v value) same(w value) bool {
	return slices.EqualFunc(v, w, func(a, b outcome) bool {
		return a.out.same(b.out) && slices.EqualFunc(a.cond, b.cond, func(x, y constraint) bool {
			return x.sym == y.sym && x.set.equal(y.set)
		})
	})
}

// sameOuts is same, whatever the conditions.
func (v value) sameOuts(w value) bool {
	return slices.EqualFunc(v, w, func(a, b outcome) bool { return a.out.same(b.out) })
}

// alike reports whether two values are several things each, which differ at most
// in the codes that an unnamed one can be: joined, they stay what they are.
func (v value) alike(w value) bool {
	return len(v) > 1 && slices.EqualFunc(v, w, func(a, b outcome) bool { return a.out.like(b.out) })
}

// isUnknown reports whether nothing is known of v.
func (v value) isUnknown() bool {
	return len(v) == 0 || len(v) == 1 && v[0].kind == anything && len(v[0].cond) == 0
}

// symbol returns the one symbol that v is, or nil.
func (v value) symbol() *symbol {
	if len(v) == 1 && v[0].kind == isSymbol && len(v[0].cond) == 0 {
		return v[0].sym
	}
	return nil
}

// add adds an outcome; one that is there already then holds under either
// condition.
func (v value) add(o outcome) value {
	for i, have := range v {
		if have.out.like(o.out) && !apart(have.cond, o.cond) {
			return v.mergeAt(i, o)
		}
	}
	return append(v, o)
}

// addApart is add, but keeps apart what would say less if it were merged: see narrowAsked.
func (v value) addApart(o outcome) value {
	for i, have := range v {
		if have.out.like(o.out) && differInOne(have.cond, o.cond) {
			return v.mergeAt(i, o)
		}
	}
	return append(v, o)
}

// mergeAt makes an outcome hold under another one's condition, too.
func (v value) mergeAt(i int, o outcome) value {
	v[i].set = v[i].set.union(o.set)
	v[i].cond = either(v[i].cond, o.cond)
	return v
}

// maxOutcomes bounds a value: what can be more things than that is unknown.
const maxOutcomes = 32

// conditioned returns v with one more condition on every outcome.
func (v value) conditioned(c cond) value {
	if len(c) == 0 {
		return v
	}
	if len(v) == 0 {
		return value{{cond: c}}
	}
	w := make(value, len(v))
	for i, o := range v {
		w[i] = outcome{o.out, o.cond.all(c)}
	}
	return w
}

// each calls visit with the outcomes of v, and with those of the codes in its errors.
func (v value) each(visit func(outcome)) {
	for _, o := range v {
		visit(o)
		if o.err != nil {
			for _, l := range o.err.links {
				l.code.each(visit)
				for _, p := range l.beside {
					p.value.each(visit)
				}
			}
		}
	}
}

// symbols calls visit with every symbol that v depends on.
func (v value) symbols(visit func(*symbol)) {
	v.each(func(o outcome) {
		if o.sym != nil {
			visit(o.sym)
		}
		for _, x := range o.cond {
			visit(x.sym)
		}
	})
}

// replace returns v with every outcome replaced by those that change adds for it.
func (v value) replace(change func(o outcome, add func(outcome))) value {
	if len(v) == 0 {
		return nil
	}
	w := make(value, 0, len(v))
	add := func(o outcome) { w = w.add(o) }
	for _, o := range v {
		if o.err != nil && slices.ContainsFunc(o.err.links, func(l link) bool { return len(l.code) > 0 || len(l.beside) > 0 }) {
			o.err = o.err.mapped(func(v value) value { return v.replace(change) })
		}
		change(o, add)
	}
	return w
}

// pathOfIndex is the step of a path that an index by a constant is. Where keys can be of several types, 5 is another
// one than int64(5).
func pathOfIndex(index types.TypeAndValue, keys types.Type) string {
	v := index.Value
	text := v.ExactString()
	if v.Kind() == constant.String {
		text = strconv.Quote(constant.StringVal(v))
	}
	if keys != nil && types.IsInterface(keys) {
		text = index.Type.String() + " " + text
	}
	return "[" + text + "]"
}

// keysOf returns the type of a map's keys, nil of what is no map.
func keysOf(t types.Type) types.Type {
	if m, ok := t.Underlying().(*types.Map); ok {
		return m.Key()
	}
	return nil
}
