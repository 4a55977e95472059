package codeflow

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"golang.org/x/tools/go/types/typeutil"
)

// A call is a call under evaluation.
type call struct {
	*ast.CallExpr
	callee *types.Func // nil for a function value
	recv   ast.Expr    // of a method call
	args   []value
	relays bool                            // it is a relay's, and what the relay calls gets nothing that is known here
	left   map[*types.Var]map[string]value // what it leaves in variables of the function, by path
	set    []fieldValue                    // and in fields of what it gets
}

// evalMulti evaluates an expression that gives n values.
func (f *flow) evalMulti(st *state, e ast.Expr, n int) []value {
	var vals []value
	x := ast.Unparen(e)
	if _, ok := x.(*ast.UnaryExpr); !ok && f.stop != nil {
		f.stop(x, st)
	}
	switch x := x.(type) {
	case *ast.CallExpr:
		vals = f.evalCall(st, x)
	case *ast.TypeAssertExpr:
		vals = f.assertionOK(st, x)
	case *ast.IndexExpr:
		vals = f.evalIndexOK(st, x)
	case *ast.UnaryExpr:
		vals = []value{f.eval(st, x)}
	}
	for len(vals) < n {
		vals = append(vals, nil)
	}
	return vals
}

// perhaps returns the values of a comma-ok form: v and true, or the zero value
// and false.
func (f *flow) perhaps(st *state, e ast.Expr, v value, t types.Type) []value {
	if len(v) == 0 {
		if u := f.e.universeOf(e); u != nil {
			v = f.unknownCode(st, e, u)
		}
	}
	if f.e.isCalm && v.isAnyCode() {
		return []value{v, isTrue} // the reply is as it should be
	}
	ok := f.renew(st, symbolKey{site: e, n: -1}, choice)
	yes, no := cond{{ok, single(succeeded)}}, cond{{ok, single(failed)}}
	first := orUnknown(v).conditioned(yes)
	if z, known := zeroOf(t); known {
		for _, o := range z.conditioned(no) {
			first = first.add(o)
		}
	} else {
		first = nil
	}
	return []value{first, append(isTrue.conditioned(yes), isFalse.conditioned(no)...)}
}

func (f *flow) evalIndexOK(st *state, e *ast.IndexExpr) []value {
	t := f.typeOf(e.X)
	if t == nil {
		return nil
	}
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return nil
	}
	if table := f.e.tableOf(e.X); table != nil {
		index := st.held(f.eval(st, e.Index))
		has, _ := bySplit(index, func(u *universe) (split, bool) { return table.keySplit(u), true })
		if has == nil {
			return nil
		}
		return []value{table.lookup(st, index), has[0]}
	}
	return f.perhaps(st, e, f.eval(st, e), m.Elem())
}

