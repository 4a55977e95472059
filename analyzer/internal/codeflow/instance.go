package codeflow

import (
	"go/constant"
	"go/types"
)

// This file uses the summary of a function for one call of it.

// instantiate returns the results of a call by its callee's summary.
func (f *flow) instantiate(st *state, s *summary, c *call) []map[string]value {
	in := &instance{f: f, st: st, c: c, own: make(map[*symbol]*symbol), given: make(map[*symbol]value), s: s}
	syms := s.symbols()
	for _, sym := range syms {
		if g, ok := s.given[sym]; ok {
			v := f.givenValue(st, c, g)
			if len(v) == 0 && g.isCode() && len(c.args) > len(c.Args) {
				// Of check(send()) no variable holds the reply.
				v = f.renew(st, symbolKey{site: c.Args[0], n: -2 - sym.id}, sym.universe).value()
			}
			in.given[sym] = v
		}
	}
	answers := len(syms) > len(s.given) && f.e.looksInto(c.CallExpr)
	for _, sym := range syms {
		if _, ok := s.given[sym]; !ok {
			own := f.renew(st, symbolKey{site: c.CallExpr, loc: sym.loc, n: 1 + sym.id}, sym.universe)
			st.allow(own, s.possible[sym])
			own.met, own.brought = sym.isMet(), answers && f.e.isBrought(sym)
			in.own[sym] = own
		}
	}
	if f.e.isAlone {
		in.alone(syms, c.CallExpr)
	}
	// It returned: what it got was something that it returns for.
	for _, sym := range syms {
		if _, ok := s.given[sym]; ok && !s.possible[sym].equal(sym.anything()) {
			if remaining := in.allowed(sym, s.possible[sym], value{{}}); len(remaining) > 0 {
				st.keep(remaining)
			} else {
				st.dead = true
			}
		}
	}
	if len(s.left) > 0 {
		c.left = in.left()
	}
	c.set = in.fieldsSet(c)
	results := make([]map[string]value, len(s.results))
	for i, parts := range s.results {
		results[i] = make(map[string]value)
		if of, ok := s.handed[i]; ok {
			if v := in.handed(of); len(v) > 0 {
				results[i][""] = st.held(v)
			}
		}
		in.parts(parts, results[i])
	}
	return results
}

// parts adds the parts of something of the callee, in terms of the caller.
func (in *instance) parts(of, to map[string]value) {
	for path, v := range of {
		if w := in.value(v); len(w) > 0 && len(w) <= maxOutcomes {
			to[path] = w
		}
	}
}

// left returns what the callee leaves in variables of the caller.
func (in *instance) left() map[*types.Var]map[string]value {
	left := make(map[*types.Var]map[string]value, len(in.s.left))
	for _, l := range in.s.left {
		left[l.Var] = make(map[string]value)
		in.parts(l.parts, left[l.Var])
	}
	return left
}

// givenValue returns what a call hands over for a symbol of its callee.
func (f *flow) givenValue(st *state, c *call, g given) value {
	if c.relays && g.outer == nil {
		return nil
	}
	if isSearch(g.path) {
		return f.searchedValue(st, c, g)
	}
	if g.outer != nil {
		l := f.follow(f.variable(g.outer), g.path, known(out{kind: isOneOf, universe: g.code}))
		if l == nil {
			return nil
		}
		return f.readValue(st, l)
	}
	if len(c.args) > len(c.Args) && g.param >= 0 { // f(g())
		if g.path == "" {
			return c.args[g.param]
		}
		return f.partsOfResults(st, c.Args[0], len(c.args))[g.param][g.path]
	}
	arg := argument(c.CallExpr, g.param)
	if arg == nil {
		return nil
	}
	if g.path == "" && !f.isPromoted(c.CallExpr, g.param) {
		if g.param >= 0 && g.param < len(c.args) {
			return c.args[g.param]
		}
		return f.value(st, arg)
	}
	loc := g.loc
	if loc == nil {
		loc = &location{path: g.path, parent: &location{}, code: g.code}
	}
	return f.handedValue(st, c.CallExpr, g.param, loc)
}

// An instance is the use of a summary for one call.
type instance struct {
	f     *flow
	st    *state
	c     *call
	s     *summary
	own   map[*symbol]*symbol // the callee's own symbols
	given map[*symbol]value   // those that the caller hands over
}

// value returns a value of the callee in terms of the caller.
func (in *instance) value(v value) value {
	w := make(value, 0, len(v))
	for _, o := range v {
		add := value.add
		if o.kind == isConst && o.val.Kind() == constant.Bool {
			add = value.addApart
		}
		for _, p := range in.outcome(o) {
			if len(w) > maxOutcomes {
				add = value.add // so many are merged anyway, below
			}
			if in.st.holds(p.cond) {
				w = add(w, p)
			}
		}
	}
	if len(w) > maxOutcomes {
		return w.replace(func(o outcome, add func(outcome)) { add(o) }) // merged
	}
	return w
}

