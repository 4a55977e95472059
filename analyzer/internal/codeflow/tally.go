package codeflow

import (
	"go/ast"
	"go/types"
	"math"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A tally adds up what calls may change, with all that they call.
type tally struct {
	*program
	under   map[ast.Node]int     // the functions that are being added up, by depth
	partial map[ast.Node]partial // those that a recursion cut short
	lowest  int                  // depth of the outermost function that one led back to
}

// A partial is what a function may change but for what an outer one does, which
// is being added up still.
type partial struct {
	*writes
	lowest int // that one's depth
}

func (p *program) tally() *tally {
	return &tally{program: p, under: make(map[ast.Node]int), partial: make(map[ast.Node]partial), lowest: noRecursion}
}

const noRecursion = math.MaxInt

// call adds what a call may change in memory that others have access to.
func (p *tally) call(w *writes, call *ast.CallExpr) {
	if p.info.Types[call.Fun].IsType() {
		return
	}
	for _, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			p.body(w, lit, lit.Body)
		}
	}
	switch fn := typeutil.Callee(p.info, call).(type) {
	case *types.Builtin:
		if (fn.Name() == "copy" || fn.Name() == "delete" || fn.Name() == "clear") && len(call.Args) > 0 {
			w.storeExpr(p.program, &ast.IndexExpr{X: call.Args[0]})
		}
		return
	case *types.Func:
		if decl := p.index.decls[fn.Origin()]; decl != nil {
			if decl.Body == nil {
				w.dynamic = true
				return
			}
			p.callee(w, call, decl, decl.Body, fn.Origin().Signature())
			return
		}
		if p.isQuiet(fn.Origin()) {
			return
		}
		// An interface's method may be any type's: what it can reach are its
		// arguments.
	default:
		if lit := p.literalOf(call); lit != nil {
			sig, _ := p.info.TypeOf(lit).(*types.Signature)
			p.callee(w, call, lit, lit.Body, sig)
			return
		}
		w.dynamic = true
	}
	reached := make(map[types.Type]bool)
	for _, arg := range call.Args {
		w.reach(p.info.TypeOf(arg), reached)
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && p.info.Selections[sel] != nil {
		t := p.info.TypeOf(sel.X)
		w.reach(t, reached)
		if t != nil && !syntax.IsPointer(t) {
			w.storeType(t)
		}
	}
}

// callee adds what a callee of the package may change.
func (p *tally) callee(w *writes, call *ast.CallExpr, fn ast.Node, body *ast.BlockStmt, sig *types.Signature) {
	all, open := p.all(fn, body)
	w.add(all)
	if open && sig != nil {
		p.handOver(w, sig, call)
	} else {
		w.open = w.open || open
	}
}

// handOver adds what a callee may change in what its caller hands over for
// parameters whose types do not tell.
func (p *program) handOver(w *writes, sig *types.Signature, call *ast.CallExpr) {
	reached := make(map[types.Type]bool)
	for i, arg := range call.Args {
		at := min(i, sig.Params().Len()-1)
		if at < 0 {
			return
		}
		t := sig.Params().At(at).Type()
		if s, ok := t.(*types.Slice); ok && sig.Variadic() && at == sig.Params().Len()-1 {
			t = s.Elem()
		}
		if pointer, ok := t.Underlying().(*types.Pointer); ok {
			t = pointer.Elem()
		}
		if _, isStruct := t.Underlying().(*types.Struct); isStruct && !isGeneric(t) {
			continue
		}
		w.reach(p.info.TypeOf(arg), reached)
	}
}

func isGeneric(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.TypeArgs().Len() > 0
}

// literalOf returns the literal that a call calls, or nil.
func (p *program) literalOf(call *ast.CallExpr) *ast.FuncLit {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.FuncLit:
		return fun
	case *ast.Ident:
		if v, ok := p.info.ObjectOf(fun).(*types.Var); ok {
			return p.index.funcVars[v]
		}
	}
	return nil
}

// body adds what a function's body may change.
func (p *tally) body(w *writes, fn ast.Node, body *ast.BlockStmt) {
	all, open := p.all(fn, body)
	w.add(all)
	w.open = w.open || open
}

// all returns what a function's body may change, but for what is open there.
func (p *tally) all(fn ast.Node, body *ast.BlockStmt) (all *writes, open bool) {
	if all := p.writes[fn]; all != nil {
		return all, all.open
	}
	if depth, ok := p.under[fn]; ok { // a recursion: the function that it began with has all of it
		p.lowest = min(p.lowest, depth)
		return nil, true
	}
	if part, ok := p.partial[fn]; ok {
		p.lowest = min(p.lowest, part.lowest)
		return part.writes, part.open
	}
	depth, lowest := len(p.under), p.lowest
	p.under[fn], p.lowest = depth, noRecursion
	own := p.effect(fn, body)
	all = newWrites()
	all.add(own.writes)
	all.open = own.open
	for _, call := range own.calls {
		p.call(all, call)
	}
	delete(p.under, fn)
	complete := p.lowest >= depth
	if complete {
		p.writes[fn] = all
	} else {
		p.partial[fn] = partial{all, p.lowest}
	}
	for other, part := range p.partial {
		switch {
		case part.lowest < depth:
		case complete:
			delete(p.partial, other)
		default:
			p.partial[other] = partial{part.writes, p.lowest}
		}
	}
	if complete {
		p.lowest = lowest
	} else {
		p.lowest = min(p.lowest, lowest)
	}
	return all, all.open
}
