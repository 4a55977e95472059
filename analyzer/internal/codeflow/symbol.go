package codeflow

import (
	"go/ast"
	"slices"
)

// A symbol stands for one unknown: the code that a reply held when it came in,
// or the way in which a call ended. It is named after the place where it became
// known, so the next round of a loop gives the same symbol a new meaning; see
// (*flow).renew.
type symbol struct {
	id       int
	universe *universe
	site     ast.Node  // where it became known
	loc      *location // what held it first; nil for none
	is       value     // see value
	lacks    bool      // of what is searched for: there may be none, which is absent
	met      bool      // of a call: it is what a result holds where ways of the callee meet, and no reply of its own
	brought  bool      // of a call that says yes or no of it: it is a reply that the callee asks for
}

// anything returns all that a symbol can be if nothing is known of it but that it
// became known.
func (s *symbol) anything() set {
	if s.lacks {
		return s.universe.all.union(s.universe.absent())
	}
	return s.universe.all
}

// isMet reports whether a symbol is no reply's, but what a location holds where several ways meet, here or in what is called.
func (s *symbol) isMet() bool {
	switch s.site.(type) {
	case blockSite, *ast.FuncDecl, *ast.FuncLit:
		return true
	}
	return s.met
}

// value returns the value that a symbol is.
func (s *symbol) value() value {
	if s.is == nil {
		s.is = known(out{kind: isSymbol, sym: s})
	}
	return s.is
}

// A cond is a condition on symbols: all of its constraints hold.
type cond []constraint

type constraint struct {
	sym *symbol
	set set
}

func (c cond) on(s *symbol) (set, bool) {
	if i := c.index(s); i >= 0 {
		return c[i].set, true
	}
	return set{}, false
}

// and returns the condition c with one more constraint.
func (c cond) and(s *symbol, allowed set) cond {
	i := c.index(s)
	switch {
	case i < 0:
		d := make(cond, len(c)+1)
		copy(d, c)
		d[len(c)] = constraint{s, allowed}
		return d
	case c[i].set.within(allowed):
		return c
	}
	c = slices.Clone(c)
	c[i].set = c[i].set.intersect(allowed)
	return c
}

func (c cond) index(s *symbol) int {
	for i, x := range c {
		if x.sym == s {
			return i
		}
	}
	return -1
}

// all returns the condition that both c and d hold.
func (c cond) all(d cond) cond {
	switch {
	case len(d) == 0:
		return c
	case len(c) == 0:
		return d
	}
	own := false
	for _, x := range d {
		i := c.index(x.sym)
		if i >= 0 && c[i].set.within(x.set) {
			continue
		}
		if !own {
			c, own = append(make(cond, 0, len(c)+len(d)), c...), true
		}
		c = c.narrow(x.sym, x.set)
	}
	return c
}

// partedFrom reports whether no code meets both conditions.
func (c cond) partedFrom(d cond) bool {
	return slices.ContainsFunc(c, func(x constraint) bool {
		other, ok := d.on(x.sym)
		return ok && x.sym.universe.domain != nil && x.set.intersect(other).empty()
	})
}

// narrow is and, on a condition that nobody else has.
func (c cond) narrow(s *symbol, allowed set) cond {
	if i := c.index(s); i >= 0 {
		c[i].set = c[i].set.intersect(allowed)
		return c
	}
	return append(c, constraint{s, allowed})
}

// without returns the condition c that says nothing of a symbol.
func (c cond) without(s *symbol) cond {
	if _, ok := c.on(s); !ok {
		return c
	}
	return slices.DeleteFunc(slices.Clone(c), func(x constraint) bool { return x.sym == s })
}

// either returns what holds if one of two conditions does, as far as a cond can
// say it: what both say of a symbol.
func either(c, d cond) cond {
	var e anyOf
	e.add(c)
	e.add(d)
	return e.cond
}

// differInOne reports whether two conditions are about the same symbols, and say the same of all but one: either says no
// less than the two then.
func differInOne(c, d cond) bool {
	if len(c) != len(d) {
		return false
	}
	differ := 0
	for _, x := range c {
		s, ok := d.on(x.sym)
		if !ok {
			return false
		}
		if !s.equal(x.set) {
			differ++
		}
	}
	return differ <= 1
}

// anyOf is what holds if one of several conditions does, as far as a cond can say
// it: what all of them say of a symbol.
type anyOf struct {
	some bool // there is a condition
	cond cond
}

func (a *anyOf) add(c cond) {
	if !a.some {
		a.some, a.cond = true, slices.Clone(c)
		return
	}
	both := a.cond[:0]
	for _, x := range a.cond {
		if s, ok := c.on(x.sym); ok {
			both = append(both, constraint{x.sym, x.set.union(s)})
		}
	}
	a.cond = both
}
