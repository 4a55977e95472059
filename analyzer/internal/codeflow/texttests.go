package codeflow

import (
	"go/constant"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// bySplit returns the boolean that a test of a code gives. A constant, which the
// code is if nothing has been read into it yet, is tested as the others are.
func bySplit(v value, test func(*universe) (split, bool)) ([]value, bool) {
	i := slices.IndexFunc(v, func(o outcome) bool { return o.isCode() })
	if i < 0 {
		return nil, true
	}
	u := v[i].codes()
	s, ok := test(u)
	if !ok {
		return nil, true
	}
	var result value
	for _, o := range v {
		if o.kind != isConst && (!o.isCode() || o.codes() != u) {
			return nil, true
		}
		for _, part := range []struct {
			set set
			is  value
		}{{s.yes, isTrue}, {s.no, isFalse}} {
			switch {
			case o.kind == isSymbol:
				result = result.add(outcome{part.is[0].out, o.cond.and(o.sym, part.set)})
			case o.kind == isConst && part.set.has(u.of(o.val)), o.kind == isOneOf && !o.set.intersect(part.set).empty():
				result = result.add(outcome{part.is[0].out, o.cond})
			}
		}
	}
	return []value{result}, true
}

// textTest is the rule of a test of a code's text against a constant.
func textTest(holds func(text, arg string) bool) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		if len(c.Args) != 2 {
			return nil, true
		}
		arg := f.e.constantOf(c.Args[1])
		if arg == nil || arg.Kind() != constant.String {
			return nil, true
		}
		return bySplit(c.args[0], func(u *universe) (split, bool) {
			yes := u.where(func(m domain.Member) bool { return holds(m.Text, constant.StringVal(arg)) })
			rest := single(u.undocumented())
			return split{yes.union(rest), u.all.minus(yes)}, true
		})
	}
}

// equalFold compares text; codes of digits have no case.
func equalFold(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) != 2 {
		return nil, true
	}
	x, y := c.args[0], c.Args[1]
	if f.e.constantOf(c.Args[0]) != nil {
		x, y = c.args[1], c.Args[0]
	}
	arg := f.e.constantOf(y)
	if arg == nil || arg.Kind() != constant.String {
		return nil, true
	}
	text := constant.StringVal(arg)
	return bySplit(x, func(u *universe) (split, bool) {
		yes := u.where(func(m domain.Member) bool { return strings.EqualFold(m.Text, text) })
		rest := single(u.undocumented())
		if _, ok := domain.Number(text); ok && !yes.empty() {
			return split{yes, u.all.minus(yes)}, true
		}
		return split{yes.union(rest), u.all.minus(yes)}, true
	})
}

func contains(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) != 2 {
		return nil, true
	}
	t := f.e.tableOf(c.Args[0])
	if t == nil || t.elem != nil {
		return nil, true
	}
	return bySplit(c.args[1], func(u *universe) (split, bool) { return t.keySplit(u), true })
}
