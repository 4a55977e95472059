package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"slices"
)

// evalBool evaluates a condition: true and false, each with what it says of the
// symbols.
func (f *flow) evalBool(st *state, e ast.Expr) value {
	kept := f.kept == e
	f.kept = nil
	yes, no := f.decide(st.clone(), e)
	var which *symbol
	if kept {
		which = f.tellApart(yes, no, e)
	}
	var v value
	for _, is := range []struct {
		st   *state
		what bool
	}{{yes, true}, {no, false}} {
		ways := []*state{is.st}
		if len(f.searches)+len(f.presences)+len(f.itself) > 0 {
			ways = f.ways(st, e, is.what)
			for _, way := range ways {
				if which != nil && !way.dead {
					way.allow(which, is.st.possible(which))
				}
			}
		}
		for _, way := range ways {
			if !way.dead {
				v = append(v, outcome{out{kind: isConst, val: constant.MakeBool(is.what)}, differences(st, way)})
			}
		}
	}
	st.become(f.join(e, []*state{yes, no}))
	return v
}

// tellApart gives a condition that is kept in a variable a symbol of its own, if what variables hold depends on how it came out
// in a way that no symbol tells: whether an error is nil, say. Who asks the variable knows as much then as who asks the condition.
//
//	failed := err != nil
func (f *flow) tellApart(yes, no *state, e ast.Expr) *symbol {
	if yes.dead || no.dead {
		return nil
	}
	differ := false
	for l, v := range yes.vals {
		w, ok := no.vals[l]
		differ = differ || !ok || !v.same(w)
	}
	for l := range no.vals {
		_, ok := yes.vals[l]
		differ = differ || !ok
	}
	if !differ {
		return nil
	}
	key := symbolKey{site: e, n: -3}
	s := f.renew(yes, key, choice)
	yes.allow(s, single(succeeded))
	f.renew(no, key, choice)
	no.allow(s, single(failed))
	return s
}

// ways returns the states after an expression came out as want, one for each way in which its
// operands can make it so: what is found in an error and what it says then are two things.
func (f *flow) ways(st *state, e ast.Expr, want bool) []*state {
	x, ok := ast.Unparen(e).(*ast.BinaryExpr)
	if not, isNot := ast.Unparen(e).(*ast.UnaryExpr); isNot && not.Op == token.NOT {
		return f.ways(st, not.X, !want)
	}
	if !ok || x.Op != token.LAND && x.Op != token.LOR {
		return f.waysOf(st, e, want)
	}
	goOn := x.Op == token.LAND
	var all []*state
	if want != goOn {
		all = f.ways(st, x.X, want)
	}
	for _, first := range f.ways(st, x.X, goOn) {
		all = append(all, f.ways(first, x.Y, want)...)
	}
	if len(all) > maxOutcomes {
		way := st.clone()
		f.assume(way, e, want)
		return []*state{way}
	}
	return all
}

// differences returns what is known of the symbols after that was not before.
func differences(before, after *state) cond {
	var c cond
	for s, p := range after.syms {
		if was, ok := before.syms[s]; ok && !p.equal(was) || !ok && !p.equal(s.anything()) {
			c = append(c, constraint{s, p})
		}
	}
	slices.SortFunc(c, func(a, b constraint) int { return a.sym.id - b.sym.id })
	return c
}

// waysOf is ways for an expression without operands: of what a function is asked, it may say the same
// for several reasons.
func (f *flow) waysOf(st *state, e ast.Expr, want bool) []*state {
	way := st.clone()
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
	case *ast.BinaryExpr:
		return f.waysCompared(st, x, want)
	default:
		f.assume(way, e, want)
		return []*state{way}
	}
	v := f.eval(way, e)
	known := len(v) > 1 && !slices.ContainsFunc(v, func(o outcome) bool { return o.kind != isConst || o.val.Kind() != constant.Bool })
	if !known {
		f.assumeValue(way, e, v, want)
		return []*state{way}
	}
	var all []*state
	for _, o := range v {
		if constant.BoolVal(o.val) == want {
			one := way.clone()
			one.keep([]outcome{o})
			all = append(all, one)
		}
	}
	return all
}
