package codeflow

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
func (e *engine) exportQuiet(fn *types.Func, decl *ast.FuncDecl) {
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
	if slices.ContainsFunc(e.effect(decl, decl.Body).allCalls(), func(call *ast.CallExpr) bool { return e.isLoudCall(call, true) }) {
		return
	}
	if e.changesNothing(fn) {
		e.pass.ExportObjectFact(fn, new(quietFact))
	}
}

// isLoud is a quick look: whether a function for sure changes something itself, or
// calls one of the package that does.
func (p *program) isLoud(fn *ast.FuncDecl) bool {
	if loud, ok := p.loud[fn]; ok {
		return loud
	}
	p.loud[fn] = false // as far as is known, in a recursion
	own := p.effect(fn, fn.Body)
	p.loud[fn] = !own.nothing() || slices.ContainsFunc(own.allCalls(), func(call *ast.CallExpr) bool { return p.isLoudCall(call, false) })
	return p.loud[fn]
}

// isLoudCall is isLoud for a call. What it hands over whose type does not tell what it leads to
// counts if open says so: of a function that is called itself, it is for the caller to say.
func (p *program) isLoudCall(call *ast.CallExpr, open bool) bool {
	switch fn := typeutil.Callee(p.info, call).(type) {
	case *types.Builtin:
		return false
	case *types.Func:
		if decl := p.index.Decls[fn.Origin()]; decl != nil {
			return decl.Body == nil || p.isLoud(decl)
		}
		if p.isQuiet(fn.Origin()) {
			return foreign.Fills(fn) && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return syntax.IsBytes(p.info.TypeOf(arg)) })
		}
	default:
		if p.info.Types[call.Fun].IsType() {
			return false
		}
		return p.index.LiteralOf(call) == nil // anybody's
	}
	if slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return leads(p.info.TypeOf(arg), open) }) {
		return true
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && p.info.Selections[sel] != nil && leads(p.info.TypeOf(sel.X), open)
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

func (w *writes) nothing() bool {
	return w.empty() && !w.elements && !w.items && !w.bytes && !w.pointees && !w.dynamic && !w.anywhere && !w.open && !w.Waits
}

// isQuiet reports whether a function neither changes its arguments nor calls
// back: by what we know of its package, or by what that package says.
func (p *program) isQuiet(fn *types.Func) bool {
	if foreign.IsHarmless(fn) {
		return true
	}
	if fn.Pkg() == nil || fn.Pkg() == p.pass.Pkg {
		return false
	}
	quiet, ok := p.quiets[fn]
	if !ok {
		quiet = p.pass.ImportObjectFact(fn, new(quietFact))
		p.quiets[fn] = quiet
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
func (p *program) isLocal(arg ast.Expr, fn ast.Node) bool {
	addr, ok := ast.Unparen(arg).(*ast.UnaryExpr)
	if !ok {
		return false
	}
	id, ok := ast.Unparen(addr.X).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := p.info.ObjectOf(id).(*types.Var)
	return ok && fn.Pos() <= v.Pos() && v.Pos() < fn.End()
}

func hasPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if len(s) >= len(p) && s[:len(p)] == p {
			return true
		}
	}
	return false
}

// changesNothing reports whether a function changes nothing that others could see; nil may.
func (p *program) changesNothing(fn *types.Func) bool {
	if fn == nil {
		return false
	}
	decl := p.index.Decls[fn]
	if decl == nil || decl.Body == nil {
		return p.isQuiet(fn)
	}
	if p.isLoud(decl) {
		return false
	}
	all, _ := p.tally().all(decl, decl.Body) // with what is open
	return all.nothing()
}
