package effects

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A quietFact is on a function that changes nothing that its callers could see:
// what they know of a reply holds after they have asked it.
type quietFact struct{}

func (*quietFact) AFact()         {}
func (*quietFact) String() string { return "quiet" }

// exportQuiet tells importers of the functions that change nothing.
func (e *Effects) exportQuiet(fn *types.Func, decl *ast.FuncDecl) {
	recv := fn.Signature().Recv()
	could := recv != nil && leads(recv.Type(), true)
	for v := range fn.Signature().Params().Variables() {
		if syntax.IsFunc(v.Type()) {
			return // which may do anything
		}
		could = could || leads(v.Type(), true)
	}
	if !could || e.isLoud(decl) {
		return // it could not, whatever it does; or it does for sure
	}
	if slices.ContainsFunc(e.body(decl, decl.Body).allCalls(), func(call *ast.CallExpr) bool { return e.isLoudCall(call, true) }) {
		return
	}
	if e.ChangesNothing(fn) {
		e.pass.ExportObjectFact(fn, new(quietFact))
	}
}

// isLoud is a quick look: whether a function for sure changes something itself, or
// calls one of the package that does.
func (e *Effects) isLoud(fn *ast.FuncDecl) bool {
	if loud, ok := e.loud[fn]; ok {
		return loud
	}
	e.loud[fn] = false // as far as is known, in a recursion
	own := e.body(fn, fn.Body)
	e.loud[fn] = !own.Nothing() || slices.ContainsFunc(own.allCalls(), func(call *ast.CallExpr) bool { return e.isLoudCall(call, false) })
	return e.loud[fn]
}

// isLoudCall is isLoud for a call. What it hands over whose type does not tell what it leads to
// counts if open says so: of a function that is called itself, it is for the caller to say.
func (e *Effects) isLoudCall(call *ast.CallExpr, open bool) bool {
	switch fn := typeutil.Callee(e.info, call).(type) {
	case *types.Builtin:
		return false
	case *types.Func:
		if decl := e.index.Decls[fn.Origin()]; decl != nil {
			return decl.Body == nil || e.isLoud(decl)
		}
		if e.isQuiet(fn.Origin()) {
			return foreign.Fills(fn) && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return syntax.IsBytes(e.info.TypeOf(arg)) })
		}
	default:
		if e.info.Types[call.Fun].IsType() {
			return false
		}
		return e.index.LiteralOf(call) == nil // anybody's
	}
	if slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return leads(e.info.TypeOf(arg), open) }) {
		return true
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && e.info.Selections[sel] != nil && leads(e.info.TypeOf(sel.X), open)
}

// leads reports whether there is anything that somebody who holds a value of a type can change,
// as reach says what. What its type does not tell counts if open says so.
func leads(t types.Type, open bool) bool {
	var in map[types.Type]bool
	var search func(t types.Type) bool
	search = func(t types.Type) bool {
		if t == nil || in[t] {
			return false
		}
		switch u := t.Underlying().(type) {
		case *types.Interface:
			return open && tellsNothing(t)
		case *types.Pointer, *types.Slice, *types.Map:
			return true
		case *types.Array:
			return search(u.Elem())
		case *types.Struct:
			if in == nil {
				in = make(map[types.Type]bool)
			}
			in[t] = true
			for f := range u.Fields() {
				if search(f.Type()) {
					return true
				}
			}
		}
		return false
	}
	return search(t)
}

// isQuiet reports whether a function neither changes its arguments nor calls
// back: by what we know of its package, or by what that package says.
func (e *Effects) isQuiet(fn *types.Func) bool {
	if foreign.IsHarmless(fn) {
		return true
	}
	if fn.Pkg() == nil || fn.Pkg() == e.index.Pkg {
		return false
	}
	quiet, ok := e.quiets[fn]
	if !ok {
		quiet = e.pass.ImportObjectFact(fn, new(quietFact))
		e.quiets[fn] = quiet
	}
	return quiet
}

// looksFor reports whether a call is one of errors.As: what it fills is the
// caller's own.
func looksFor(info *types.Info, call *ast.CallExpr) bool {
	fn, ok := syntax.StaticCallee(info, call)
	return ok && syntax.ErrorsFunction(fn) == "As"
}

// isLocal reports whether an argument is the address of a variable of fn itself.
func (e *Effects) isLocal(arg ast.Expr, fn ast.Node) bool {
	addr, ok := ast.Unparen(arg).(*ast.UnaryExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(addr.X).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := e.info.ObjectOf(id).(*types.Var)
	return ok && fn.Pos() <= v.Pos() && v.Pos() < fn.End()
}

// ChangesNothing reports whether a function changes nothing that others could see; nil may.
func (e *Effects) ChangesNothing(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	decl := e.index.Decls[fn]
	if decl == nil || decl.Body == nil {
		return e.isQuiet(fn)
	}
	if e.isLoud(decl) {
		return false
	}
	all, _ := e.tally().all(decl, decl.Body) // with what is open
	return all.Nothing()
}
