package codeflow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// The rules of functions that make errors, and look into them.

func newError(*flow, *state, *call) ([]value, bool) {
	return []value{known(out{kind: isError, err: &failure{fresh: true}})}, true
}

func errorf(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.Args) == 0 {
		return nil, false
	}
	format, ok := f.format(c)
	if !ok || c.Ellipsis != token.NoPos {
		return ofAnything()
	}
	wraps, ok := syntax.WrappedBy(format)
	all := known(out{kind: isError, err: &failure{fresh: true, open: !ok}})
	for _, i := range wraps {
		if i+1 >= len(c.Args) {
			continue
		}
		arg := c.Args[i+1]
		switch t := f.typeOf(arg); {
		case syntax.ImplementsError(t):
			all = wrapped(all, f.givenOr(f.converted(st, c.args[i+1], arg, syntax.ErrorType), arg))
		case t != nil && types.IsInterface(t): // an error, perhaps
			all = wrapped(all, nil)
		}
	}
	return []value{all}, true
}

// wrapped returns errors that wrap both what v has and what w has.
func wrapped(v, w value) value {
	w = orUnknown(w)
	within := make([]*failure, len(w))
	for i, b := range w {
		if b.kind == isError {
			within[i] = b.err.inside()
		}
	}
	all := make(value, 0, len(v)*len(w))
	for _, a := range v {
		for i, b := range w {
			c := a.cond.all(b.cond)
			switch {
			case a.kind != isNil && a.kind != isError && b.kind == isError:
				all = all.add(outcome{out{kind: isError, err: &failure{links: within[i].links, open: true, fresh: true}}, c})
			case a.kind != isNil && a.kind != isError:
				all = all.add(outcome{out{}, c})
			case b.kind == isNil:
				all = all.add(outcome{a.out, c})
			case b.kind == isError && a.kind == isNil:
				all = all.add(outcome{out{kind: isError, err: within[i]}, c})
			case b.kind == isError:
				all = all.add(outcome{out{kind: isError, err: a.err.around(within[i])}, c})
			case a.kind != isError:
				all = all.add(outcome{out{}, c})
			default:
				all = all.add(outcome{out{kind: isError, err: &failure{links: a.err.links, open: true, fresh: true}}, c})
			}
		}
	}
	if len(all) > maxOutcomes {
		return nil
	}
	return all
}

// around returns a failure that has what f has in it, and what g has.
func (f *failure) around(g *failure) *failure {
	all := &failure{links: slices.Concat(f.links, g.links), open: f.open || g.open, fresh: true}
	if f.isOpenByGiven() && g.isOpenByGiven() {
		all.given = slices.Concat(f.given, g.given)
	}
	return all
}

// isOpenByGiven reports whether a failure is open only since it is not known what the function has got, or not at all.
func (f *failure) isOpenByGiven() bool { return !f.open || len(f.given) > 0 }

// inside returns a failure that has another inside.
func (f *failure) inside() *failure {
	g := &failure{open: f.open, fresh: true, given: f.given}
	for _, l := range f.links {
		l.direct = false
		g.links = append(g.links, l)
	}
	return g
}

// xerrorf is the rule of xerrors.Errorf, which wraps only what comes last.
func xerrorf(f *flow, st *state, c *call) ([]value, bool) {
	if format, ok := f.format(c); ok && strings.HasSuffix(format, ": %w") {
		return errorf(f, st, c)
	}
	return ofAnything()
}

// format returns the first argument of a call, if it is a constant text.
func (f *flow) format(c *call) (string, bool) {
	if len(c.Args) == 0 {
		return "", false
	}
	v := f.e.info.Types[c.Args[0]].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

// ofAnything is the result of a function that makes an error in which anything may be.
func ofAnything() ([]value, bool) {
	return []value{known(out{kind: isError, err: &failure{open: true, fresh: true}})}, true
}

// cause is the rule of functions that look for what is at the bottom of an error: which one that is hangs on who has wrapped it.
func cause(f *flow, st *state, c *call) ([]value, bool) {
	if len(c.args) != 1 || len(c.Args) != 1 {
		return nil, false
	}
	given := f.converted(st, c.args[0], c.Args[0], syntax.ErrorType)
	return []value{given.asked(known(out{kind: isNil}), known(out{kind: isError, err: &failure{open: true}}))}, true
}

func joinErrors(f *flow, st *state, c *call) ([]value, bool) {
	if c.Ellipsis != token.NoPos {
		return nil, true
	}
	return f.joined(st, c, len(c.Args))
}

// wrapGiven returns the rule of a function that makes an error of its first arguments, and nil of nil.
func wrapGiven(arguments int) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) { return f.joined(st, c, arguments) }
}

// joined returns the error that a call makes of so many of its arguments.
func (f *flow) joined(st *state, c *call, arguments int) ([]value, bool) {
	if arguments > len(c.Args) || len(c.args) != len(c.Args) {
		return nil, true
	}
	all := known(out{kind: isNil})
	for i, arg := range c.Args[:arguments] {
		if all = wrapped(all, f.givenOr(f.converted(st, c.args[i], arg, syntax.ErrorType), arg)); all == nil {
			return nil, true
		}
	}
	return []value{all}, true
}

func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}
