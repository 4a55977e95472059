package codeflow

import (
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// What a function searches for in an error that it gets (searched.go) is found in what its caller
// hands over.

// searchedValue returns what a call's argument has of what its callee searches for.
func (f *flow) searchedValue(st *state, c *call, g given) value {
	err, path := cutSearch(g.path)
	if g.param == index.Receiver && err == "" && strings.HasPrefix(path, saysIn) && g.typ != nil {
		return f.toldByItself(st, c, g, path)
	}
	v, at, ok := f.errorHanded(st, c, g.param, err)
	if !ok {
		return nil
	}
	if path == errorIn {
		v = f.presenceOf(at, v) // its own caller knows
		if at != nil && v.isUnknown() {
			v = f.parted(st, c, g.param, at)
		}
		return v.asked(isFalse, isTrue)
	}
	if g.typ == nil && g.object == nil {
		return nil
	}
	if v.onlyFails() && isAboutObject(path) {
		how := sentinelIn
		if strings.HasPrefix(path, identicalTo) {
			how = identicalTo
		}
		if s := f.searchForObject(f.untouchedAt(at), g.object, how); s != nil {
			return append(isTrue.conditioned(cond{{s, single(succeeded)}}), isFalse.conditioned(cond{{s, single(failed)}})...)
		}
		return nil
	}
	if v.onlyFails() {
		s := f.searchFor(f.untouchedAt(at), g.typ, lookOf(path))
		if s == nil {
			return nil
		}
		// Its own caller knows.
		if strings.HasPrefix(path, foundIn) {
			_, ok := s.values()
			return ok
		}
		if strings.HasPrefix(path, saysIn) {
			if a, ok := findAnswer(s.answers, path); ok {
				return a.value()
			}
			return nil
		}
		if s.code == nil {
			return nil
		}
		return s.code.value() // absent as it may be
	}
	var w value
	for _, o := range v {
		if o.kind == isError && strings.HasPrefix(path, identicalTo) {
			w = append(w, f.isObject(o.err, g.object).conditioned(o.cond)...)
			continue
		}
		w = append(w, f.searchedIn(st, o, g, path)...)
	}
	return w
}

// errorHanded returns the error that a call hands over, at a path from an argument or receiver, and where it is; nil if it
// is in no place.
func (f *flow) errorHanded(st *state, c *call, param int, path string) (v value, at *location, ok bool) {
	if path != "" {
		if param >= 0 && len(c.args) != len(c.Args) || argument(c.CallExpr, param) == nil {
			return nil, nil, false
		}
		if v, ok := f.returnedPart(st, c.CallExpr, param, path); ok {
			return v, nil, true
		}
		at = f.handedLocation(c.CallExpr, param, path, nil)
		if at == nil || !syntax.IsErrorInterface(at.typ) {
			return nil, nil, false
		}
		return f.readValue(st, at), at, true
	}
	if param < 0 || param >= len(c.args) {
		return nil, nil, false
	}
	v = c.args[param]
	if len(c.args) == len(c.Args) {
		at = f.locate(c.Args[param])
		v = f.converted(st, v, c.Args[param], syntax.ErrorType)
	}
	return v, at, true
}

// asked returns one thing for what a value is nil, another for what it is an error, and what is
// not known for all else.
func (v value) asked(ifNil, ifError value) value {
	var w value
	for _, o := range v {
		switch o.kind {
		case isNil:
			o.out = ifNil[0].out
		case isError:
			o.out = ifError[0].out
		default:
			o.out = out{}
		}
		w = w.add(o)
	}
	return w
}

// searchedIn is searchedValue for one of the things that an argument can be.
func (f *flow) searchedIn(st *state, o outcome, g given, path string) value {
	wantsFound := !strings.HasPrefix(path, codeIn)
	none := isFalse
	if !wantsFound {
		none = known(out{kind: isNil})
	}
	switch o.kind {
	case isNil:
		return none.conditioned(o.cond)
	case isError:
	default:
		return value{{out{}, o.cond}}
	}
	how := lookOf(path)
	for _, l := range o.err.links {
		if how == itself && !l.direct {
			continue
		}
		if strings.HasPrefix(path, sentinelIn) {
			if g.object != nil && l.object == types.Object(g.object) {
				return isTrue.conditioned(o.cond)
			}
			if l.saysIs() {
				return f.passesForObject(st, o, l, g.object)
			}
			continue
		}
		if l.mayAnswer(g.typ) {
			return value{{out{}, o.cond}}
		}
		if how == inChain && l.saysIs() && l.field != "" && !l.isOf(g.typ) && f.e.universeOfType(g.typ) != nil {
			return value{{out{}, o.cond}} // it may pass for the code
		}
		if !l.isOf(g.typ) {
			continue
		}
		method, _ := f.e.saying(g.typ)
		switch {
		case o.err.open && !l.direct:
			return value{{out{}, o.cond}} // another one may be found before
		case strings.HasPrefix(path, saysIn):
			a, ok := f.e.answerNamed(g.typ, path)
			if !ok {
				return value{{out{}, o.cond}}
			}
			if asked := questionIn(g.typ, a); asked != nil {
				said := orUnknown(f.saidBy(st, asked, &l))
				if !said.parted() {
					said = value{{}} // it hangs on something else, too
				}
				return said.conditioned(o.cond)
			}
			return orUnknown(a.in(l.said(a.field))).conditioned(o.cond)
		case wantsFound:
			return isTrue.conditioned(o.cond)
		case method != nil:
			return orUnknown(f.saidBy(st, method, &l)).conditioned(o.cond)
		}
		if how == inChain && l.field == "" && o.err.mayHoldMore(l.typ) {
			return value{{out{}, o.cond}} // errors.Is may find another one than errors.As
		}
		return orUnknown(l.code).conditioned(o.cond)
	}
	if how == inChain && o.err.open || how == itself && o.err.mayBeAny() {
		return value{{out{}, o.cond}}
	}
	return none.conditioned(o.cond)
}

// mayHoldMore reports whether there may be several errors of a type in an error.
func (f *failure) mayHoldMore(t types.Type) bool {
	n := 0
	for _, l := range f.links {
		if l.typ != nil && types.Identical(l.typ, t) {
			n++
		}
	}
	return f.open || n > 1
}