func (in *instance) outcome(o outcome) []outcome {
	o.was = nil // which is a place of the callee's
	if o.err != nil {
		o.err = o.err.mapped(func(v value) value {
			if len(v) == 0 {
				return v
			}
			return in.value(v)
		})
	}
	held := in.ofOwn(o.cond)
	var base value
	switch {
	case o.kind == isSymbol && in.own[o.sym] != nil:
		base = value{{out{kind: isSymbol, sym: in.own[o.sym]}, held}}
	case o.kind == isSymbol:
		allowed, ok := o.cond.on(o.sym)
		if !ok {
			allowed = o.sym.anything()
		}
		if base = in.only(o.sym, allowed); len(base) == 0 {
			return nil
		}
		base = base.conditioned(held)
	case o.kind == isElement && o.sym != nil:
		sym := in.own[o.sym]
		if sym == nil {
			sym = in.given[o.sym].symbol()
		}
		element := out{}
		if sym != nil && sym.universe == o.sym.universe {
			element = out{kind: isElement, sym: sym, table: o.table}
		}
		base = value{{element, held}}
	case o.err != nil && len(o.err.given) > 0:
		base = in.filled(o.err).conditioned(held)
	default:
		base = value{{o.out, held}}
	}
	for _, x := range o.cond {
		if in.own[x.sym] == nil && (o.kind != isSymbol || x.sym != o.sym) {
			base = in.allowed(x.sym, x.set, base)
		}
	}
	return base
}

// filled returns an error that the callee makes of what it gets, with what the caller knows of that in it.
func (in *instance) filled(err *failure) value {
	if !err.fresh && len(err.links) == 0 && len(err.given) == 1 {
		return orUnknown(in.handedError(err.given[0])) // that one, and nothing around it
	}
	all := known(out{kind: isError, err: &failure{links: err.links, fresh: err.fresh}})
	for _, of := range err.given {
		all = wrapped(all, in.handedError(of))
	}
	if all == nil {
		return known(out{kind: isError, err: &failure{links: err.links, open: true, fresh: err.fresh}})
	}
	return all
}

// handed returns what the caller hands over, or has in what it hands over.
func (in *instance) handed(of handedBack) value {
	if of.Path != "" {
		return in.handedError(of)
	}
	return in.f.givenValue(in.st, in.c, given{param: of.Param})
}

// handedError is handed for what the callee gets as an error.
func (in *instance) handedError(of handedBack) value {
	v, _, _ := in.f.errorHanded(in.st, in.c, of.Param, of.Path)
	return v
}

// ofOwn returns what a condition of the callee says of its own symbols, in terms of the caller.
func (in *instance) ofOwn(c cond) cond {
	var own cond
	for _, x := range c {
		if sym := in.own[x.sym]; sym != nil {
			if own == nil {
				own = make(cond, 0, len(c))
			}
			own = append(own, constraint{sym, x.set})
		}
	}
	return own
}

// mostCombined bounds how many outcomes are made of one by what the caller hands over for its symbols: each of these can be
// several things, and where that is too much the condition on it is left out.
const mostCombined = 4 * maxOutcomes

// allowed returns the outcomes of v under the condition that what the caller hands over for a symbol
// is in a set.
func (in *instance) allowed(sym *symbol, allowed set, v value) value {
	given := in.only(sym, allowed)
	if len(given)*len(v) > mostCombined {
		return v
	}
	w := make(value, 0, len(given)*len(v))
	for _, a := range given {
		for _, o := range v {
			w = append(w, outcome{o.out, o.cond.all(a.cond)})
		}
	}
	return w
}

// only returns the outcomes of what the caller hands over for a symbol, that are
// in a set.
func (in *instance) only(sym *symbol, allowed set) value {
	var w value
	for _, a := range orUnknown(in.given[sym]) {
		switch {
		case sym.universe == choice && a.kind == isConst:
			if way := succeeded; a.val.Kind() == constant.Bool {
				if !constant.BoolVal(a.val) {
					way = failed
				}
				if allowed.has(way) {
					w = append(w, a)
				}
			}
		case sym.universe == choice:
			w = append(w, outcome{out{}, a.cond})
		case a.kind == isNil: // nothing is found
			if allowed.has(sym.universe.size) {
				w = append(w, outcome{out{}, a.cond})
			}
		case a.isCode() && a.codes() != sym.universe:
			w = append(w, outcome{out{}, a.cond})
		case a.isCode(), a.kind == isConst:
			yes, _ := inSet(a, allowed, sym.universe)
			w = append(w, yes...)
		default:
			w = append(w, a)
		}
	}
	return w
}
