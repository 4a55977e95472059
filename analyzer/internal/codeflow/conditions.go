package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// assume leaves what is possible if a condition comes out as want.
func (f *flow) assume(st *state, e ast.Expr, want bool) {
	yes, no := f.decide(st, e)
	if want {
		st.become(yes)
	} else {
		st.become(no)
	}
}

// decide evaluates a condition, and returns what is possible if it comes out true, and if it comes
// out false. The state that it gets is one of the two, or none any more.
func (f *flow) decide(st *state, e ast.Expr) (yes, no *state) {
	if st.dead {
		return st, st
	}
	switch x := e.(type) {
	case *ast.ParenExpr:
		return f.decide(st, x.X)
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			no, yes = f.decide(st, x.X)
			return yes, no
		}
	case *ast.BinaryExpr:
		switch x.Op {
		case token.LAND: // the second operand is evaluated only after the first came out true
			first, neither := f.decide(st, x.X)
			yes, no = f.decide(first, x.Y)
			return yes, f.join(x, []*state{neither, no})
		case token.LOR:
			either, second := f.decide(st, x.X)
			yes, no = f.decide(second, x.Y)
			return f.join(x, []*state{either, yes}), no
		case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
			if f.e.isCalm && f.asksForReply(x) {
				never := &state{dead: true}
				if x.Op == token.NEQ {
					return st, never
				}
				return never, st
			}
			if f.e.info.Types[e].Value == nil {
				if f.stop != nil {
					f.stop(e, st)
				}
				return f.compare(st, x.X, f.eval(st, x.X), x.Op, x.Y)
			}
		}
	}
	v := f.eval(st, e)
	no = st.clone()
	f.assumeValue(st, e, v, true)
	f.assumeValue(no, e, v, false)
	f.narrowAsked(st, e, v.that(true))
	f.narrowAsked(no, e, v.that(false))
	if f.e.isCalm && syntax.IsBoolean(f.typeOf(e)) {
		f.allWell(st, e)
	}
	return st, no
}

// assumeValue assumes that the boolean v, which e is, is want.
func (f *flow) assumeValue(st *state, e ast.Expr, v value, want bool) {
	if len(v) == 0 {
		if l := f.locate(e); l != nil && !l.shared && syntax.IsBoolean(l.typ) {
			f.set(st, l, constantValue(constant.MakeBool(want)))
		}
		return
	}
	remaining := st.keepIf(v, want)
	if l := f.locate(e); l != nil && !st.dead {
		f.set(st, l, remaining)
	}
}

// keepIf leaves what is possible if a boolean is want, and returns what the boolean is then.
func (st *state) keepIf(v value, want bool) value {
	remaining := v.that(want)
	st.keep(remaining)
	return remaining
}

// that returns the outcomes of a boolean that can be want.
func (v value) that(want bool) value {
	var all value
	for _, o := range v {
		if o.kind != isConst || o.val.Kind() != constant.Bool || constant.BoolVal(o.val) == want {
			all = append(all, o)
		}
	}
	return all
}
