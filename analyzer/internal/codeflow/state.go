package codeflow

import (
	"go/ast"
	"go/token"
	"maps"
	"slices"
)

// A state is what is known at one point of a function: what each location holds,
// in terms of symbols, and what each symbol can still be.
//
// Of a location that is not listed nothing is known. If it is a code, its value
// is its entry symbol: the code that it held when it was first looked at. Where
// it may have been listed and forgotten since (gone), its value is any code.
type state struct {
	dead bool      // the point cannot be reached
	past token.Pos // it may have forgotten variables that are used last before this
	vals map[*location]value
	syms map[*symbol]set // of every symbol that a value mentions, but entry symbols that can be anything

	lentVals, lentSyms bool // another state has the map, too: it is copied before it is changed
}

func newState() *state {
	return &state{vals: make(map[*location]value), syms: make(map[*symbol]set)}
}

// clone returns a state that says the same. Most blocks change little of what they
// get, and many nothing, so the maps are copied only when they have to be.
func (st *state) clone() *state {
	st.lentVals, st.lentSyms = true, true
	c := *st
	return &c
}

func (st *state) ownVals() {
	if st.lentVals {
		st.vals, st.lentVals = maps.Clone(st.vals), false
	}
}

func (st *state) ownSyms() {
	if st.lentSyms {
		st.syms, st.lentSyms = maps.Clone(st.syms), false
	}
}

// put makes a location hold a value.
func (st *state) put(l *location, v value) {
	st.ownVals()
	st.vals[l] = v
	st.dropReadings(l)
}

// drop forgets what a location holds.
func (st *state) drop(l *location) {
	if _, ok := st.vals[l]; ok {
		st.ownVals()
		delete(st.vals, l)
	}
	st.dropReadings(l)
}

func (st *state) dropReadings(l *location) {
	for _, r := range l.readings {
		st.drop(r)
	}
}

// allow says what a symbol can be.
func (st *state) allow(s *symbol, possible set) {
	st.ownSyms()
	st.syms[s] = possible
}

func (st *state) dropSymbol(s *symbol) {
	if _, ok := st.syms[s]; ok {
		st.ownSyms()
		delete(st.syms, s)
	}
}

// settle makes unknown what is another value than it was before in a block. Codes are not among
// that: there are only so many of them.
func (st *state) settle(before *state) {
	if st.dead || before.dead {
		return
	}
	for l, v := range before.vals {
		if l.code == nil && !st.vals[l].same(v) {
			st.put(l, known(out{}))
		}
	}
	for l := range st.vals {
		if _, ok := before.vals[l]; !ok && l.code == nil {
			st.put(l, known(out{}))
		}
	}
}

func (st *state) become(other *state) { *st = *other }

// possible returns what a symbol can still be: anything if it is no longer known,
// also that it never became known.
func (st *state) possible(s *symbol) set {
	if p, ok := st.syms[s]; ok {
		return p
	}
	if s.site != nil {
		return s.universe.all.union(s.universe.absent())
	}
	return s.anything()
}

// possibleIf returns what a symbol can still be under two conditions.
func (st *state) possibleIf(s *symbol, c, d cond) set {
	possible := st.possible(s)
	for _, c := range [...]cond{c, d} {
		if x, ok := c.on(s); ok {
			possible = possible.intersect(x)
		}
	}
	return possible
}

// holds reports whether a condition can hold.
func (st *state) holds(c cond) bool {
	for _, x := range c {
		if x.set.intersect(st.possible(x.sym)).empty() {
			return false
		}
	}
	return true
}

// holdBoth reports whether two conditions can hold at once.
func (st *state) holdBoth(c, d cond) bool {
	if len(d) == 0 {
		return st.holds(c)
	}
	for _, x := range c {
		possible := x.set.intersect(st.possible(x.sym))
		if y, ok := d.on(x.sym); ok {
			possible = possible.intersect(y)
		}
		if possible.empty() {
			return false
		}
	}
	return st.holds(d)
}

// held returns those outcomes of a value that can still be. What is made of a
// value merges its outcomes, so those that cannot would blur the others.
func (st *state) held(v value) value {
	for i, o := range v {
		if st.holds(o.cond) {
			continue
		}
		left := slices.Clone(v[:i])
		for _, o := range v[i+1:] {
			if st.holds(o.cond) {
				left = append(left, o)
			}
		}
		return left
	}
	return v
}

// codes returns the codes that a value can be, if a condition holds.
func (st *state) codes(v value, u *universe, given cond) set {
	if len(v) == 0 {
		return u.all
	}
	var s set
	for _, o := range v {
		if !st.holdBoth(o.cond, given) {
			continue
		}
		switch {
		case o.kind == isSymbol && o.sym.universe == u:
			s = s.union(st.possibleIf(o.sym, o.cond, given).intersect(u.all))
		case o.kind == isOneOf && o.universe == u:
			s = s.union(o.set)
		case o.kind == isConst:
			s = s.union(single(u.of(o.val)))
		default:
			return u.all
		}
	}
	return s
}

// trim returns a condition without the constraints that hold anyway.
func (st *state) trim(c cond) cond {
	if !slices.ContainsFunc(c, st.idle) {
		return c
	}
	return slices.DeleteFunc(slices.Clone(c), st.idle)
}

