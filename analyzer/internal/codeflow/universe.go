package codeflow

import (
	"go/constant"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/codes"
)

// A universe numbers what a value can be: the members of a domain, in their
// order, then one element for every undocumented value.
//
// One more element, absent, stands for "there is no such value on this way
// through the function". Only the set of a [symbol] can hold it, never that of
// an expression.
type universe struct {
	domain *domain.Domain
	size   int // without absent
	all    set // without absent
}

func newUniverse(d *domain.Domain) *universe {
	n := len(d.Members()) + 1
	return &universe{domain: d, size: n, all: firstN(n)}
}

// choice is the universe of a symbol that stands for no code but for one of two
// ways that a call can end, such as a comma-ok.
var choice = &universe{size: 2, all: firstN(2)}

const (
	succeeded = 0
	failed    = 1
)

func (u *universe) undocumented() int { return u.size - 1 }
func (u *universe) absent() set       { return single(u.size) }

// where returns the documented codes for which holds is true.
func (u *universe) where(holds func(domain.Member) bool) set {
	var s set
	for i, m := range u.domain.Members() {
		if holds(m) {
			s = s.union(single(i))
		}
	}
	return s
}

// class returns the codes of a retry class. Undocumented codes are of the class
// unknown.
func (u *universe) class(r codes.Retry) set {
	s := u.where(func(m domain.Member) bool { return m.Retry == r })
	if r == codes.RetryUnknown {
		s = s.union(single(u.undocumented()))
	}
	return s
}

// words returns the documented codes that are no numbers.
func (u *universe) words() set {
	return u.where(func(m domain.Member) bool { return !isNumber(m.Text) })
}

// unfit returns the documented numbers that a type has not.
func (u *universe) unfit(t types.Type) set {
	return u.where(func(m domain.Member) bool {
		n := memberValue(m, false)
		return n != nil && !fits(n, t)
	})
}

// of returns the element that a constant is.
func (u *universe) of(v constant.Value) int {
	if text, ok := domain.Text(v); ok {
		if i, ok := u.domain.Index(text); ok {
			return i
		}
	}
	return u.undocumented()
}

// A split is what a test makes of a set: the elements for which it can come out
// true, and those for which it can come out false. Undocumented values are many,
// so that element is often in both.
type split struct{ yes, no set }

// equals splits the universe by equality with a constant.
func (u *universe) equals(v constant.Value) split {
	i := u.of(v)
	if i == u.undocumented() {
		return split{single(i), u.all}
	}
	return split{single(i), u.all.minus(single(i))}
}

// member splits the universe by membership in a list of constants.
func (u *universe) member(list []constant.Value) split {
	s := split{no: u.all}
	for _, v := range list {
		e := u.equals(v)
		s.yes = s.yes.union(e.yes)
		s.no = s.no.intersect(e.no)
	}
	return s
}

// ordered splits the universe by an ordering comparison: of numbers as numbers,
// of text as text.
func (u *universe) ordered(op token.Token, bound constant.Value, text bool) split {
	i := u.undocumented()
	s := split{single(i), single(i)}
	for i, m := range u.domain.Members() {
		e := single(i)
		switch v := memberValue(m, text); {
		case v == nil || !isOrdered(bound) || (v.Kind() == constant.String) != (bound.Kind() == constant.String):
			s = split{s.yes.union(e), s.no.union(e)}
		case constant.Compare(v, op, bound):
			s.yes = s.yes.union(e)
		default:
			s.no = s.no.union(e)
		}
	}
	return s
}

// memberValue returns a code as the constant that a carrier of text, or of
// numbers, holds; nil if it has no number.
func memberValue(m domain.Member, text bool) constant.Value {
	if text {
		return constant.MakeString(m.Text)
	}
	if n, ok := domain.Number(m.Text); ok {
		return constant.MakeInt64(n)
	}
	return nil
}
