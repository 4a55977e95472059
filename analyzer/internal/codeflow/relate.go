package codeflow

import (
	"go/constant"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A comparison is one comparison of two values.
type comparison struct {
	st    *state
	op    token.Token
	text  bool
	loose bool
	ours  *types.Package // which is none of the standard library's
}

// A way is one way in which a comparison comes out: what the operands are then,
// and what holds.
type way struct {
	x, y out
	cond cond
}

// relate returns the ways in which the comparison of two outs is true, and those
// in which it is false.
func (c comparison) relate(x, y out) (yes, no []way) {
	switch c.op {
	case token.NEQ:
		yes, no = c.equal(x, y)
		return no, yes
	case token.EQL:
		return c.equal(x, y)
	}
	return c.ordered(x, y)
}

// both says nothing.
func both(x, y out) (yes, no []way) {
	w := []way{{x: x, y: y}}
	return w, w
}

func (c comparison) equal(x, y out) (yes, no []way) {
	switch {
	case x.kind == isConst && y.kind == isConst:
		same := constant.Compare(unify(x.val, y.val))
		if same && c.loose || isUnsure(x.val, y.val) {
			return both(x, y)
		}
		return truth(same, x, y)
	case x.isCode() && y.isCode():
		return c.equalCodes(x, y)
	case x.isCode() && y.kind == isConst:
		u := x.codes()
		s := u.equals(y.val)
		if c.loose {
			s.no = u.all
		}
		return c.parted(x, s, func(p out) way { return way{x: p, y: y} })
	case y.isCode() && x.kind == isConst:
		return mirrored(c.equal(y, x))
	case y.kind == isNil:
		switch x.kind {
		case isNil:
			return truth(true, x, y)
		case isError, isPresent:
			return truth(false, x, y)
		case anything:
			return []way{{x: y, y: y}}, []way{{x: out{kind: isError, err: &failure{open: true}}, y: y}}
		}
	case x.kind == isNil:
		return mirrored(c.equal(y, x))
	case x.kind == isError && y.kind == isError:
		return c.sameError(x, y)
	case x.kind == isError && y.isCode():
		// The code itself, or another error.
	}
	return both(x, y)
}

func mirrored(yes, no []way) ([]way, []way) {
	swap := func(ws []way) []way {
		var all []way
		for _, w := range ws {
			all = append(all, way{w.y, w.x, w.cond})
		}
		return all
	}
	return swap(yes), swap(no)
}

func truth(holds bool, x, y out) (yes, no []way) {
	w := []way{{x: x, y: y}}
	if holds {
		return w, nil
	}
	return nil, w
}

// unify makes two constants comparable.
func unify(x, y constant.Value) (constant.Value, token.Token, constant.Value) {
	sort := func(v constant.Value) int {
		switch v.Kind() {
		case constant.Unknown:
			return 0
		case constant.Bool:
			return 1
		case constant.String:
			return 2
		}
		return 3
	}
	if sort(x) != sort(y) || sort(x) == 0 {
		return constant.MakeBool(true), token.EQL, constant.MakeBool(false)
	}
	return x, token.EQL, y
}

// parted returns the ways in which a code is in one part or the other of a
// split of its universe.
func (c comparison) parted(x out, s split, make func(out) way) (yes, no []way) {
	part := func(p set) []way {
		if x.kind == isOneOf {
			x := x
			x.set = x.set.intersect(p)
			if x.set.empty() {
				return nil
			}
			return []way{make(x)}
		}
		w := make(x)
		w.cond = cond{{x.sym, p}}
		return []way{w}
	}
	return part(s.yes), part(s.no)
}

// equalCodes compares two codes that are both unknown.
func (c comparison) equalCodes(x, y out) (yes, no []way) {
	if x.kind == isSymbol && y.kind == isSymbol && x.sym == y.sym && !c.loose {
		return truth(true, x, y)
	}
	u := x.codes()
	if u != y.codes() {
		return both(x, y)
	}
	left, right := c.can(x), c.can(y)
	common := left.intersect(right)
	restrict := func(p, q set) []way {
		p, q = p.intersect(left), q.intersect(right)
		if p.empty() || q.empty() {
			return nil
		}
		var w way
		w.x, w.cond = limited(x, p, w.cond)
		w.y, w.cond = limited(y, q, w.cond)
		return []way{w}
	}
	unequal := func(other set) set { // what a code can be that is not the other
		if e := single(u.undocumented()); other.len() == 1 && !other.equal(e) && !c.loose {
			return u.all.minus(other)
		}
		return u.all
	}
	return restrict(common, common), restrict(unequal(right), unequal(left))
}

func (c comparison) can(x out) set {
	if x.kind == isOneOf {
		return x.set
	}
	return c.st.possible(x.sym).intersect(x.sym.universe.all)
}

func limited(x out, p set, c cond) (out, cond) {
	if x.kind == isOneOf {
		x.set = p
		return x, c
	}
	return x, c.and(x.sym, p)
}

// ordered compares by < <= > >=.
func (c comparison) ordered(x, y out) (yes, no []way) {
	switch {
	case x.kind == isConst && y.kind == isConst:
		if sameConstant(x.val, noName) || sameConstant(y.val, noName) {
			return both(x, y)
		}
		if isOrdered(x.val) && isOrdered(y.val) && (x.val.Kind() == constant.String) == (y.val.Kind() == constant.String) {
			return truth(constant.Compare(x.val, c.op, y.val), x, y)
		}
	case x.isCode() && y.kind == isConst:
		return c.parted(x, x.codes().ordered(c.op, y.val, c.text), func(p out) way { return way{x: p, y: y} })
	case y.isCode() && x.kind == isConst:
		return c.parted(y, y.codes().ordered(syntax.Mirrored(c.op), x.val, c.text), func(p out) way { return way{x: x, y: p} })
	}
	return both(x, y)
}

// isOrdered reports whether a constant is text or a real number.
func isOrdered(v constant.Value) bool {
	switch v.Kind() {
	case constant.String, constant.Int, constant.Float:
		return true
	}
	return false
}
