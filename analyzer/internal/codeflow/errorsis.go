package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// The rule of errors.Is.

func errorsIs(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) != 2 {
		return nil, true
	}
	t := f.targetOf(c)
	if c.args[0].onlyFails() {
		if is := f.searchIs(c, t); is != nil {
			return []value{is}, true
		}
	}
	looksFor := f.converted(st, c.args[1], c.Args[1], syntax.ErrorType)
	passes := func(l link) value { return f.passesFor(st, l, syntax.PackageVariable(f.e.info, c.Args[1]), looksFor) }
	if t == nil && !onlySays(c.args[0], passes) {
		return nil, true
	}
	var is value
	for _, o := range f.converted(st, c.args[0], c.Args[0], syntax.ErrorType) {
		switch o.kind {
		case isNil:
			is = is.add(outcome{isFalse[0].out, o.cond})
		case isError:
			for _, answer := range t.in(o.err, o.cond, passes) {
				is = is.add(answer)
			}
		default:
			is = is.add(outcome{isTrue[0].out, o.cond})
			is = is.add(outcome{isFalse[0].out, o.cond})
		}
	}
	return []value{is}, true
}

// A target is what errors.Is looks for: a code that is a constant, or a package's variable.
type target struct {
	code     constant.Value
	typ      types.Type // the code's
	universe *universe  // the code's; nil for an error that is a constant, and no code
	object   types.Object
}

// targetOf returns the target of a call of errors.Is, nil for one that is not known.
func (f *flow) targetOf(c *call) *target {
	if code := f.e.info.Types[c.Args[1]].Value; code != nil {
		return &target{code: code, typ: f.typeOf(c.Args[1]), universe: f.e.universeOf(c.Args[1])}
	}
	var object types.Object
	for _, o := range c.args[1] {
		if o.kind != isError {
			continue
		}
		if o.err.isTyped() {
			return nil // a code, or another value that others can be equal to
		}
		object = o.err.itself()
	}
	switch {
	case object == nil:
		object = f.e.foreign(c.Args[1])
	case len(c.args[1]) != 1:
		object = nil
	}
	if object == nil {
		return nil
	}
	return &target{object: object}
}

// searchIs returns what errors.Is finds in a parameter, which the caller knows; nil if
// that is not asked of it.
func (f *flow) searchIs(c *call, t *target) value {
	if t != nil && t.code != nil {
		if s := f.searchFor(f.untouched(c.Args[0]), t.typ, inChain); s != nil && s.code != nil && s.field == "" {
			return s.is(t.code)
		}
		return nil
	}
	if s := f.searchForObject(f.untouched(c.Args[0]), f.sentinel(c.Args[1]), sentinelIn); s != nil {
		return append(isTrue.conditioned(cond{{s, single(succeeded)}}), isFalse.conditioned(cond{{s, single(failed)}})...)
	}
	return nil
}

// in returns whether a target is in an error, which is there under a condition. What passes says is whether a part of the error
// says itself that it is the target.
func (t *target) in(err *failure, c cond, passes func(link) value) value {
	var is value
	rest := []cond{c} // the conditions under which no link has matched so far
	for _, l := range err.links {
		var next []cond
		for _, have := range rest {
			yes, no := t.matches(l, have, passes)
			for _, c := range yes {
				is = is.add(outcome{isTrue[0].out, c})
			}
			next = append(next, no...)
		}
		rest = next
	}
	for _, c := range rest {
		is = is.add(outcome{isFalse[0].out, c})
		if err.open {
			is = is.add(outcome{isTrue[0].out, c})
		}
	}
	return is
}

// matches parts a condition into those under which a link is the target, and those under
// which it is not. Where that is not known they are the same.
func (t *target) matches(l link, have cond, passes func(link) value) (yes, no []cond) {
	all := []cond{have}
	switch {
	case t == nil: // another value that this one may be equal to, which is for its method to say
	case t.object != nil && l.object == t.object:
		return all, nil
	case t.code != nil && l.field == "" && l.typ != nil && types.Identical(l.typ, t.typ):
		for _, code := range orUnknown(l.code) {
			is, not := t.equals(code)
			for _, c := range is {
				yes = append(yes, have.all(c))
			}
			for _, c := range not {
				no = append(no, have.all(c))
			}
		}
		return yes, no
	}
	if !l.saysIs() {
		return nil, all
	}
	for _, o := range orUnknown(passes(l)) {
		if o.kind != isConst || constant.BoolVal(o.val) {
			yes = append(yes, have.all(o.cond))
		}
		if o.kind != isConst || !constant.BoolVal(o.val) {
			no = append(no, have.all(o.cond))
		}
	}
	return yes, no
}

// equals returns the conditions under which a code is the target's, and under which it is
// another.
func (t *target) equals(code outcome) (yes, no []cond) {
	u := t.universe
	if u == nil || !code.isCode() && code.kind != isConst {
		return []cond{code.cond}, []cond{code.cond}
	}
	is, not := inSet(code, u.equals(t.code).yes, u)
	if u.of(t.code) == u.undocumented() {
		not = append(not, is...) // of which there are many
	}
	for _, o := range is {
		yes = append(yes, o.cond)
	}
	for _, o := range not {
		no = append(no, o.cond)
	}
	return yes, no
}

// foreign returns the variable of another package that an expression is, and of
// which nothing else is known: no error of this program, unless it is said to be.
func (e *engine) foreign(x ast.Expr) types.Object {
	sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	v, ok := e.info.Uses[sel.Sel].(*types.Var)
	if !ok || v.IsField() || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() || v.Pkg() == e.pass.Pkg {
		return nil
	}
	if fact := new(sentinelFact); e.pass.ImportObjectFact(v, fact) && !fact.Plain {
		return nil
	}
	return v
}
