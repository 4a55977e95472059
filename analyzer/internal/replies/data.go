package replies

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Text is what is known of the text that is decoded.
type Text struct {
	Request bool // it came with a request to this program
	Stored  bool // it was kept: in a file, a database, a queue, the program
	Read    bool // somebody else may read the code in it
}

func (t Text) or(u Text) Text {
	return Text{t.Request || u.Request, t.Stored || u.Stored, t.Read || u.Read}
}

// Text returns what is known of the text that a call decodes into target: where it
// is from, and who else looks at it.
func (r *Result) Text(b *Body, call *ast.CallExpr, target *types.Var) Text {
	return r.text(b, call, target, true)
}

// text is Text; up says whether to ask the callers of the function.
func (r *Result) text(b *Body, call *ast.CallExpr, target *types.Var, up bool) Text {
	key := textOf{call, target}
	if r.under[key] {
		return Text{}
	}
	r.under[key] = true
	defer delete(r.under, key)
	w := textWalk{r: r, decode: call, target: target, up: up, seen: make(map[any]bool)}
	if fn := r.callee(call); fn != nil && r.decls[fn] == nil && (bindingRequests[fn.Name()] || sourceOfCall(fn) == request) {
		return Text{Request: true}
	}
	var t Text
	if keeps(b) {
		t.Stored = true
	}
	if r.checksTransport() {
		t.Read = true
	}
	for _, e := range texts(r, call) {
		t = t.or(w.from(b, e, 0))
	}
	return t
}

// checksTransport reports whether the package has a transport that looks at
// the codes of all replies.
func (r *Result) checksTransport() bool {
	if r.transport == 0 {
		r.transport = 1
		for fn := range r.decls {
			if fn.Name() == "RoundTrip" && fn.Signature().Recv() != nil && !r.isTest(fn.Pos()) && r.looks(fn) {
				r.transport = 2
			}
		}
	}
	return r.transport == 2
}

type textOf struct {
	call   *ast.CallExpr
	target *types.Var
}

// texts returns the operands of a decode that it can take its text from.
func texts(r *Result, call *ast.CallExpr) []ast.Expr {
	var es []ast.Expr
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if s := r.info.Selections[sel]; s != nil && isText(s.Recv()) {
			es = append(es, sel.X)
		}
	}
	fn := r.callee(call)
	for _, arg := range call.Args {
		t := r.info.TypeOf(arg)
		if t == nil || !isText(t) {
			continue
		}
		if b, ok := t.Underlying().(*types.Basic); ok && b.Kind() == types.String && (fn == nil || !decoding[fn.Name()]) {
			continue // a path, a method
		}
		es = append(es, arg)
	}
	return es
}

// keeps reports whether a function is made for what is kept.
func keeps(b *Body) bool {
	if storedNames().MatchString(b.Decl.Name.Name) {
		return true
	}
	if b.Decl.Recv != nil && len(b.Decl.Recv.List) > 0 {
		return storedNames().MatchString(types.ExprString(b.Decl.Recv.List[0].Type))
	}
	return false
}

type textWalk struct {
	r      *Result
	decode *ast.CallExpr
	target *types.Var
	up     bool // ask the callers, too
	seen   map[any]bool
}

// from follows a text to where it is from.
func (w *textWalk) from(b *Body, e ast.Expr, depth int) Text {
	r := w.r
	e = ast.Unparen(e)
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
	if i, ok := readers[qualifiedName(fn)]; ok && i < len(call.Args) {
		t := w.from(b, call.Args[i], depth)
		if fn.Name() == "TeeReader" && len(call.Args) == 2 {
			t = t.or(w.base(b, call.Args[1], depth)) // what is read is there, too
		}
		return t
	}
	sel, _ := ast.Unparen(call.Fun).(*ast.SelectorExpr)
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
	t.Read = r.looks(fn)
	if decl := r.decls[fn]; decl != nil && depth < 3 && !t.Read && !w.seen[fn] {
		w.seen[fn] = true
		inner := r.Body(decl)
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			if _, lit := n.(*ast.FuncLit); lit {
				return false
			}
			if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) > 0 && isText(r.info.TypeOf(ret.Results[0])) {
				t = t.or(w.from(inner, ret.Results[0], depth+1))
			}
			return true
		})
	}
	return t
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
	t.Read = r.readsText(b, v, w.target, w.decode)
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
			if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
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
	if fn == nil || depth >= 3 || !w.up {
		return Text{}
	}
	at := -1
	for i := range fn.Signature().Params().Len() {
		if fn.Signature().Params().At(i) == v {
			at = i
		}
	}
	if at < 0 {
		return Text{}
	}
	var t Text
	sites := r.callsOf(fn)
	if len(sites) == 0 && r.handedOut[fn] {
		return Text{Stored: true} // who calls it, and with what, nobody knows
	}
	for _, s := range sites {
		if at < len(s.call.Args) {
			inner := textWalk{r: r, decode: s.call, target: w.targetAt(s), up: true, seen: w.seen}
			t = t.or(inner.from(r.Body(s.in), s.call.Args[at], depth+1))
		}
	}
	return t
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