// idle reports whether a constraint holds anyway, or only says that a symbol which
// is no longer known became known.
func (st *state) idle(x constraint) bool {
	if p, ok := st.syms[x.sym]; ok {
		return p.within(x.set)
	}
	return x.sym.anything().within(x.set)
}

// keep leaves only what is possible if one of the outcomes is the case.
func (st *state) keep(remaining []outcome) {
	var left anyOf
	for _, o := range remaining {
		if st.holds(o.cond) {
			left.add(o.cond)
		}
	}
	st.keepAny(left)
}

// keepAny leaves only what is possible if one of several conditions holds.
func (st *state) keepAny(left anyOf) {
	if !left.some {
		st.dead = true
		return
	}
	for _, x := range left.cond {
		p := st.possible(x.sym).intersect(x.set)
		if p.empty() {
			st.dead = true
			return
		}
		st.allow(x.sym, p)
	}
}

// forget takes a symbol's name from the values that use it: they keep what is
// known of them by themselves.
func (st *state) forget(s *symbol) {
	change := func(o outcome, add func(outcome)) {
		if o.kind == isSymbol && o.sym == s {
			possible := st.possible(s)
			if x, ok := o.cond.on(s); ok {
				possible = possible.intersect(x)
			}
			o.out = out{kind: isOneOf, universe: s.universe, set: possible.intersect(s.universe.all)}
		} else if o.kind == isElement && o.sym == s {
			o.out = out{}
		}
		o.cond = o.cond.without(s)
		add(o)
	}
	for l, v := range st.vals {
		uses := false
		v.symbols(func(t *symbol) { uses = uses || t == s })
		if uses {
			st.ownVals()
			st.vals[l] = v.replace(change)
		}
	}
	st.dropSymbol(s)
}

// A symbolKey says where a symbol became known.
type symbolKey struct {
	site ast.Node
	loc  *location
	n    int // tells several of one site and location apart
}

func (f *flow) symbol(key symbolKey, u *universe) *symbol {
	s, ok := f.symbols[key]
	if !ok {
		s = &symbol{id: len(f.symbols), universe: u, site: key.site, loc: key.loc}
		f.symbols[key] = s
	}
	return s
}

// entry returns the symbol of what a location held when it was first looked at.
func (f *flow) entry(l *location) *symbol { return f.symbol(symbolKey{loc: l}, l.code) }

// begin forgets what symbols stood for that became known in a node of the control
// flow graph, in the last round of a loop, before the node is executed again. While
// it is executed, values are in hand that renew does not see.
func (f *flow) begin(st *state, n ast.Node) {
	if len(f.outermost) == 0 && !f.jumps {
		return // it is executed once
	}
	pos, end := n.Pos(), n.End()
	var old []*symbol
	for s := range st.syms {
		if _, block := s.site.(blockSite); !block && s.site != nil && pos <= s.site.Pos() && s.site.End() <= end {
			old = append(old, s)
		}
	}
	slices.SortFunc(old, func(a, b *symbol) int { return a.id - b.id })
	for _, s := range old {
		st.forget(s)
	}
}

// renew returns the symbol of a place for a value that has just become known
// there. What the symbol stood for before is forgotten.
func (f *flow) renew(st *state, key symbolKey, u *universe) *symbol {
	s := f.symbol(key, u)
	if _, ok := st.syms[s]; ok {
		st.forget(s)
	}
	st.allow(s, u.all)
	return s
}

// read returns what a location holds.
func (f *flow) read(st *state, l *location) value {
	if v, ok := st.vals[l]; ok {
		return v
	}
	if l.through != nil {
		return l.through.value(f.read(st, l.parent))
	}
	if l.code == nil || len(l.index) > 0 {
		return nil
	}
	v := f.unlisted(st, l)
	st.put(l, v)
	return v
}

// unlisted returns what a location holds that a state does not list.
func (f *flow) unlisted(st *state, l *location) value {
	if f.gone(st, l) {
		return anyCode(l.code)
	}
	return f.entry(l).value()
}

// gone reports whether a state may have forgotten what a location holds, since it is not used any more.
func (f *flow) gone(st *state, l *location) bool {
	last, ok := f.last[l.root]
	return ok && last < st.past
}

// peek is read without noting that it was looked at.
func (f *flow) peek(st *state, l *location) value {
	if v, ok := st.vals[l]; ok {
		return v
	}
	if l.through != nil {
		return orUnknown(l.through.value(f.peek(st, l.parent)))
	}
	if l.code == nil || len(l.index) > 0 {
		return value{{}}
	}
	return f.unlisted(st, l)
}

// dropUnused drops the symbols that no value mentions. One that became known in
// a loop stays until the loop is left, since checks ask which codes go round; and
// one that stayed the last time stays, or rounds without end would take it up and
// drop it in turn.
func (f *flow) dropUnused(st *state, site ast.Node, lastTime *state) {
	if len(st.syms) == 0 {
		return
	}
	loops := f.loops
	if len(st.syms) > manyRepeated {
		loops = f.outermost
	}
	used := make(map[*symbol]bool)
	for _, v := range st.vals {
		v.symbols(func(s *symbol) { used[s] = true })
	}
	for s := range st.syms {
		if lastTime != nil {
			if _, stayed := lastTime.syms[s]; stayed {
				continue
			}
		}
		if !used[s] && !inLoop(loops, s, site) && !(s.site == nil && site == f.node) && !s.isSearched() {
			st.dropSymbol(s)
		}
	}
}
