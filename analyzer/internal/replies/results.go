package replies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// An Origin says where a function's result is from.
type Origin struct {
	Fresh bool // it was decoded there, or by a function that it called
	Other bool // or it was not: a field, a parameter, something made up
	Reads bool // its code is read there
	Odd   bool // for something that package codeflow may not understand
	Gone  bool // it also went where nobody follows it

	// Handed says that the text that it was decoded from is returned, too, by another result.
	Handed bool

	// Tells says whether the function's error tells of its failures.
	Tells codeflow.Settlement
}

// IsReply reports whether it is a reply that just came in, and that nobody else
// has.
func (o Origin) IsReply() bool { return o.Fresh && !o.Other && !o.Gone }

func (o Origin) or(p Origin) Origin {
	return Origin{o.Fresh || p.Fresh, o.Other || p.Other, o.Reads || p.Reads, o.Odd || p.Odd, o.Gone || p.Gone, o.Handed || p.Handed,
		max(o.Tells, p.Tells)}
}

// Origin returns where a function's result is from.
func (r *Result) Origin(fn *types.Func, at int) Origin {
	fn = fn.Origin()
	key := result{fn, at}
	if o, ok := r.results[key]; ok {
		return o
	}
	if at >= fn.Signature().Results().Len() {
		return Origin{Other: true}
	}
	decl := r.decls[fn]
	if decl == nil {
		o := Origin{Other: true}
		if f := r.importedFunction(fn); f != nil && at < len(f.Results) {
			o = f.Results[at]
		}
		r.results[key] = o
		return o
	}
	if r.under[key] {
		return Origin{}
	}
	r.under[key] = true
	defer delete(r.under, key)
	o := r.origin(r.Body(decl), fn, at)
	o.Tells = codeflow.Unknown
	if o.IsReply() {
		o.Tells = r.flow.Settles(fn, at)
	}
	r.results[key] = o
	return o
}

func (r *Result) origin(b *Body, fn *types.Func, at int) Origin {
	var o Origin
	named := fn.Signature().Results().At(at)
	ast.Inspect(b.Decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) == 0 {
				o = o.or(r.originOfVariable(b, named))
			} else if d, ok := valueAt(n.Results, at); ok {
				o = o.or(r.originOfDef(b, d))
			}
		}
		return true
	})
	return o
}

// originOf returns where an expression's value is from.
func (r *Result) originOf(b *Body, e ast.Expr) Origin {
	e = syntax.Plain(e)
	switch x := e.(type) {
	case *ast.Ident:
		if x.Name == "nil" {
			return Origin{}
		}
		if v, ok := r.info.ObjectOf(x).(*types.Var); ok && (b.Local(v) || b.given[v]) {
			return r.originOfVariable(b, v)
		}
	case *ast.StarExpr:
		return r.originOf(b, x.X)
	case *ast.SelectorExpr:
		if v := b.holder(x); v != nil && b.Local(v) {
			return r.originOfVariable(b, v)
		}
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return r.originOf(b, x.X)
		}
	case *ast.TypeAssertExpr:
		if x.Type != nil {
			return r.originOfAssertion(b, x.X, r.info.TypeOf(x.Type))
		}
	case *ast.CompositeLit:
		return r.originOfLiteral(b, x)
	case *ast.CallExpr:
		if tv := r.info.Types[x.Fun]; tv.IsType() && len(x.Args) == 1 {
			return r.originOf(b, x.Args[0])
		}
		if b.makes(x) {
			return Origin{}
		}
		if part := r.handedBack(x); part != nil {
			return r.originOf(b, part)
		}
		return r.originOfCall(b, x, 0)
	}
	return Origin{Other: true}
}

// originOfLiteral: a literal that a code is put into, which is no constant, is
// that reply in a form of the program's own.
func (r *Result) originOfLiteral(b *Body, lit *ast.CompositeLit) Origin {
	if len(lit.Elts) == 0 {
		return Origin{}
	}
	empty := !r.holdsItself(r.info.TypeOf(lit))
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			elt = kv.Value
		}
		t := r.info.TypeOf(elt)
		if r.info.Types[elt].Value != nil || t == nil {
			continue
		}
		if _, ok := r.bindings.Of(elt); ok {
			if v := b.root(elt); v != nil && b.Local(v) {
				if o := r.originOfVariable(b, v); o.Fresh && !o.Other {
					return Origin{Fresh: true, Gone: o.Gone, Reads: b.readTwice(v)}
				}
			}
			continue
		}
		if r.Holds(t) {
			o := r.originOf(b, elt)
			if o.Fresh {
				return o
			}
			empty = empty && o == Origin{}
		}
	}
	return Origin{Other: !empty}
}

// holdsItself reports whether there is a code in a struct itself, not in what a pointer, a list or
// a map in it leads to.
func (r *Result) holdsItself(t types.Type) bool {
	if t == nil {
		return true
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return r.Holds(t) && !syntax.IsPointer(t)
	}
	own := slices.ContainsFunc(r.bindings.CodeFields(t), func(f binding.CodeField) bool { return len(f.Path) == 1 })
	for f := range st.Fields() {
		switch f.Type().Underlying().(type) {
		case *types.Struct, *types.Interface:
			own = own || r.holdsItself(f.Type())
		}
	}
	return own
}

