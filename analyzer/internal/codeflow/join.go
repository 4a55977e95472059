package codeflow

import (
	"go/ast"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// join returns what is known where several ways meet. A location that holds
// different codes on them gets a symbol of its own there, so that what the ways
// know about their codes is kept as knowledge about that symbol.
func (f *flow) join(site ast.Node, in []*state) *state {
	in = slices.DeleteFunc(slices.Clone(in), func(st *state) bool { return st == nil || st.dead })
	switch len(in) {
	case 0:
		return &state{dead: true}
	case 1:
		return in[0]
	}
	if !slices.ContainsFunc(in[1:], func(st *state) bool { return st != in[0] }) {
		return in[0]
	}
	m := &merge{f: f, site: site, in: in, locs: make([]*location, 0, len(in[0].vals)), merged: make(map[*location]*symbol)}
	m.findLocations()
	for m.findMerged() {
	}
	return m.result()
}

// A merge is one join under way.
type merge struct {
	f      *flow
	site   ast.Node
	in     []*state
	cloned bool
	locs   []*location
	merged map[*location]*symbol // the symbols of the locations that hold different codes
	holder []*location           // the first location of each such symbol
	buffer cond                  // see mergeValues
}

func (m *merge) findLocations() {
	m.f.joins++
	for _, st := range m.in {
		for l := range st.vals {
			if l.joined != m.f.joins {
				l.joined = m.f.joins
				m.locs = append(m.locs, l)
			}
		}
	}
	slices.SortFunc(m.locs, func(a, b *location) int { return a.id - b.id })
}

// findMerged finds locations that hold different codes on the ways. It reports
// whether it had to forget a symbol for that, which may make more differ.
func (m *merge) findMerged() (again bool) {
	for _, l := range m.locs {
		if l.code == nil || l.through != nil || m.merged[l] != nil || m.agree(l) || m.isTold(l) {
			continue
		}
		if h := m.likeOther(l); h != nil {
			m.merged[l] = m.merged[h]
			continue
		}
		s := m.f.symbol(symbolKey{site: m.site, loc: l}, l.code)
		m.merged[l] = s
		m.holder = append(m.holder, l)
		for i, st := range m.in {
			// The symbol as it was the last time round, unless l still holds it.
			if _, ok := st.syms[s]; ok && m.f.peek(st, l).symbol() != s {
				m.cloneAll()
				m.in[i].forget(s)
				again = true
			}
		}
	}
	return again
}

func (m *merge) cloneAll() {
	if m.cloned {
		return
	}
	m.cloned = true
	for i, st := range m.in {
		m.in[i] = st.clone()
	}
}

// agree reports whether a location holds the same on all ways on which there is one.
func (m *merge) agree(l *location) bool {
	var first value
	some := false
	for _, st := range m.in {
		if m.f.isNowhere(st, l) {
			continue
		}
		v := m.f.peek(st, l)
		if some && !v.sameOuts(first) && !v.alike(first) {
			return false
		}
		if !some {
			first, some = v, true
		}
	}
	return true
}

// isTold reports whether a location holds one symbol on some ways and constants on the others: the code of a reply where
// that is handed on, 0 where there is only an error, or success. Then it needs no symbol of its own, with which it would
// no longer be known to be the reply's.
func (m *merge) isTold(l *location) bool {
	var sym *symbol
	for _, st := range m.in {
		if m.f.isNowhere(st, l) {
			continue
		}
		for _, o := range m.f.peek(st, l) {
			switch {
			case o.kind == isConst:
			case o.kind == isSymbol && (sym == nil || sym == o.sym):
				sym = o.sym
			default:
				return false
			}
		}
	}
	return sym != nil
}

// isNowhere reports whether there is no such location, since what points to it is nil.
func (f *flow) isNowhere(st *state, l *location) bool {
	for p := l.parent; p != nil; p = p.parent {
		if v, ok := st.vals[p]; ok && syntax.IsPointer(p.typ) && v.isNil() {
			return true
		}
	}
	return false
}

func (v value) isNil() bool { return len(v) == 1 && v[0].kind == isNil }

// likeOther returns a location that holds on every way just what l does: the two
// stay one code.
func (m *merge) likeOther(l *location) *location {
	for _, h := range m.holder {
		if h.code == l.code && !slices.ContainsFunc(m.in, func(st *state) bool {
			return !m.f.peek(st, l).same(m.f.peek(st, h))
		}) {
			return h
		}
	}
	return nil
}

// lastTime returns what the join gave the last time that its block was looked at, nil
// for none.
func (m *merge) lastTime() *state {
	if b, ok := m.site.(blockSite); ok && m.f.running != nil && m.f.running.in != nil {
		return m.f.running.in[b.Index]
	}
	return nil
}

func (m *merge) result() *state {
	most := 0
	for _, st := range m.in {
		most = max(most, len(st.syms))
	}
	r := &state{vals: make(map[*location]value, len(m.locs)), syms: make(map[*symbol]set, most)}
	for _, st := range m.in {
		r.past = max(r.past, st.past)
		for s := range st.syms {
			r.syms[s] = set{}
		}
	}
	isNew := make(map[*symbol]bool)
	for _, h := range m.holder {
		isNew[m.merged[h]] = true
	}
	for s := range r.syms {
		if isNew[s] {
			continue
		}
		all := set{}
		for _, st := range m.in {
			all = all.union(m.on(st, s))
		}
		r.syms[s] = all
	}
	for _, h := range m.holder {
		all := set{}
		for _, st := range m.in {
			all = all.union(m.holds(st, h, nil))
		}
		r.syms[m.merged[h]] = all
	}
	differ := make([][]*symbol, len(m.in))
	for s, all := range r.syms {
		if isNew[s] {
			continue
		}
		for i, st := range m.in {
			if !m.on(st, s).equal(all) {
				differ[i] = append(differ[i], s)
			}
		}
	}
	for i := range differ {
		slices.SortFunc(differ[i], func(a, b *symbol) int { return a.id - b.id })
		differ[i] = newest(differ[i])
	}
	for _, l := range m.locs {
		if s := m.merged[l]; s != nil {
			r.vals[l] = s.value()
		} else if l.through != nil && m.merged[l.parent] != nil {
			continue // what is at the parent tells
		} else if v := m.mergeValues(r, l, differ); v != nil {
			r.vals[l] = v
		} else if l.code != nil && l.through == nil && len(l.index) == 0 {
			r.vals[l] = anyCode(l.code)
		}
	}
	if _, within := m.site.(ast.Expr); !within || m.site == m.f.node {
		// Within an expression there are values in hand that no location holds yet.
		m.f.dropUnused(r, m.site, m.lastTime())
	}
	return r
}

// on returns what a symbol can be on one of the ways.
func (m *merge) on(st *state, s *symbol) set {
	if p, ok := st.syms[s]; ok {
		return p
	}
	if s.site == nil {
		return s.anything() // an entry symbol
	}
	return s.universe.absent()
}

// holds returns the codes that a location holds on one of the ways, if a condition holds. If there
// are none there is no such location there, as below the nil that a type assertion gives.
func (m *merge) holds(st *state, l *location, given cond) set {
	if m.f.isNowhere(st, l) {
		return l.code.absent()
	}
	v := m.f.peek(st, l)
	s := st.codes(v, l.code, given)
	if s.empty() || st.mayBeAbsent(v, given) || l.isPointedTo() && len(v) > 0 && len(v[0].cond) > 0 {
		return s.union(l.code.absent())
	}
	return s
}

// isPointedTo reports whether a location is what a pointer leads to, or a part of that. If it holds something under conditions
// only, there may be none under others.
func (l *location) isPointedTo() bool {
	for p := l.parent; p != nil; p = p.parent {
		if syntax.IsPointer(p.typ) {
			return true
		}
	}
	return false
}

// mayBeAbsent reports whether a value may be a symbol of which an earlier join knows that on one of its ways there was
// no such location, if a condition holds.
func (st *state) mayBeAbsent(v value, given cond) bool {
	for _, o := range v {
		if o.kind == isSymbol && o.sym.site != nil && st.holdBoth(o.cond, given) &&
			!st.possibleIf(o.sym, o.cond, given).intersect(o.sym.universe.absent()).empty() {
			return true
		}
	}
	return false
}

// mostConstraints bounds a condition: what else would have to hold is not said. Only functions that make hundreds of
// requests have more, and there each join would have to look at all of them for each location.
const mostConstraints = 32

// newest leaves the last of what is listed in the order in which it became known.
func newest[S ~[]E, E any](list S) S { return list[max(0, len(list)-mostConstraints):] }

// mergeValues merges the outcomes of a location whose outs need no symbol.
func (m *merge) mergeValues(r *state, l *location, differ [][]*symbol) value {
	first := slices.IndexFunc(m.in, func(st *state) bool { return !m.f.isNowhere(st, l) })
	if w := orUnknown(m.f.peek(m.in[max(first, 0)], l)); len(w) == 1 && m.agree(l) {
		if len(w[0].cond) > 0 {
			w = known(w[0].out)
		}
		return w
	}
	n := 0
	for _, st := range m.in {
		n += max(1, len(m.f.peek(st, l)))
	}
	v := make(value, 0, n)
	for i, st := range m.in {
		if first >= 0 && m.f.isNowhere(st, l) {
			continue
		}
		for _, o := range orUnknown(m.f.peek(st, l)) {
			if !st.holds(o.cond) {
				continue
			}
			c := append(m.buffer[:0], o.cond...)
			for _, s := range differ[i] {
				c = c.narrow(s, m.on(st, s))
			}
			for _, h := range newest(m.holder) {
				s := m.merged[h]
				p := m.holds(st, h, o.cond)
				if !p.equal(r.syms[s]) {
					c = c.narrow(s, p)
				}
			}
			m.buffer = c
			c = newest(c)
			before := len(v)
			v = v.add(outcome{o.out, slices.DeleteFunc(c, r.idle)})
			if len(v) > before {
				v[before].cond = slices.Clone(v[before].cond)
			}
			if len(v) > maxOutcomes {
				return nil
			}
		}
	}
	for i := range v {
		v[i].cond = r.trim(v[i].cond)
	}
	if len(v) == 0 || len(v) == 1 && v[0].kind == anything && v[0].was == nil {
		return nil
	}
	return v
}
