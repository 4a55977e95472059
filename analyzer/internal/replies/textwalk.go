package replies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

type textWalk struct {
	r      *Result
	decode *ast.CallExpr
	target *types.Var
	up     bool // ask the callers, too
	seen   map[any]bool
	by     map[*types.Func]site // the calls by which functions of the package are followed
}

// from follows a text to where it is from.
func (w *textWalk) from(b *Body, e ast.Expr, depth int) Text {
	r := w.r
	e = syntax.Plain(e)
	if tv := r.info.Types[e]; tv.Value != nil {
		return Text{Stored: true}
	}
	switch x := e.(type) {
	case *ast.Ident:
		v, ok := r.info.ObjectOf(x).(*types.Var)
		if !ok {
			return Text{}
		}
		return w.variable(b, v, depth)
	case *ast.SelectorExpr:
		sel := r.info.Selections[x]
		if sel == nil {
			return Text{Stored: true} // a package's variable
		}
		switch s := sourceOf(sel.Recv()); s {
		case unknown:
		case response:
			return w.from(b, x.X, depth)
		default:
			return s.text()
		}
		named := namedOf(sel.Recv())
		switch {
		case named != nil && r.inModule(named.Pkg()):
			t := w.base(b, x.X, depth)
			t.Stored = t.Stored || storedNames().MatchString(named.Name()) || storedNames().MatchString(x.Sel.Name)
			return t
		case isResponse(sel.Recv()):
			return w.base(b, x.X, depth)
		}
		return Text{Stored: true} // a message, a row
	case *ast.SliceExpr:
		return w.from(b, x.X, depth)
	case *ast.StarExpr:
		return w.from(b, x.X, depth)
	case *ast.UnaryExpr:
		return w.from(b, x.X, depth)
	case *ast.CompositeLit:
		return Text{Stored: true}
	case *ast.IndexExpr:
		return Text{Stored: sourceOf(r.info.TypeOf(x)) != response}
	case *ast.TypeAssertExpr:
		return w.from(b, x.X, depth)
	case *ast.CallExpr:
		return w.call(b, x, depth)
	}
	return Text{}
}

// base is from for what a text is a field of: only who else reads it counts.
func (w *textWalk) base(b *Body, e ast.Expr, depth int) Text {
	if v := b.Variable(e); v != nil {
		return w.variable(b, v, depth)
	}
	return Text{}
}

func (w *textWalk) call(b *Body, call *ast.CallExpr, depth int) Text {
	r := w.r
	if r.info.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return w.from(b, call.Args[0], depth)
	}
	fn := r.callee(call)
	if fn == nil {
		return Text{}
	}
	if encodes(fn) && len(call.Args) > 0 {
		if part, ok := ast.Unparen(call.Args[0]).(*ast.SelectorExpr); ok {
			v := b.Variable(part.X) // another reply, of which a part is written out to be decoded by itself
			if fn, ok := r.info.Defs[b.Decl.Name].(*types.Func); ok && v != nil && b.given[v] && r.Holds(v.Type()) {
				if by, ok := w.by[fn]; ok && r.readsGiven(by, fn, v) {
					return Text{Read: true}
				}
			}
			return Text{Read: v != nil && r.Holds(v.Type()) && b.Trace(v).Any(Read, Gone)}
		}
	}
	if i, ok := readers[qualifiedName(fn)]; ok && i < len(call.Args) {
		t := w.from(b, call.Args[i], depth)
		if fn.Name() == "TeeReader" && len(call.Args) == 2 {
			t = t.or(w.base(b, call.Args[1], depth)) // what is read is there, too
		}
		t.Stored = t.Stored || fn.Name() == "NewScanner" && b.given[b.Variable(call.Args[i])] // a log's lines
		return t
	}
	sel, _ := r.fun(call).(*ast.SelectorExpr)
	method := sel != nil && r.info.Selections[sel] != nil
	switch s := sourceOfCall(fn); {
	case s == kept, s == request:
		return s.text()
	case s == response && method:
		return w.base(b, sel.X, depth)
	case s == response, fn.Pkg() != nil && fn.Pkg().Path() == "net/http":
		return Text{}
	case fn.Pkg() != nil && storedNames().MatchString(fn.Pkg().Path()) && !r.inModule(fn.Pkg()):
		return Text{Stored: true}
	case method && isText(r.info.Selections[sel].Recv()):
		return w.from(b, sel.X, depth) // buf.Bytes()
	}
	var t Text
	if method && len(call.Args) == 0 && !r.inModule(fn.Pkg()) {
		t = w.base(b, sel.X, depth) // resp.Body() of another client
	}
	t.Stored = t.Stored || storedNames().MatchString(fn.Name())
	if method {
		if named := namedOf(r.info.Selections[sel].Recv()); named != nil {
			t.Stored = t.Stored || storedNames().MatchString(named.Name())
		}
	}
	t.Read = r.looks(fn) || slices.ContainsFunc(r.Implementations(fn), r.looks)
	if decl := r.decls[fn]; decl != nil && depth < 3 && !t.Read && !w.seen[fn] {
		w.seen[fn] = true
		if w.by == nil {
			w.by = make(map[*types.Func]site)
		}
		w.by[fn] = site{call, b.Decl}
		inner := r.Body(decl)
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			if _, lit := n.(*ast.FuncLit); lit {
				return false
			}
			if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) > 0 && isText(firstOf(r.info.TypeOf(ret.Results[0]))) {
				t = t.or(w.from(inner, ret.Results[0], depth+1))
			}
			return true
		})
	}
	return t
}

// firstOf returns the first of several types, or the only one.
func firstOf(t types.Type) types.Type {
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		return tuple.At(0).Type()
	}
	return t
}