// root returns the variable that an expression is a part of, through pointers and
// what leaves a code what it is.
func (b *Body) root(e ast.Expr) *types.Var {
	e = b.r.bindings.Core(e)
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			v, _ := b.r.info.ObjectOf(x).(*types.Var)
			return v
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// readTwice: the literal itself is one reading.
func (b *Body) readTwice(v *types.Var) bool { return b.reads(b.Trace(v)) > 1 }

// reads counts the reads that do more than show the code to people.
func (b *Body) reads(t *Trace) int {
	n := 0
	for _, u := range t.Uses {
		if u.Kind == Read && (u.Call == nil || !syntax.Shows(b.r.callee(u.Call))) {
			n++
		}
	}
	return n
}

func (r *Result) originOfVariable(b *Body, v *types.Var) Origin {
	key := traced{v, -1}
	if r.under[key] {
		return Origin{}
	}
	r.under[key] = true
	defer delete(r.under, key)
	if b.given[v] && !b.isResult(v) {
		return Origin{Other: true}
	}
	t := b.Trace(v)
	var o Origin
	for _, u := range t.Uses {
		if u.Kind == Filled {
			o.Fresh = true
			text := r.text(b, u.Call, v, false)
			o.Reads = o.Reads || text.Read
			o.Odd = o.Odd || text.Read
			o.Handed = o.Handed || text.Handed
			o.Other = o.Other || text.Stored
		}
	}
	for _, d := range b.defs[v] {
		switch {
		case d.value == nil:
			o.Other = true
		case b.makes(d.value):
			if lit, ok := literal(d.value); ok && !o.Fresh {
				o = o.or(r.originOfLiteral(b, lit))
			}
		default:
			if x, ok := ast.Unparen(d.value).(*ast.TypeAssertExpr); ok && x.Type == nil {
				o = o.or(r.originOfAssertion(b, x.X, v.Type())) // v is a clause's
				continue
			}
			o = o.or(r.originOfDef(b, d))
		}
	}
	for _, d := range b.parts[v] {
		o = o.or(r.originOfDef(b, d))
	}
	o.Reads = o.Reads || b.reads(t) > 0
	for _, u := range t.Uses {
		o.Odd = o.Odd || u.Odd || u.Kind == Read && b.Function(u.Ident) != ast.Node(b.Decl)
	}
	o.Gone = o.Gone || t.gone()
	return o
}

func (r *Result) originOfDef(b *Body, d def) Origin {
	if call, ok := ast.Unparen(d.value).(*ast.CallExpr); ok && d.at > 0 && !r.info.Types[call.Fun].IsType() {
		return r.originOfCall(b, call, d.at)
	}
	return r.originOf(b, d.value)
}

func literal(e ast.Expr) (*ast.CompositeLit, bool) {
	e = syntax.Plain(e)
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	lit, ok := e.(*ast.CompositeLit)
	return lit, ok
}

func (b *Body) isResult(v *types.Var) bool {
	if b.Decl.Type.Results == nil {
		return false
	}
	return b.Decl.Type.Results.Pos() <= v.Pos() && v.Pos() < b.Decl.Type.Results.End()
}

// resultIndex returns the index of a result among the function's, -1 for what is none.
func (b *Body) resultIndex(v *types.Var) int {
	fn, ok := b.r.info.Defs[b.Decl.Name].(*types.Func)
	if !ok {
		return -1
	}
	results := fn.Signature().Results()
	for i := range results.Len() {
		if results.At(i) == v {
			return i
		}
	}
	return -1
}

// gone reports whether a reply goes where nobody follows it, other than to be
// shown to people.
func (t *Trace) gone() bool {
	for _, u := range t.Uses {
		if u.Kind == Gone {
			return true
		}
	}
	return false
}

func (r *Result) originOfCall(b *Body, call *ast.CallExpr, at int) Origin {
	fn := r.callee(call)
	if fn == nil {
		return Origin{Other: true}
	}
	o := r.originBy(fn, at)
	if o.Fresh {
		var into *types.Var
		if vs := r.resultsIn(b, call); len(vs) > 0 {
			into = vs[0]
		}
		text := r.text(b, call, into, false)
		o.Other = o.Other || text.Stored
		o.Reads = o.Reads || text.Read
		o.Odd = o.Odd || text.Read
	}
	if o.Handed {
		w := textWalk{r: r, decode: call, seen: make(map[any]bool)}
		t := w.handed(b, call)
		o.Handed = t.Handed
		o.Reads = o.Reads || t.Read
		o.Odd = o.Odd || t.Read
	}
	return o
}

// originBy returns where a result of a function, or of those that implement it, is from.
func (r *Result) originBy(fn *types.Func, at int) Origin {
	if !isInterfaceMethod(fn) {
		return r.Origin(fn, at)
	}
	var all Origin
	for _, impl := range r.Implementations(fn) {
		if o := r.Origin(impl, at); o.Fresh || o.Gone { // others ask nobody
			all = all.or(o)
		}
	}
	return all
}

// Implementations returns the methods of the module by which an interface's method is
// implemented, see [syntax.Implementations].
func (r *Result) Implementations(method *types.Func) []*types.Func {
	impls, ok := r.local[method]
	if !ok {
		impls = syntax.Implementations(r.pass, method)
		r.local[method] = impls
	}
	return impls
}