// resultsIn returns the local variables in which a call's replies are stored.
func (r *Result) resultsIn(b *Body, call *ast.CallExpr) []*types.Var {
	var vs []*types.Var
	for v, defs := range b.defs {
		for _, d := range defs {
			if d.value != nil && ast.Unparen(d.value) == ast.Expr(call) && r.readable(v.Type()) && !syntax.IsError(v.Type()) && b.Local(v) {
				vs = append(vs, v)
			}
		}
	}
	return vs
}

// readsText reports whether somebody may read a code in a text, other than by
// decoding it into target, in an execution in which call decodes it.
func (r *Result) readsText(b *Body, v, target *types.Var, call *ast.CallExpr) bool {
	for _, u := range b.trace(v, data).Uses {
		if call != nil && b.encloses(call) && b.exclusive(u.Ident, call) {
			continue // an answer with another status, say
		}
		switch u.Kind {
		case Gone:
			return true
		case Read:
			return true
		case From:
			targets := r.Targets(u.Call)
			if len(targets) == 0 {
				if r.gives(b, u.Call, target) {
					return true
				}
			}
			for _, e := range targets {
				into := b.Variable(e)
				switch {
				case into == nil:
					return true
				case into == target:
				case b.given[into] && !b.isResult(into):
					// The caller's: its own business.
				case !b.Local(into) && !b.isResult(into):
					return true
				default:
					// What is returned is the caller's to look at, see [Effect.Gives].
					if t := b.Trace(into); r.readable(into.Type()) && t.Any(Read, Gone) {
						return true
					}
				}
			}
		}
	}
	return false
}

// gives reports whether somebody may read the code in what a call makes of a text.
func (r *Result) gives(b *Body, call *ast.CallExpr, target *types.Var) bool {
	vs := r.resultsIn(b, call)
	for _, v := range vs {
		if v != target && b.Trace(v).Any(Read, Gone, Returned) {
			return true
		}
	}
	return len(vs) == 0 && target != nil && b.Follow(call) > Harmless
}

// givesText reports whether a function returns what it decodes from a text.
func (r *Result) givesText(b *Body, v *types.Var) bool {
	for _, u := range b.trace(v, data).Uses {
		if u.Kind != From {
			continue
		}
		for _, e := range r.Targets(u.Call) {
			if into := b.Variable(e); into != nil && (b.isResult(into) || b.Trace(into).Any(Returned)) {
				return true
			}
		}
		for _, into := range r.resultsIn(b, u.Call) {
			if b.Trace(into).Any(Returned) {
				return true
			}
		}
	}
	return false
}

// readable reports whether a code may be in a value of a type.
func (r *Result) readable(t types.Type) bool {
	if r.Holds(t) {
		return true
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	switch t.Underlying().(type) {
	case *types.Struct, *types.Basic:
		return false
	}
	return true
}

// namedOf returns the name of a type, or of what it points to.
func namedOf(t types.Type) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj()
	}
	return nil
}

// IsAnswer reports whether a value of a type tells of what came back from a request: a
// response, a text, an error.
func IsAnswer(t types.Type) bool {
	if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
		return false // may be anything
	}
	return syntax.IsError(t) || isText(t) || isResponse(t)
}

// isResponse reports whether a type is an HTTP client's response, by its name where nothing
// else is known.
func isResponse(t types.Type) bool {
	n := namedOf(t)
	return sourceOf(t) == response || n != nil && n.Name() == "Response"
}
