package replies

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// method follows a variable whose method is mentioned. Where the call is another
// form of the same, it returns that.
func (t *tracer) method(id *ast.Ident, sel *ast.SelectorExpr, selection *types.Selection) (ast.Expr, bool) {
	r := t.b.r
	fn, ok := selection.Obj().(*types.Func)
	call, called := t.b.Parent(sel).(*ast.CallExpr)
	if !ok || !called || ast.Unparen(call.Fun) != ast.Expr(sel) {
		t.leads = t.leads || ok && syntax.IsPointer(fn.Signature().Recv().Type()) // check := r.failure
		t.add(id, Gone, nil)
		return nil, true
	}
	fn = fn.Origin()
	if t.mode == data {
		switch {
		case harmlessMethods[fn.Name()]:
			t.add(id, Harmless, call)
		case r.decodesLast(fn):
			t.add(id, From, call)
		case fn.Pkg() != nil && fn.Pkg().Path() != r.pass.Pkg.Path() && len(call.Args) == 0 && isText(r.info.TypeOf(call)):
			return call, false // buf.Bytes(), resp.Body()
		default:
			t.add(id, Gone, call)
		}
		return nil, true
	}
	if !r.Holds(promotedFrom(selection)) && !types.IsInterface(selection.Recv()) {
		t.add(id, Harmless, call)
		return nil, true
	}
	t.leads = syntax.IsPointer(fn.Signature().Recv().Type())
	t.effect(id, call, fn, r.Effect(fn, receiver))
	return nil, true
}

// promotedFrom returns the type that a method is promoted from.
func promotedFrom(sel *types.Selection) types.Type {
	t := sel.Recv()
	for _, i := range sel.Index()[:len(sel.Index())-1] {
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		st, ok := t.Underlying().(*types.Struct)
		if !ok {
			return t
		}
		t = st.Field(i).Type()
	}
	return t
}

// argument follows a variable that is an argument of a call.
func (t *tracer) argument(id *ast.Ident, call *ast.CallExpr, arg ast.Expr) (ast.Expr, bool) {
	r := t.b.r
	if tv := r.info.Types[call.Fun]; tv.IsType() {
		return call, false
	}
	if tv := r.info.Types[call.Fun]; tv.IsBuiltin() {
		if name, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && (name.Name == "len" || name.Name == "cap") {
			t.add(id, Harmless, call)
		} else {
			t.add(id, Gone, call)
		}
		return nil, true
	}
	fn := r.callee(call)
	if fn == nil {
		t.add(id, Gone, call)
		return nil, true
	}
	at := indexOf(call, arg)
	if t.mode == data {
		name := qualifiedName(fn)
		if i, ok := readers[name]; ok && i == at || name == "io.TeeReader" {
			return call, false
		}
		switch {
		case harmlessOnData[name], Shows(fn), isOwnResponse(r.info.TypeOf(arg), fn):
			t.add(id, Harmless, call)
			return nil, true
		}
		if e := r.Effect(fn, at); (e.Gives || len(r.Targets(call)) > 0) && !e.Reads && !e.Gone || r.decodesLast(fn) && r.decls[fn] == nil {
			t.add(id, From, call)
			return nil, true
		}
	}
	e := r.Effect(fn, at)
	if u := r.info.TypeOf(arg); u != nil && t.mode == reply {
		if _, copied := u.Underlying().(*types.Struct); copied {
			e.Fills, e.Store = false, false
		}
	}
	t.effect(id, call, fn, e)
	return nil, true
}

// isOwnResponse reports whether a response is given to its own package, which knows nothing of
// codes: fasthttp.ReleaseResponse(resp).
func isOwnResponse(t types.Type, fn *types.Func) bool {
	if t == nil || sourceOf(t) != response {
		return false
	}
	return namedOf(t).Pkg() == fn.Pkg()
}

func (t *tracer) effect(id *ast.Ident, call *ast.CallExpr, fn *types.Func, e Effect) {
	switch {
	case e.Gone:
		t.add(id, Gone, call)
	case e.Reads:
		t.trace.Uses = append(t.trace.Uses, Use{Kind: Read, Ident: id, Call: call, Odd: e.Odd || !t.b.r.flow.Summarizes(fn), Leads: t.leads && t.b.later(call)})
	}
	if e.Fills {
		t.add(id, Filled, call)
	}
	if e.Store {
		t.add(id, Written, call)
	}
	if e == (Effect{}) {
		t.add(id, Harmless, call)
	}
}

// later reports whether a call is not executed where it stands.
func (b *Body) later(call *ast.CallExpr) bool {
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
	case *types.Struct, *types.Pointer:
		named := namedOf(t)
		return named != nil && named.Pkg() != nil && textTypes[named.Pkg().Path()+"."+named.Name()]
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
		if !fillable(r.info.TypeOf(arg)) {
			continue
		}
		if r.Effect(fn, i).Fills {
			targets = append(targets, arg)
		}
	}
	// reply.parse(body)
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if ok && fn.Signature().Recv() != nil && r.decls[fn] != nil && r.info.Selections[sel] != nil && r.Effect(fn, receiver).Fills {
		targets = append(targets, sel.X)
	}
	return targets
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
