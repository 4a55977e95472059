package codeflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about errors whose method Is says what they pass for:
//
//	func (r *Refusal) Is(target error) bool {
//		switch target {
//		case ErrBusy:
//			return r.Code == codes.ResponseThrottlingRateExceeded
//		}
//		return false
//	}
//
// Such a method is followed for the one error that it is asked about.

// isMethodOf returns the method Is of a type, or of a pointer to it, nil if it has none that errors.Is would call.
func isMethodOf(t types.Type) *types.Func {
	if t == nil {
		return nil
	}
	obj, path, _ := types.LookupFieldOrMethod(t, true, nil, "Is")
	fn, ok := obj.(*types.Func)
	if !ok || len(path) != 1 || fn.Signature().Params().Len() != 1 || !syntax.IsErrorInterface(fn.Signature().Params().At(0).Type()) ||
		fn.Signature().Results().Len() != 1 || !syntax.IsBoolean(fn.Signature().Results().At(0).Type()) {
		return nil
	}
	return fn.Origin()
}

// saysIs reports whether a part of an error is of a type with a method Is, which may say yes to other errors than itself.
func (l link) saysIs() bool { return l.typ != nil && hasMethod(l.typ, "Is") }

// passesFor returns whether the method Is of a part of an error says yes to a target, which an expression is, or a variable of a
// package holds: nothing if that is not known.
func (f *flow) passesFor(st *state, l link, variable *types.Var, target value) value {
	fn := isMethodOf(l.typ)
	if fn == nil {
		return nil
	}
	if made := f.e.madeIn(variable); made != nil {
		target = made
	}
	var sum *summary
	if decl := f.e.index.Decls[fn]; decl != nil {
		sum = f.e.isOf(fn, decl, target)
	} else if variable != nil {
		sum = f.e.importedIs(fn, variable)
	}
	if sum == nil || len(sum.results) != 1 || f.isUnlikeItself(l, target) {
		return nil
	}
	in := &instance{f: f, st: st, own: make(map[*symbol]*symbol), given: make(map[*symbol]value), s: sum}
	for _, sym := range sum.symbols() {
		g, ok := sum.given[sym]
		switch {
		case !ok && sym.universe != choice:
			return nil // it asks for a code itself
		case ok && g.param == index.Receiver && g.outer == nil && strings.TrimLeft(g.path, "*.") == l.field:
			in.given[sym] = l.code
		}
	}
	is := in.value(sum.results[0][""])
	if slices.ContainsFunc(is, func(o outcome) bool { return o.kind != isConst || o.val.Kind() != constant.Bool }) {
		return nil
	}
	return is
}

// isUnlikeItself reports whether a part of an error may be the same as a target for which its method says no.
func (f *flow) isUnlikeItself(l link, target value) bool {
	if len(target) != 1 || target[0].kind != isError {
		return false
	}
	t := target[0].err.typed()
	if t == nil || !types.Identical(t.typ, l.typ) || t.field == l.field && len(l.code) > 0 && l.code.same(t.code) {
		return false
	}
	same := f.passesFor(newState(), *t, nil, target) // for what is the same, as far as its code goes
	return len(same) != 1 || !same.same(isTrue)
}

// passesForObject returns whether an error, which is one thing that an argument can be, is a sentinel, as the method Is of a part of
// it says, if nothing else in it can be.
func (f *flow) passesForObject(st *state, o outcome, l link, sentinel *types.Var) value {
	if sentinel != nil && len(o.err.links) == 1 && !o.err.open {
		if is := f.passesFor(st, l, sentinel, f.e.packageVariable(sentinel)); len(is) > 0 {
			return is.conditioned(o.cond)
		}
	}
	return value{{out{}, o.cond}}
}

// onlySays reports whether all that an error can be is known, by what its methods Is say.
func onlySays(err value, passes func(link) value) bool {
	for _, o := range err {
		if o.kind == isNil {
			continue
		}
		if o.kind != isError || len(o.err.links) == 0 || slices.ContainsFunc(o.err.links, func(l link) bool { return !l.saysIs() || len(passes(l)) == 0 }) {
			return false
		}
	}
	return len(err) > 0
}

// madeIn returns the error that a variable of the package is made with, of a type with a code: nil if that is not known.
func (e *engine) madeIn(v *types.Var) value {
	if v == nil || v.Pkg() != e.pass.Pkg {
		return nil
	}
	i := e.index.Vars[v]
	if i == nil || i.Init == nil || i.Stores > 0 || i.Pointed {
		return nil
	}
	lit, et := literalOf(i.Init), e.errorTypeOf(e.info.TypeOf(i.Init))
	if lit == nil || et == nil || len(et.codes) != 1 || strings.Contains(et.codes[0].path, ".") || e.setsField(e.info.TypeOf(lit), et.codes[0].path) {
		return nil
	}
	field := et.codes[0]
	code, _ := zeroOf(field.typ)
	st, _ := e.info.TypeOf(lit).Underlying().(*types.Struct)
	for at, elt := range lit.Elts {
		name := ""
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			name, elt = kv.Key.(*ast.Ident).Name, kv.Value
		} else if st != nil {
			name = st.Field(at).Name()
		}
		if name == field.path {
			val := e.info.Types[elt].Value
			if val == nil {
				return nil
			}
			code = constantValue(val)
		}
	}
	return known(out{kind: isError, err: &failure{links: []link{
		{object: v, direct: true}, {typ: e.info.TypeOf(i.Init), code: code, field: field.path, direct: true},
	}}})
}

