package codeflow

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// perCode is the rule of a method that gives for each code what of says; the
// zero Member stands for undocumented ones.
func perCode(of func(domain.Member) value) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		if c.recv == nil {
			return nil, false
		}
		var v value
		for _, o := range st.held(f.askedCode(st, c.recv)) {
			if !o.isCode() && o.kind != isConst {
				return nil, false
			}
			u := f.e.universeOf(c.recv)
			if u == nil || o.isCode() && o.codes() != u {
				return nil, false
			}
			add := func(i int, m domain.Member) {
				for _, r := range of(m) {
					switch {
					case o.kind == isSymbol:
						v = v.addApart(outcome{r.out, o.cond.and(o.sym, single(i))})
					case o.kind == isOneOf && o.set.has(i), o.kind == isConst && u.of(o.val) == i:
						v = v.addApart(outcome{r.out, o.cond})
					}
				}
			}
			for i, m := range u.domain.Members() {
				add(i, m)
			}
			add(u.undocumented(), domain.Member{Text: "undocumented"})
		}
		if len(v) > maxOutcomes {
			return nil, true
		}
		return []value{v}, true
	}
}

// codeErr: nil for success, and the code itself for every other.
func codeErr(f *flow, st *state, c *call) ([]value, bool) {
	if c.recv == nil {
		return nil, false
	}
	u := f.e.universeOf(c.recv)
	recv := st.held(f.askedCode(st, c.recv))
	if u == nil || len(recv) == 0 {
		return nil, false
	}
	t := syntax.Pointee(f.typeOf(c.recv))
	success := u.class(codes.RetryNotNeeded)
	var v value
	for _, o := range recv {
		yes, no := inSet(o, success, u)
		for _, p := range yes {
			v = v.add(outcome{out{kind: isNil}, p.cond})
		}
		for _, p := range no {
			v = v.add(outcome{out{kind: isError, err: codeError(t, value{p})}, p.cond})
		}
	}
	return []value{v}, true
}

// askedCode returns the code whose method is called: of a pointer of which nothing is known, what it leads to, as it is where that
// is compared.
//
//	case *r.Code == codes.TemplateThrottled, r.Code.Retryable():
func (f *flow) askedCode(st *state, recv ast.Expr) value {
	v := f.value(st, recv)
	l, sym := f.locate(recv), v.symbol()
	if l == nil || l.code == nil || sym == nil || !syntax.IsPointer(l.typ) || !st.possible(sym).intersect(sym.universe.all).equal(sym.universe.all) {
		return v
	}
	to := f.pointee(l)
	if to.code == nil {
		to.code = l.code
	}
	if code := f.readValue(st, to); code.isCode(l.code) {
		return code
	}
	return v
}

// inSet parts an outcome that is a code by membership in a set.
func inSet(o outcome, s set, u *universe) (yes, no []outcome) {
	switch {
	case o.kind == isSymbol && o.sym.universe == u:
		return []outcome{{o.out, o.cond.and(o.sym, s)}}, []outcome{{o.out, o.cond.and(o.sym, u.all.minus(s))}}
	case o.kind == isOneOf && o.universe == u:
		in, rest := o, o
		in.set, rest.set = o.set.intersect(s), o.set.minus(s)
		if !in.set.empty() {
			yes = []outcome{in}
		}
		if !rest.set.empty() {
			no = []outcome{rest}
		}
		return yes, no
	case o.kind == isConst:
		if s.has(u.of(o.val)) {
			return []outcome{o}, nil
		}
		return nil, []outcome{o}
	}
	return []outcome{o}, []outcome{o}
}
