package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// Untroubled returns answers for executions in which nothing fails but by a code:
// an error of which nothing is known, such as the transport's, is nil. They
// tell what a code alone is enough for.
func (r *Result) Untroubled() *Result {
	if r.engine == nil {
		return r
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	return &Result{bindings: r.bindings, engine: r.engine.untroubled()}
}

// untroubled returns the engine for the executions without other trouble.
func (e *engine) untroubled() *engine {
	if e.calm == nil {
		e.calm = newEngine(e.program)
		e.calm.isCalm = true
	}
	return e.calm
}

// A calmFact is on a function: its summary for executions without other trouble.
type calmFact summaryFact

func (*calmFact) AFact()         {}
func (*calmFact) String() string { return "untroubled summary" }

// exportCalm tells importers what a function does in such executions.
func (e *engine) exportCalm(fn *types.Func, decl *ast.FuncDecl) {
	s := e.untroubled().summary(decl)
	if s == nil || !e.relevant(decl) && !s.saysAnything() && s.handed == nil && !asksItself(fn.Signature()) {
		return
	}
	x := &exporter{fact: new(summaryFact), index: make(map[*symbol]int)}
	if x.summary(s) {
		e.pass.ExportObjectFact(fn, (*calmFact)(x.fact))
	}
}

// calmResults replaces the errors of a call of which nothing is known by nil, or
// by an error where the call makes one. What gets an error may hand it on.
func (f *flow) calmResults(c *call, sum *summary, vals []value) []value {
	fn, sig := c.callee, syntax.CalledSignature(f.e.info, c.Fun)
	if sig == nil {
		return vals
	}
	n, gets := sig.Results().Len(), f.getsFailure(c)
	for i := range n {
		t := sig.Results().At(i).Type()
		if !syntax.IsErrorInterface(t) {
			if n == 1 && len(vals) == 0 && f.e.isMark(fn) && isPointerToError(t) {
				vals = marked(fn)
			}
			continue
		}
		for len(vals) <= i {
			vals = append(vals, nil)
		}
		if len(vals[i]) > 0 {
			mayBeNil := func(o outcome) bool { return o.kind == isNil && !o.cond.hangsOnCode() }
			if f.e.hasNoCodes(fn) && !gets && !sum.handsBack(i) && slices.ContainsFunc(vals[i], mayBeNil) {
				vals[i] = known(out{kind: isNil}) // it fails, if it does, by other trouble
			}
			continue
		}
		switch {
		case n == 1 && f.e.isMark(fn):
			vals = marked(fn)
		case n == 1 && fn != nil && makesError().MatchString(fn.Name()):
			vals[i] = known(out{kind: isError, err: &failure{open: true}})
		case (fn == nil || fn.Pkg() == nil || f.e.index.Decls[fn.Origin()] == nil) && !gets:
			vals[i] = known(out{kind: isNil})
		}
	}
	return vals
}

// hangsOnCode reports whether a condition says something of a code.
func (c cond) hangsOnCode() bool {
	return slices.ContainsFunc(c, func(x constraint) bool { return x.sym.universe.domain != nil })
}

// getsFailure reports whether a call gets an error that may be one.
func (f *flow) getsFailure(c *call) bool {
	if len(c.args) != len(c.Args) {
		return false
	}
	for i, v := range c.args {
		if syntax.IsErrorInterface(f.typeOf(c.Args[i])) && slices.ContainsFunc(v, func(o outcome) bool { return o.kind == isError }) {
			return true
		}
	}
	return false
}

// asksForReply reports whether a comparison asks if there is a reply at all that a function was
// given: there is.
func (f *flow) asksForReply(x *ast.BinaryExpr) bool {
	if x.Op != token.EQL && x.Op != token.NEQ || !f.e.info.Types[x.Y].IsNil() {
		return false
	}
	id, ok := ast.Unparen(x.X).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := f.e.info.Uses[id].(*types.Var)
	if !ok {
		return false
	}
	pointer, ok := v.Type().Underlying().(*types.Pointer)
	if !ok || len(f.e.bindings.CodeFields(pointer.Elem())) == 0 {
		return false
	}
	_, given := f.parameter(v)
	known := f.e.index.Vars[v]
	return given && (known == nil || known.Stores == 0 && !known.Pointed)
}

// hasNoCodes reports whether a function of the package has nothing to do with
// codes.
func (p *program) hasNoCodes(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	decl := p.index.Decls[fn.Origin()]
	return decl != nil && !p.relevant(decl)
}

// makesError is what functions are called that return an error for good.
var makesError = lazyregexp.New(`^(New|Newf|Errorf?|Wrapf?|With[A-Z].*|Mark.*|Permanent|Unrecoverable|RetryableError|NonRetryableError|Join|Append|Trace|.*Error|.*Errorf|JobCancel|JobSnooze|RetryAfter)$`)
