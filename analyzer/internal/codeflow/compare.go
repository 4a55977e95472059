package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// compare compares x, whose value is vx, with y, and returns what is possible if that comes out true,
// and if it comes out false.
func (f *flow) compare(st *state, x ast.Expr, vx value, op token.Token, y ast.Expr) (yes, no *state) {
	yes, no = f.compareOperands(st, x, vx, op, y)
	f.asksBeside(yes, no, x, op, y)
	return yes, no
}

// compareOperands is compare, but for what is beside a code.
func (f *flow) compareOperands(st *state, x ast.Expr, vx value, op token.Token, y ast.Expr) (yes, no *state) {
	if op == token.EQL || op == token.NEQ {
		if same := f.identity(st, x, vx, y); same != nil {
			no = st.clone()
			st.keepIf(same, op == token.EQL)
			no.keepIf(same, op == token.NEQ)
			return st, no
		}
	}
	beside := f.p.effects.Calls(y)
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
	holds := compared{hasLeft: left, hasRight: right, asks: isCall(x) || isCall(y)}
	fails := holds
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
			f.narrowAsked(end.st, x, end.answers)
			f.narrowAsked(end.st, y, end.answers)
		}
	}
	if op == token.EQL || op == token.NEQ {
		equal := st
		if op == token.NEQ {
			equal = no
		}
		switch {
		case vy.isNil():
			f.leadsNowhere(equal, x, vx)
		case vx.isNil() && y != nil:
			f.leadsNowhere(equal, y, vy)
		}
	}
	return st, no
}

// leadsNowhere notes that e, which was v, is nil. If it is a pointer, there is no code behind it, so no documented one.
// That holds of all that tells of this code, if nothing but what brought the pointer has said that it is nil.
func (f *flow) leadsNowhere(st *state, e ast.Expr, v value) {
	l := f.locate(e)
	if st.dead || l == nil || !syntax.IsPointer(l.typ) {
		return
	}
	root, ok := l.root.(*types.Var)
	brought := ok && (v.isUnknown() || v.symbol() != nil) && !f.replaced[root] && !f.foreign(root)
	for _, p := range f.parts(l) {
		if p.code == nil || p.through != nil || f.unsteady(p) {
			continue
		}
		none := single(p.code.undocumented())
		sym := f.readValue(st, p).symbol()
		itself := f.e.isCalm && (p == l || p.parent == l && p.step() == "*") // a function that asks for a reply tells as much of that
		if sym == nil || (sym.loc != p || !brought) && !itself {
			f.set(st, p, known(out{kind: isOneOf, universe: p.code, set: none}))
		} else if left := st.possible(sym).intersect(none); !left.empty() {
			st.allow(sym, left)
		}
	}
}

// compared is what is left of a comparison that came out one way: of its conditions, and of those
// operands of which it can tell more.
type compared struct {
	remaining         anyOf
	hasLeft, hasRight bool
	left, right       value
	asks              bool // an operand is a call
	answers           []outcome
}

// add adds the ways that are possible if a condition holds.
func (c *compared) add(st *state, held cond, ways []way) {
	for _, w := range ways {
		all := held.all(w.cond)
		if !st.holds(all) {
			continue
		}
		c.remaining.add(all)
		if c.asks {
			c.answers = append(c.answers, outcome{cond: all})
		}
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
	if len(before) == 0 && !syntax.IsErrorInterface(l.typ) && !syntax.IsPointer(l.typ) && l.code == nil {
		return
	}
	if have, ok := st.vals[l]; ok && !have.same(before) || !ok && len(before) > 0 && !f.readValue(st, l).sameOuts(before) {
		return // the switch's tag was something else by now
	}
	f.set(st, l, after)
}

// narrowAsked stores what is left of a code that is one of several things, if e is a call that was asked about it and
// said one of the answers: each holds of another one of them, so that what all answers have in common tells little.
//
//	if errors.As(err, &code) && code.Retryable() {
func (f *flow) narrowAsked(st *state, e ast.Expr, answers []outcome) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || st.dead || len(answers) < 2 {
		return
	}
	for _, x := range syntax.Given(f.e.info, call) {
		l := f.locate(x)
		if l == nil || l.code == nil || len(st.vals[l]) < 2 {
			continue
		}
		var left value
		for _, o := range st.vals[l] {
			for _, a := range answers {
				if c := o.cond.all(a.cond); st.holds(c) {
					left = left.add(outcome{o.out, c})
				}
			}
		}
		if len(left) > 0 {
			f.set(st, l, left)
		}
	}
}

func isCall(e ast.Expr) bool {
	_, ok := ast.Unparen(e).(*ast.CallExpr)
	return ok
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
	return t != nil && types.IsInterface(t) && !(syntax.IsTypeParam(t) && listsTypes(t))
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
