package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about errors of the program's own types: structs that hold a code, or another error.
//
//	type Refusal struct {
//		To   string
//		Code codes.ResponseCode
//	}
//
//	func (r *Refusal) Error() string { return r.To }
//	func (r *Refusal) Unwrap() error { return r.Code }
//
// What such an error is depends on what its fields hold at the moment.

// An errorStruct is what is known of a type of errors.
type errorStruct struct {
	codes []errorField // that hold codes
	says  []errorField // that may say something of a code
	wraps []errorField // whose errors it wraps
	open  bool         // it may have other errors in it, or pass for others but by its method Is
}

// An errorField is a field of a type of errors.
type errorField struct {
	path string
	typ  types.Type
	code *universe // nil if it holds no code
}

// An unwrapFact is on a method Unwrap that returns fields, and nothing else.
type unwrapFact struct{ Fields []string }

func (*unwrapFact) AFact()         {}
func (*unwrapFact) String() string { return "unwraps" }

// anyUnwraps is a quick look at a package without codes: whether its errors wrap others.
func anyUnwraps(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv != nil && fn.Name.Name == "Unwrap" {
				return true
			}
		}
	}
	return false
}

// exportUnwraps tells importers what the package's errors wrap.
func (e *engine) exportUnwraps() {
	for fn, decl := range e.index.Decls {
		if fn.Name() != "Unwrap" || fn.Signature().Recv() == nil {
			continue
		}
		if fields, ok := e.unwrapped(decl); ok {
			e.pass.ExportObjectFact(fn, &unwrapFact{fields})
		}
	}
}

// errorTypeOf returns what is known of a type, or of what a pointer points to; nil if it is no struct that
// is an error.
func (p *program) errorTypeOf(t types.Type) *errorStruct {
	if t == nil {
		return nil
	}
	t = syntax.Pointee(t)
	if known, ok := p.errorTypes[t]; ok {
		return known
	}
	p.errorTypes[t] = nil
	if _, ok := t.Underlying().(*types.Struct); !ok || !syntax.ImplementsError(types.NewPointer(t)) {
		return nil
	}
	et := &errorStruct{open: hasMethod(t, "As")}
	for _, field := range p.bindings.CodeFields(t) {
		et.codes = append(et.codes, errorField{fieldPath(field), field.Path[len(field.Path)-1].Type(), p.universe(field.Value.Domain)})
	}
	et.says = besides(t, et.codes)
	if hasMethod(t, "Unwrap") {
		fields, ok := p.unwrapsOf(t)
		et.open = et.open || !ok
		for _, name := range fields {
			if field := fieldNamed(t, name); field != nil {
				et.wraps = append(et.wraps, errorField{name, field.Type(), p.universeOfType(field.Type())})
			}
		}
	}
	p.errorTypes[t] = et
	return et
}

// unwrapsOf returns the fields that the method Unwrap of a struct, or of a pointer to it, returns. It fails
// if it returns anything else.
func (p *program) unwrapsOf(t types.Type) ([]string, bool) {
	obj, path, _ := types.LookupFieldOrMethod(t, true, p.pass.Pkg, "Unwrap")
	fn, ok := obj.(*types.Func)
	if !ok || len(path) != 1 || syntax.ImplementsError(t) && syntax.IsPointer(fn.Signature().Recv().Type()) {
		return nil, false // of what it embeds; or a value that has no such method
	}
	fn = fn.Origin()
	if decl := p.index.Decls[fn]; decl != nil {
		return p.unwrapped(decl)
	}
	var fact unwrapFact
	if fn.Pkg() == p.pass.Pkg || !p.pass.ImportObjectFact(fn, &fact) {
		return nil, false
	}
	return fact.Fields, true
}

// unwrapped returns the fields that a method returns, if it does nothing else: as an error, or in a list.
func (p *program) unwrapped(decl *ast.FuncDecl) ([]string, bool) {
	if decl.Body == nil || len(decl.Body.List) != 1 || syntax.ReceiverName(decl) == nil {
		return nil, false
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return nil, false
	}
	wraps := ret.Results
	if list, ok := ast.Unparen(ret.Results[0]).(*ast.CompositeLit); ok {
		wraps = list.Elts
	} else if !syntax.ImplementsError(p.info.TypeOf(ret.Results[0])) {
		return nil, false
	}
	var fields []string
	for _, x := range wraps {
		sel, ok := ast.Unparen(x).(*ast.SelectorExpr)
		if !ok {
			return nil, false
		}
		of, isName := ast.Unparen(sel.X).(*ast.Ident)
		selection := p.info.Selections[sel]
		if !isName || selection == nil || selection.Kind() != types.FieldVal || len(selection.Index()) != 1 ||
			p.info.Uses[of] != p.info.Defs[syntax.ReceiverName(decl)] {
			return nil, false
		}
		fields = append(fields, sel.Sel.Name)
	}
	return fields, true
}