// readsGiven reports whether the code is read, where a call is, in the reply that it gives a function by one of its parameters, or
// its receiver.
func (r *Result) readsGiven(s site, fn *types.Func, v *types.Var) bool {
	b := r.Body(s.in)
	of := syntax.Receiver(r.info, s.call)
	for i, arg := range s.call.Args {
		if syntax.Parameter(fn.Signature(), i) == v {
			of = arg
		}
	}
	if of == nil {
		return false
	}
	reply := b.Variable(of)
	return reply != nil && b.Trace(reply).Any(Read, Gone)
}

// encodes reports whether a function of another package writes out a value as text: json.Marshal.
func encodes(fn *types.Func) bool {
	return fn.Name() == "Marshal" && fn.Signature().Params().Len() > 0 && types.IsInterface(fn.Signature().Params().At(0).Type())
}

// variable follows a variable that holds the text, and looks who else reads it.
func (w *textWalk) variable(b *Body, v *types.Var, depth int) Text {
	r := w.r
	if w.seen[v] {
		return Text{}
	}
	w.seen[v] = true
	var t Text
	if s := sourceOf(v.Type()); s == request || s == kept {
		return s.text()
	}
	t.Read, t.Handed = r.readsText(b, v, w.target, w.decode)
	if !b.Local(v) && !b.given[v] {
		t.Stored = v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
		return t
	}
	if b.given[v] {
		t.Stored = t.Stored || keptNames().MatchString(v.Name())
		return t.or(w.callers(b, v, depth))
	}
	for _, d := range b.defs[v] {
		if d.value == nil {
			// An element of a list, a map, a channel: a response is not kept there for long.
			t.Stored = t.Stored || sourceOf(v.Type()) != response
			continue
		}
		t = t.or(w.from(b, d.value, depth))
	}
	return t.or(w.fed(b, v, depth))
}

// fed follows what functions put into a variable that holds a text: io.Copy(&buf, f),
// row.Scan(&text).
func (w *textWalk) fed(b *Body, v *types.Var, depth int) Text {
	r := w.r
	var t Text
	for _, id := range b.uses[v] {
		var e ast.Expr = id
		if addr, ok := b.Parent(id).(*ast.UnaryExpr); ok && addr.Op == token.AND {
			e = addr
		}
		var call *ast.CallExpr
		at := receiver
		switch p := b.Parent(e).(type) {
		case *ast.SelectorExpr:
			call, _ = b.Parent(p).(*ast.CallExpr)
		case *ast.CallExpr:
			call, at = p, indexOf(p, e)
		}
		if call == nil || call == w.decode {
			continue
		}
		fn := r.callee(call)
		if fn == nil {
			continue
		}
		f, ok := feeds[fn.FullName()]
		switch {
		case ok && f.into == at && f.from == receiver:
			if sel, ok := r.fun(call).(*ast.SelectorExpr); ok {
				t = t.or(w.from(b, sel.X, depth))
			}
		case ok && f.into == at && f.from < len(call.Args):
			t = t.or(w.from(b, call.Args[f.from], depth))
		case !ok && e != ast.Expr(id) && at >= 0 && sourceOfCall(fn) == kept:
			t.Stored = true
		}
	}
	return t
}

// callers looks at what the callers hand over for a parameter.
func (w *textWalk) callers(b *Body, v *types.Var, depth int) Text {
	r := w.r
	fn, _ := r.info.Defs[b.Decl.Name].(*types.Func)
	by, followed := w.by[fn]
	if fn == nil || depth >= 3 || !w.up && !followed {
		return Text{}
	}
	at := -1
	for i := range fn.Signature().Params().Len() {
		if fn.Signature().Params().At(i) == v {
			at = i
		}
	}
	if at < 0 {
		// A literal's: who calls it, and with what, nobody knows.
		return Text{Stored: fn.Signature().Recv() != v && sourceOf(v.Type()) != response}
	}
	if followed {
		if at < len(by.call.Args) {
			return w.from(r.Body(by.in), by.call.Args[at], depth+1)
		}
		return Text{}
	}
	var t Text
	sites := r.callsOf(fn)
	if len(sites) == 0 && (r.handedOut[fn] || sourceOf(v.Type()) != response && r.implements(fn)) {
		return Text{Stored: true}
	}
	for _, s := range sites {
		if at < len(s.call.Args) {
			inner := textWalk{r: r, decode: s.call, target: w.targetAt(s), up: true, seen: w.seen}
			t = t.or(inner.from(r.Body(s.in), s.call.Args[at], depth+1))
		}
	}
	return t
}

// implements reports whether a method is one of an interface that the package knows, by which anybody may call it.
func (r *Result) implements(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil {
		return false
	}
	t := types.NewPointer(syntax.Pointee(recv.Type()))
	return slices.ContainsFunc(append([]*types.Package{r.pass.Pkg}, r.pass.Pkg.Imports()...), func(pkg *types.Package) bool {
		return slices.ContainsFunc(pkg.Scope().Names(), func(name string) bool {
			tn, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok {
				return false
			}
			iface, ok := tn.Type().Underlying().(*types.Interface)
			if !ok {
				return false
			}
			obj, _, _ := types.LookupFieldOrMethod(iface, false, fn.Pkg(), fn.Name())
			return obj != nil && types.Implements(t, iface)
		})
	})
}

// targetAt returns the variable that a call has filled, if it has.
func (w *textWalk) targetAt(s site) *types.Var {
	b := w.r.Body(s.in)
	if targets := w.r.Targets(s.call); len(targets) > 0 {
		return b.Variable(targets[0])
	}
	for _, v := range w.r.resultsIn(b, s.call) {
		return v
	}
	return nil
}