// evalCall evaluates a call, and does what it does.
func (f *flow) evalCall(st *state, e *ast.CallExpr) []value {
	info := f.e.info
	if tv := info.Types[e.Fun]; tv.IsType() {
		if len(e.Args) != 1 {
			return nil
		}
		return []value{f.conversion(st, e, f.eval(st, e.Args[0]), tv.Type)}
	}
	c := &call{CallExpr: e}
	c.callee, _ = syntax.StaticCallee(info, e)
	if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
		c.recv = sel.X
		f.operands(st, sel.X)
	} else if lit, ok := ast.Unparen(e.Fun).(*ast.FuncLit); ok {
		f.made(st, lit)
	} else if c.callee == nil {
		f.eval(st, e.Fun)
	}
	if n := f.resultsOf(e.Args); n > 1 {
		c.args = f.evalMulti(st, e.Args[0], n) // f(g())
	} else {
		c.args = f.evalAll(st, e.Args)
	}
	sig := syntax.CalledSignature(info, e.Fun)
	for i, v := range c.args {
		if sig != nil && i < sig.Params().Len() && len(c.args) == len(e.Args) && types.IsInterface(sig.Params().At(i).Type()) {
			if t := f.typeOf(e.Args[i]); t != nil && !types.IsInterface(t) {
				v = v.boxed(t)
			}
		}
		c.args[i] = st.held(v) // which the other arguments may tell
	}
	if st.dead {
		return nil
	}
	if f.entered != nil {
		f.entered(c, st)
	}
	if b, ok := typeutil.Callee(info, e).(*types.Builtin); ok {
		return f.builtin(st, c, b.Name())
	}
	if l := f.locate(e); l != nil { // a lookup
		return []value{f.readValue(st, l)}
	}
	if c.callee != nil {
		if w := f.p.effects.Hidden(e); w != nil {
			f.forgetWritten(st, w, e, nil)
		}
		if rule, ok := f.e.rule(c.callee); ok {
			if vals, ok := rule(f, st, c); ok {
				return vals
			}
		}
		if x := f.e.bindings.PassedThrough(e); x != nil && !isAside(firstOf(f.typeOf(e))) {
			return []value{f.lossy(x, e, f.valueOfOperand(st, c, x))}
		}
	}
	sum := f.leavingSummary(st, e.Fun)
	if sum == nil {
		sum = f.e.summaryOfCall(e)
	}
	sieve := f.sieveOf(c, sum)
	if sieve != nil {
		sum = sieve
	}
	var parts []map[string]value
	relayed := f.relayed(st, c)
	if relayed == nil {
		relayed = f.waited(st, c)
	}
	if relayed != nil {
		parts = relayed
	} else if sum != nil {
		parts = f.instantiate(st, sum, c)
	}
	f.inGroup(st, c)
	f.ran(st, c)
	said := f.saidByError(st, c)
	f.afterCall(st, e)
	f.leave(st, c)
	f.setFields(st, c)
	f.results[e] = parts
	vals := make([]value, len(parts))
	for i, p := range parts {
		vals[i] = p[""]
	}
	if len(said) > 0 {
		vals = []value{said}
	}
	if sum != nil && sum.never {
		st.dead = true
	}
	if f.e.isCalm && sieve == nil && relayed == nil {
		vals = f.calmResults(c, sum, vals)
	}
	return vals
}

// resultsOf returns how many values a call's only argument has, which is a call.
func (f *flow) resultsOf(args []ast.Expr) int {
	if len(args) != 1 {
		return 0
	}
	tuple, ok := f.typeOf(args[0]).(*types.Tuple)
	if !ok {
		return 0
	}
	return tuple.Len()
}

// valueOfOperand returns the value of the operand that a call passes through.
func (f *flow) valueOfOperand(st *state, c *call, x ast.Expr) value {
	for i, arg := range c.Args {
		if arg == x {
			return c.args[i]
		}
	}
	return f.value(st, x)
}

func (v value) isAnyCode() bool {
	for _, o := range v {
		if o.isCode() || o.kind == isElement {
			return true
		}
	}
	return false
}

// universe returns the universe of the codes that a value can be, nil if it is none.
func (v value) universe() *universe {
	for _, o := range v {
		if o.isCode() {
			return o.codes()
		}
	}
	return nil
}

func (f *flow) builtin(st *state, c *call, name string) []value {
	switch name {
	case "panic":
		st.dead = true
	case "append":
		w := f.p.effects.New()
		if f.p.effects.Appends(w, c.CallExpr); !w.Nothing() {
			f.forgetWritten(st, w, c.CallExpr, nil)
		}
	case "delete", "clear", "copy":
		if len(c.Args) > 0 { // else broken code
			f.storeElsewhere(st, &ast.IndexExpr{X: c.Args[0]}, c.CallExpr)
		}
	case "new":
		return []value{f.pointer(c.CallExpr, nil)}
	case "recover":
		if f.e.isCalm {
			return []value{known(out{kind: isNil})}
		}
	}
	return nil
}
