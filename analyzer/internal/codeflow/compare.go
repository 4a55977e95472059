package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

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
	var remaining value
	for _, o := range v {
		if o.kind != isConst || o.val.Kind() != constant.Bool || constant.BoolVal(o.val) == want {
			remaining = append(remaining, o)
		}
	}
	st.keep(remaining)
	return remaining
}

// compare compares x, whose value is vx, with y, and returns what is possible if that comes out true,
// and if it comes out false.
func (f *flow) compare(st *state, x ast.Expr, vx value, op token.Token, y ast.Expr) (yes, no *state) {
	if op == token.EQL || op == token.NEQ {
		if same := f.identity(st, x, vx, y); same != nil {
			no = st.clone()
			st.keepIf(same, op == token.EQL)
			no.keepIf(same, op == token.NEQ)
			return st, no
		}
	}
	beside := f.p.calls(y)
	if beside {
		f.hold(st, x, vx)
	}
	vy := f.eval(st, y)
	if beside {
		vx = f.release(st, x, vx)
	}
	if st.dead {
		return st, st
	}
	return f.compareValues(st, x, vx, op, y, vy)
}

// compareValues is compare for operands that are evaluated both.
func (f *flow) compareValues(st *state, x ast.Expr, vx value, op token.Token, y ast.Expr, vy value) (yes, no *state) {
	if tx, ty := f.typeOf(x), f.typeOf(y); tx != nil && ty != nil {
		switch {
		case types.IsInterface(tx) && !types.IsInterface(ty):
			vy = f.converted(st, vy, y, tx).boxed(ty)
		case types.IsInterface(ty) && !types.IsInterface(tx):
			vx = f.converted(st, vx, x, ty).boxed(tx)
		}
	}
	vx, vy = f.presence(x, vx, vy), f.presence(y, vy, vx)
	c := comparison{
		st: st, op: op,
		text:  syntax.IsText(f.typeOf(x)) || syntax.IsText(f.typeOf(y)),
		loose: isLoose(f.typeOf(x)) || isLoose(f.typeOf(y)),
		ours:  f.e.pass.Pkg,
	}
	left, right := f.isNarrowed(x, vx), f.isNarrowed(y, vy)
	holds, fails := compared{hasLeft: left, hasRight: right}, compared{hasLeft: left, hasRight: right}
	for _, ox := range orUnknown(vx) {
		for _, oy := range orUnknown(vy) {
			cond := ox.cond.all(oy.cond)
			if !st.holds(cond) {
				continue
			}
			yes, no := c.relate(ox.out, oy.out)
			holds.add(st, cond, yes)
			fails.add(st, cond, no)
		}
	}
	no = st.clone()
	for _, end := range []struct {
		st *state
		compared
	}{{st, holds}, {no, fails}} {
		end.st.keepAny(end.remaining)
		if !end.st.dead {
			f.narrow(end.st, x, vx, end.left)
			f.narrow(end.st, y, vy, end.right)
		}
	}
	return st, no
}

// compared is what is left of a comparison that came out one way: of its conditions, and of those
// operands of which it can tell more.
type compared struct {
	remaining         anyOf
	hasLeft, hasRight bool
	left, right       value
}

// add adds the ways that are possible if a condition holds.
func (c *compared) add(st *state, held cond, ways []way) {
	for _, w := range ways {
		all := held.all(w.cond)
		if !st.holds(all) {
			continue
		}
		c.remaining.add(all)
		if c.hasLeft {
			c.left = c.left.add(outcome{w.x, all})
		}
		if c.hasRight {
			c.right = c.right.add(outcome{w.y, all})
		}
	}
}

// isNarrowed reports whether a comparison can tell more of an expression than what the symbol is that it
// stands for.
func (f *flow) isNarrowed(e ast.Expr, v value) bool { return v.symbol() == nil && f.locate(e) != nil }

// narrow stores what is left of the value that a location had.
func (f *flow) narrow(st *state, e ast.Expr, before, after value) {
	if !f.isNarrowed(e, before) || after.sameOuts(before) && len(before) == 1 {
		return
	}
	l := f.locate(e)
	if len(before) == 0 && !isErrorInterface(l.typ) && !syntax.IsPointer(l.typ) && l.code == nil {
		return
	}
	if have, ok := st.vals[l]; ok && !have.same(before) || !ok && len(before) > 0 && !f.readValue(st, l).sameOuts(before) {
		return // the switch's tag was something else by now
	}
	f.set(st, l, after)
}

func orUnknown(v value) value {
	if len(v) == 0 {
		return value{{}}
	}
	return v
}

// isLoose reports whether a value of the type may have a dynamic type, so that it may
// be unequal to a code's text because it is the code's number.
func isLoose(t types.Type) bool {
	return t != nil && types.IsInterface(t) && !(isTypeParam(t) && listsTypes(t))
}

// listsTypes reports whether a constraint lists the types that it allows: none of them is an interface.
func listsTypes(constraint types.Type) bool {
	i, ok := constraint.Underlying().(*types.Interface)
	if !ok {
		return true
	}
	for t := range i.EmbeddedTypes() {
		if listsTypes(t) {
			return true
		}
	}
	return false
}

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
		case isError:
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

func (o out) isCode() bool {
	return o.kind == isSymbol && o.sym.universe.domain != nil || o.kind == isOneOf
}

// codes returns the universe of an out that is a code.
func (o out) codes() *universe {
	if o.kind == isSymbol {
		return o.sym.universe
	}
	return o.universe
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
		return c.parted(y, y.codes().ordered(reversed[c.op], x.val, c.text), func(p out) way { return way{x: x, y: p} })
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

// reversed are the operators for operands the other way round.
var reversed = map[token.Token]token.Token{
	token.LSS: token.GTR, token.LEQ: token.GEQ, token.GTR: token.LSS, token.GEQ: token.LEQ,
}
