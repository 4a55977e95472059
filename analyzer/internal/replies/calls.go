package replies

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// method is a step to a method of what is mentioned: where the call is another form of the same,
// to its result.
func (m *mention) method(sel *ast.SelectorExpr, selection *types.Selection) (more bool) {
	fn, ok := selection.Obj().(*types.Func)
	call, called := m.b.Parent(sel).(*ast.CallExpr)
	if ok && called && ast.Unparen(call.Fun) == ast.Expr(sel) {
		return m.methodCalled(call, fn.Origin(), selection)
	}
	calls := m.b.callsBy(sel)
	if !ok || len(calls) == 0 {
		m.leads = m.leads || ok && syntax.IsPointer(fn.Signature().Recv().Type()) // check := r.failure
		return m.last(Gone, nil)
	}
	for _, call := range calls {
		each := *m
		for more := each.methodCalled(call, fn.Origin(), selection); more; {
			more = each.step()
		}
	}
	return false
}

// methodCalled is a step to what a method does that a call calls.
func (m *mention) methodCalled(call *ast.CallExpr, fn *types.Func, selection *types.Selection) (more bool) {
	r := m.b.r
	if m.mode == data {
		switch {
		case harmlessMethods[fn.Name()], responseMethods[fn.Name()] && sourceOf(selection.Recv()) == response:
			return m.last(Harmless, call)
		case r.decodesInto(fn) >= 0, fillsItself(fn):
			return m.last(From, call)
		case r.decls[fn] != nil && r.wrapsText(selection.Recv()):
			return m.ofOwn(call, fn, fn.Signature().Recv())
		case fn.Pkg() != nil && fn.Pkg().Path() != r.pass.Pkg.Path() && len(call.Args) == 0 && isText(r.info.TypeOf(call)):
			return m.to(call) // buf.Bytes(), resp.Body()
		}
		return m.last(Gone, call)
	}
	if !r.Holds(promotedFrom(selection)) && !types.IsInterface(selection.Recv()) {
		return m.last(Harmless, call)
	}
	m.leads = syntax.IsPointer(fn.Signature().Recv().Type())
	return m.effect(call, fn, r.Effect(fn, receiver))
}

// promotedFrom returns the type that a method is promoted from.
func promotedFrom(sel *types.Selection) types.Type {
	t := sel.Recv()
	for _, i := range sel.Index()[:len(sel.Index())-1] {
		t = syntax.Pointee(t)
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return t
		}
		t = st.Field(i).Type()
	}
	return t
}

// argument is a step from an argument of a call: to its result, where that is the same.
func (m *mention) argument(call *ast.CallExpr) (more bool) {
	r := m.b.r
	switch tv := r.info.Types[call.Fun]; {
	case tv.IsType():
		return m.to(call)
	case tv.IsBuiltin():
		if !m.items && (syntax.IsBuiltin(r.info, call, "len") || syntax.IsBuiltin(r.info, call, "cap")) {
			return m.last(Harmless, call)
		}
		return m.last(Gone, call)
	}
	fn := r.callee(call)
	if fn == nil {
		return m.last(Gone, call)
	}
	if m.mode == reply && r.showsType(fn, call, m.expr) {
		return m.last(Harmless, call)
	}
	at := indexOf(call, m.expr)
	if _, all := r.info.TypeOf(m.expr).(*types.Tuple); all {
		at += m.result
	}
	if t := r.info.TypeOf(m.expr); m.mode == data && r.decls[fn] != nil && t != nil && !isText(t) && r.wrapsText(t) && parameter(fn, at) != nil {
		return m.ofOwn(call, fn, parameter(fn, at))
	}
	e := r.Effect(fn, at)
	if m.mode == data {
		name := qualifiedName(fn)
		if copies, ok := copying[name]; ok && at == copies.from && !r.isSink(call, copies.into) {
			return m.last(Gone, call) // io.Copy(w, resp.Body)
		}
		if i, ok := readers[name]; ok && i == at || name == "io.TeeReader" {
			return m.to(call)
		}
		switch {
		case harmlessOnData[name], syntax.Shows(fn), isOwnResponse(r.info.TypeOf(m.expr), fn):
			return m.last(Harmless, call)
		case (e.Gives || len(r.Targets(call)) > 0) && !e.Reads && !e.Gone, r.decodesInto(fn) >= 0 && r.decls[fn] == nil:
			return m.last(From, call)
		}
	}
	if u := r.info.TypeOf(m.expr); u != nil && m.mode == reply {
		if _, isMap := u.Underlying().(*types.Map); isMap && e.Fills && r.decls[fn] == nil {
			e = Effect{Gone: true} // it cannot fill one that it gets by value: it decodes what is in it
		}
		if _, copied := u.Underlying().(*types.Struct); copied {
			e.Fills, e.Store = false, false
		}
	}
	return m.effect(call, fn, e)
}

