package codeflow

import (
	"fmt"
	"go/ast"
	"go/types"
)

// This file is about operands that are evaluated one after the other. A call among them may change what
// another one reads. Which comes first then, the call or the reading, the language leaves open:
//
//	return code, advance(&code)
//
// And what was known of the first before the second is evaluated may have to be told anew then.

// evalAll evaluates operands.
func (f *flow) evalAll(st *state, exprs []ast.Expr) []value {
	vals := make([]value, len(exprs))
	last := len(exprs) - 1
	for last > 0 && !f.p.effects.Calls(exprs[last]) {
		last--
	}
	for i, e := range exprs {
		vals[i] = f.eval(st, e)
		if i < last {
			f.hold(st, e, vals[i])
		}
	}
	for i := range max(last, 0) {
		vals[i] = f.release(st, exprs[i], vals[i])
	}
	return vals
}

// hold keeps the value of an operand while others are evaluated, so that it stays right when a symbol
// gets a new meaning.
func (f *flow) hold(st *state, e ast.Expr, v value) {
	if len(v) > 0 {
		st.put(f.inHand(e), v)
	}
}

// release returns what hold has kept, or, where a call has changed what the operand reads, both.
func (f *flow) release(st *state, e ast.Expr, v value) value {
	calls := f.p.effects.Calls(e)
	if len(v) > 0 {
		l := f.inHand(e)
		v = st.vals[l]
		if !calls {
			st.drop(l)
		}
	}
	if st.dead || calls {
		return v
	}
	now := f.value(st, e)
	if now.same(v) {
		return v
	}
	u := f.e.universeOf(e)
	if u == nil {
		return known(out{}) // not nothing, as what it reads would be of which nothing is known: that tells nothing of this
	}
	return known(out{kind: isOneOf, universe: u, set: st.codes(v, u, nil).union(st.codes(now, u, nil))})
}

// remember keeps the value of an expression with a call in it until the statement has been executed: who asks for it again must
// not have that evaluated in a state that the call has changed.
//
//	if advance(&code).Retryable() {
func (f *flow) remember(st *state, e ast.Expr, v value) {
	if _, several := f.typeOf(e).(*types.Tuple); several || st.dead {
		return
	}
	l := f.inHand(e)
	st.put(l, orUnknown(v))
	if !f.askedAgain[e] { // by a type switch's clauses
		f.hands = append(f.hands, l)
	}
}

// letGo forgets what a node has called.
func (f *flow) letGo(states ...*state) {
	for _, l := range f.hands {
		for _, st := range states {
			st.drop(l)
		}
	}
	f.hands = nil
}

// ifKnown returns nothing of a value of which nothing is known.
func (v value) ifKnown() value {
	if v.isUnknown() {
		return nil
	}
	return v
}

func (f *flow) inHand(e ast.Expr) *location {
	return f.intern(locKey{parent: e}, func() *location {
		t := f.typeOf(e)
		return &location{root: types.NewVar(e.Pos(), nil, fmt.Sprintf("operand%d", len(f.order)), t), typ: t, code: f.e.universeOf(e)}
	})
}