// An isKey is a method Is, and what it is asked about.
type isKey struct {
	fn     *types.Func
	target string
}

// isOf returns the summary of a method Is of the package for a target; nil if nothing is known.
func (e *engine) isOf(fn *types.Func, decl *ast.FuncDecl, target value) *summary {
	key := isKey{fn, target.closed()}
	if key.target == "" {
		return nil
	}
	sum, ok := e.passing[key]
	if ok {
		return sum
	}
	if e.passing == nil {
		e.passing = make(map[isKey]*summary)
	}
	e.passing[key] = nil // while it is under way
	if sh := e.shape(decl); sh != nil {
		f := e.newFlow(sh)
		entry := newState()
		entry.put(f.variable(fn.Signature().Params().At(0)), target)
		if r := f.solve(entry); r != nil {
			sum = f.summarize(r)
		}
	}
	e.passing[key] = sum
	return sum
}

// A passesFact is on a method Is: what it says of each of its package's variables that are errors, and, by the name elsewhere,
// of one that its package cannot know.
type passesFact struct {
	Variables []string
	Says      []summaryFact
}

const elsewhere = "" // no variable's name

func (*passesFact) AFact()         {}
func (*passesFact) String() string { return "passes for others" }

// exportPasses tells importers what errors of the package pass for.
func (e *engine) exportPasses() {
	for fn, decl := range e.declared() {
		if fn.Name() != "Is" || fn.Signature().Recv() == nil || isMethodOf(fn.Signature().Recv().Type()) != fn || !e.relevant(decl) {
			continue
		}
		f := e.flow(decl)
		if f == nil {
			continue
		}
		fact := new(passesFact)
		tell := func(name string, target value) {
			sum := e.isOf(fn, decl, target)
			if sum == nil || f.isUnlikeItself(link{typ: fn.Signature().Recv().Type()}, target) {
				return
			}
			x := &exporter{fact: new(summaryFact), index: make(map[*symbol]int)}
			if x.summary(sum) {
				fact.Variables, fact.Says = append(fact.Variables, name), append(fact.Says, *x.fact)
			}
		}
		other := types.NewVar(token.NoPos, e.pass.Pkg, elsewhere, syntax.ErrorType)
		tell(elsewhere, known(out{kind: isError, err: &failure{links: []link{{object: other, direct: true}}}}))
		for _, name := range e.pass.Pkg.Scope().Names() {
			v, ok := e.pass.Pkg.Scope().Lookup(name).(*types.Var)
			if !ok || !v.Exported() {
				continue
			}
			target := e.madeIn(v)
			if target == nil {
				target = e.packageVariable(v)
			}
			tell(name, target)
		}
		if len(fact.Says) > 0 {
			e.pass.ExportObjectFact(fn, fact)
		}
	}
}

// importedIs returns the summary of another package's method Is for a variable of that package, or of this one; nil if nothing is
// known.
func (e *engine) importedIs(fn *types.Func, variable *types.Var) *summary {
	name := variable.Name()
	if variable.Pkg() == e.pass.Pkg && e.isSentinel(variable) {
		name = elsewhere
	} else if variable.Pkg() != fn.Pkg() {
		return nil
	}
	var fact passesFact
	if !e.pass.ImportObjectFact(fn, &fact) {
		return nil
	}
	i := slices.Index(fact.Variables, name)
	if i < 0 {
		return nil
	}
	return (&importer{e: e, from: fn.Pkg()}).summary(&fact.Says[i])
}

// closed returns a text that tells an error from others, which is a variable, or of a type, with a code that is known; "" for any
// other value.
func (v value) closed() string {
	if len(v) != 1 || v[0].kind != isError || v[0].err.open {
		return ""
	}
	text, closed := "", true
	v.symbols(func(*symbol) { closed = false })
	for _, l := range v[0].err.links {
		closed = closed && l.mark == nil && len(l.code) <= 1
		if l.object != nil {
			text += l.object.Pkg().Path() + "." + l.object.Name() + " "
		}
		if l.typ != nil {
			text += types.TypeString(l.typ, nil) + " " + l.field + " "
		}
		for _, code := range l.code {
			closed = closed && code.kind == isConst
			if closed {
				text += code.val.ExactString() + " "
			}
		}
	}
	if !closed {
		return ""
	}
	return text
}