// isOwnResponse reports whether a response is given to its own package, which knows nothing of
// codes: fasthttp.ReleaseResponse(resp).
func isOwnResponse(t types.Type, fn *types.Func) bool {
	if t == nil || sourceOf(t) != response {
		return false
	}
	return namedOf(t).Pkg() == fn.Pkg()
}

// effect is a step that notes what a function does with what it gets: to its result, where it returns that.
func (m *mention) effect(call *ast.CallExpr, fn *types.Func, e Effect) (more bool) {
	switch {
	case e.Gone && m.items && m.b.r.onlyTakes(call, fn):
		m.becomes(Harmless, call)
	case e.Gone:
		m.becomes(Gone, call)
	case e.Reads:
		m.add(Use{Kind: Read, Ident: m.id, Call: call, Odd: e.Odd || !m.b.r.flow.Summarizes(fn) || m.b.r.isBoundBefore(call), Leads: m.leads && m.b.later(call)})
	}
	if e.Fills {
		m.becomes(Filled, call)
	}
	if e.Store {
		m.becomes(Written, call)
	}
	if e.Asks != "" && !e.Gone {
		m.answers(call, e.Asks)
	}
	if e == (Effect{}) {
		m.becomes(Harmless, call)
	}
	if e.Hands && !e.Gone && (m.mode == reply || isText(firstOf(m.b.r.info.TypeOf(call)))) {
		return m.to(call)
	}
	return false
}

// later reports whether a call is not executed where it stands.
func (b *Body) later(call *ast.CallExpr) bool {
	if b.r.isBoundBefore(call) {
		return true
	}
	switch b.Parent(call).(type) {
	case *ast.DeferStmt, *ast.GoStmt:
		return true
	}
	return false
}

func indexOf(call *ast.CallExpr, arg ast.Expr) int {
	for i, a := range call.Args {
		if a == arg {
			return i
		}
	}
	return len(call.Args)
}

// isText reports whether a type can hold the text of a reply, or where it is read from.
func isText(t types.Type) bool {
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	case *types.Basic:
		return u.Kind() == types.String
	case *types.Interface:
		for i := range u.NumMethods() {
			if u.Method(i).Name() == "Read" {
				return true
			}
		}
		return sourceOf(t) == response
	case *types.Struct, *types.Pointer:
		named := namedOf(t)
		return named != nil && named.Pkg() != nil && textTypes[named.Pkg().Path()+"."+named.Name()] || sourceOf(t) == response
	}
	return false
}

// Targets returns the arguments of a call that it fills: of a decode, and of a
// function that hands its parameter to one.
func (r *Result) Targets(call *ast.CallExpr) []ast.Expr {
	fn := r.callee(call)
	if fn == nil {
		return nil
	}
	var targets []ast.Expr
	for i, arg := range call.Args {
		if fillable(r.info.TypeOf(arg)) && !r.onlyCalls(fn, i) && r.Effect(fn, i).Fills {
			targets = append(targets, arg)
		}
	}
	// reply.parse(body)
	sel, ok := r.fun(call).(*ast.SelectorExpr)
	if ok && fn.Signature().Recv() != nil && (r.decls[fn] != nil || fillsItself(fn)) && r.info.Selections[sel] != nil && r.Effect(fn, receiver).Fills {
		targets = append(targets, sel.X)
	}
	return targets
}

// onlyCalls reports whether a function of the package can do nothing with a parameter but call its methods, which is
// nothing that fills it: see interfaceEffect.
func (r *Result) onlyCalls(fn *types.Func, at int) bool {
	v := parameter(fn, at)
	if v == nil || r.decls[fn] == nil || !types.IsInterface(v.Type()) || holdsReplies(v.Type()) {
		return false
	}
	_, generic := v.Type().(*types.TypeParam)
	return !generic
}

// fillable reports whether a callee can fill what an argument of the type leads to.
func fillable(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface:
		return true
	}
	return false
}
