package replies

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Text is what is known of the text that is decoded.
type Text struct {
	Request bool // it came with a request to this program
	Stored  bool // it was kept: in a file, a database, a queue, the program
	Read    bool // somebody else may read the code in it
	Handed  bool // the function returns it, too
}

func (t Text) or(u Text) Text {
	return Text{t.Request || u.Request, t.Stored || u.Stored, t.Read || u.Read, t.Handed || u.Handed}
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
	if r.checksTransport() || target != nil && r.testsItself(target.Type()) {
		t.Read = true
	}
	if fn := r.callee(call); fn != nil && isChained(fn) {
		return t.or(w.chainedText(b, call))
	}
	for _, e := range texts(r, call) {
		t = t.or(w.from(b, e, 0))
	}
	if r.handsText(call) {
		t = t.or(w.handed(b, call))
	}
	return t
}

// An answer is one that is found when it is first asked for.
type answer int

const (
	unasked answer = iota
	no
	yes
)

type textOf struct {
	call   *ast.CallExpr
	target *types.Var
}

// texts returns the operands of a decode that it can take its text from.
func texts(r *Result, call *ast.CallExpr) []ast.Expr {
	var es []ast.Expr
	if sel, ok := r.fun(call).(*ast.SelectorExpr); ok {
		if s := r.info.Selections[sel]; s != nil && (isText(s.Recv()) || r.decodesOwn(s)) {
			es = append(es, sel.X)
		}
	}
	fn := r.callee(call)
	for i, arg := range call.Args {
		t := r.info.TypeOf(arg)
		if t != nil && !isText(t) && fn != nil && r.decodesFrom(fn, i, t) {
			es = append(es, arg)
		}
		if t == nil || !isText(t) || fn != nil && r.onlySends(fn, i) {
			continue
		}
		if b, ok := t.Underlying().(*types.Basic); ok && b.Kind() == types.String && (fn == nil || !decoding[fn.Name()]) {
			continue // a path, a method
		}
		es = append(es, arg)
	}
	return es
}

// onlySends reports whether a function of the module decodes nothing from a text that it gets: it
// hands the text to another package, as the body of a request.
func (r *Result) onlySends(fn *types.Func, at int) bool {
	decl, v := r.decls[fn], parameter(fn, at)
	if f := r.importedFunction(fn); decl == nil && f != nil {
		e, ok := f.effect(at)
		return ok && e.Sends
	}
	if decl == nil || v == nil || fn.Signature().Variadic() {
		return false
	}
	key := sending{fn, at}
	if r.under[key] {
		return true // what a function does by calling itself it does anyway
	}
	r.under[key] = true
	defer delete(r.under, key)
	sends := false
	for _, u := range r.Body(decl).trace(v, data).Uses {
		switch u.Kind {
		case From, Returned:
			return false
		case Gone, Read:
			if u.Call == nil || !r.sends(u) {
				return false
			}
			sends = true
		}
	}
	return sends
}

type sending struct {
	fn *types.Func
	at int
}

// sends reports whether the call that a text is handed to only sends it.
func (r *Result) sends(u Use) bool {
	fn := r.callee(u.Call)
	switch {
	case fn == nil:
		return false
	case r.decls[fn] == nil:
		return !r.inModule(fn.Pkg())
	}
	i := slices.IndexFunc(u.Call.Args, func(arg ast.Expr) bool { return arg.Pos() <= u.Ident.Pos() && u.Ident.End() <= arg.End() })
	return i >= 0 && r.onlySends(fn, i)
}

// keeps reports whether a function is made for what is kept.
func keeps(b *Body) bool {
	if storedNames().MatchString(b.Decl.Name.Name) {
		return true
	}
	recv := syntax.ReceiverType(b.Decl)
	return recv != nil && storedNames().MatchString(types.ExprString(recv))
}

// namedOf returns the name of a type, or of what it points to.
func namedOf(t types.Type) *types.TypeName {
	if n, ok := syntax.Pointee(t).(*types.Named); ok {
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

// IsResponse reports whether a type is an HTTP client's response.
func IsResponse(t types.Type) bool { return isResponse(t) }

// isResponse reports whether a type is an HTTP client's response, by its name where nothing
// else is known.
func isResponse(t types.Type) bool {
	n := namedOf(t)
	return sourceOf(t) == response || n != nil && n.Name() == "Response"
}