// partOf returns the location of a field of an error in a location, or in what a pointer there points to; nil if
// there is none.
func (s *shape) partOf(l *location, field errorField) *location {
	for _, name := range strings.Split(field.path, ".") {
		if l == nil || l.typ == nil {
			return nil
		}
		if syntax.IsPointer(l.typ) {
			l = s.pointee(l)
		}
		v := fieldNamed(l.typ, name)
		if v == nil {
			return nil
		}
		l = s.copied(l, "."+name, v.Type(), v.Origin())
	}
	if l != nil && l.code == nil {
		l.code = field.code
	}
	return l
}

// errorIn returns the error in a location, of a type of errors, by what its fields hold.
func (f *flow) errorIn(st *state, l *location, t types.Type) value {
	return f.errorOf(t, func(field errorField) value {
		if part := f.partOf(l, field); part != nil {
			return f.readValue(st, part)
		}
		return nil
	})
}

// errorOf returns the error of a type whose fields hold what a function says of them.
func (f *flow) errorOf(t types.Type, held func(errorField) value) value {
	et := f.e.errorTypeOf(t)
	if et == nil {
		return known(out{kind: isError, err: &failure{links: []link{{typ: t, direct: true}}, open: isOpen(t)}})
	}
	var links []link
	for _, field := range et.codes {
		if code := held(field); len(code) > 0 {
			links = append(links, link{typ: t, code: code, field: field.path, direct: true})
		}
	}
	if len(links) == 0 {
		links = []link{{typ: t, direct: true}}
	}
	links[0].beside = f.e.partsBeside(t, et.says, held)
	itself := known(out{kind: isError, err: &failure{links: links, open: et.open}})
	all := itself
	for _, field := range et.wraps {
		v := held(field)
		if !types.IsInterface(field.typ) {
			v = f.asError(v, field)
		}
		if all = wrapped(all, v); all == nil {
			open := *itself[0].err
			open.open, open.given = true, nil
			return known(out{kind: isError, err: &open})
		}
	}
	return all
}

// asError returns what a field holds, which has a type of its own, as an error.
func (f *flow) asError(v value, field errorField) value {
	if field.code == nil || !syntax.ImplementsError(field.typ) {
		return nil
	}
	return known(out{kind: isError, err: codeError(field.typ, v)})
}

// isNow returns what a location holds, where that is an error, by what its fields hold now: they may have been
// set since it was made.
func (f *flow) isNow(st *state, l *location, v value) value {
	if len(v) == 0 || f.e.errorTypeOf(l.typ) == nil {
		return v
	}
	if !slices.ContainsFunc(v, func(o outcome) bool { return o.kind == isError && o.err.isTyped() }) {
		return v
	}
	now := f.errorIn(st, l, l.typ)
	var all value
	for _, o := range v {
		if o.kind != isError || !o.err.isTyped() {
			all = all.add(o)
			continue
		}
		for _, p := range now.conditioned(o.cond) {
			all = all.add(p)
		}
	}
	if len(all) > maxOutcomes {
		return nil
	}
	return all
}

// madeError returns the error that an expression of a type of errors is, of which nothing else is known.
func (f *flow) madeError(st *state, e ast.Expr, t types.Type) value {
	x := ast.Unparen(e)
	if addr, ok := x.(*ast.UnaryExpr); ok && addr.Op == token.AND {
		x = addr.X
	}
	if l := f.locate(x); l != nil {
		return f.errorIn(st, l, t)
	}
	parts := f.partsOfResults(st, e, 1)[0]
	return f.errorOf(t, func(field errorField) value {
		if syntax.IsPointer(t) {
			return parts["*."+field.path]
		}
		return parts["."+field.path]
	})
}

// fieldOf returns what a field holds of a struct that a literal makes, whose elements are evaluated.
func (f *flow) fieldOf(st *state, lit *ast.CompositeLit, vals []value, field errorField) value {
	first, rest, nested := strings.Cut(field.path, ".")
	t, _ := syntax.Underlying(f.typeOf(lit)).(*types.Struct)
	for i, elt := range lit.Elts {
		name := ""
		if t != nil && i < t.NumFields() {
			name = t.Field(i).Name() // without a key
		}
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				name = id.Name
			}
			elt = kv.Value
		}
		if name != first {
			continue
		}
		inner := field
		inner.path = rest
		switch {
		case !nested && field.code != nil:
			return vals[i]
		case !nested:
			return f.givenOr(f.converted(st, vals[i], elt, field.typ), elt)
		case f.locate(elt) != nil:
			if part := f.partOf(f.locate(elt), inner); part != nil {
				return f.readValue(st, part)
			}
		case literalOf(elt) != nil:
			parts := make(map[string]value)
			f.literalParts(st, literalOf(elt), "", parts)
			return parts["."+rest]
		}
		return nil
	}
	if !nested && (field.code != nil || types.IsInterface(field.typ) || syntax.IsBasic(field.typ)) {
		v, _ := zeroOf(field.typ)
		return v
	}
	return nil
}
