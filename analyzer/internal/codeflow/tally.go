package codeflow

import (
	"go/ast"
	"go/types"
	"math"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A tally adds up what calls may change, with all that they call.
type tally struct {
	*program
	under   map[ast.Node]int      // the functions that are being added up, by depth
	partial map[ast.Node]*partial // those that a recursion cut short
	cut     []ast.Node            // the same, in the order in which they were added up
	lowest  int                   // depth of the outermost function that one led back to
}

// A partial is what a function may change but for what an outer one does, which
// is being added up still.
type partial struct {
	*writes
	lowest int // that one's depth
}

func (p *program) tally() *tally {
	return &tally{program: p, under: make(map[ast.Node]int), partial: make(map[ast.Node]*partial), lowest: noRecursion}
}

const noRecursion = math.MaxInt

// call adds what a call may change in memory that others have access to.
func (p *tally) call(w *writes, call *ast.CallExpr) {
	if p.info.Types[call.Fun].IsType() {
		return
	}
	p.literals(w, call)
	switch fn := typeutil.Callee(p.info, call).(type) {
	case *types.Builtin:
		if (fn.Name() == "copy" || fn.Name() == "delete" || fn.Name() == "clear") && len(call.Args) > 0 {
			w.storeExpr(p.program, &ast.IndexExpr{X: call.Args[0]})
		}
		p.appends(w, call)
		return
	case *types.Func:
		if decl := p.index.Decls[fn.Origin()]; decl != nil {
			if decl.Body == nil {
				w.dynamic = true
				return
			}
			p.callee(w, call, decl, decl.Body, fn.Origin().Signature())
			return
		}
		w.Letting.Add(p.letting(fn))
		p.handed(w, call)
		if g := p.hiddenMethods(call); g != nil {
			open := w.open
			p.any(w, g)
			w.open = open
		}
		if looksFor(p.info, call) && len(call.Args) == 2 {
			if _, ok := ast.Unparen(call.Args[1]).(*ast.UnaryExpr); !ok { // of that, see effect
				w.fill(p.info.TypeOf(call.Args[1]))
			}
			return
		}
		if p.isQuiet(fn.Origin()) {
			w.bytes = w.bytes || foreign.Fills(fn)
			p.parameters(w, call) // it may write to what keeps something of that
			return
		}
		w.foreign, w.anywhere = true, w.anywhere || p.reflects(call, fn)
		if g := p.passedOut(fn.Pkg()); g != nil {
			open := w.open
			p.any(w, g)
			w.open = open
		}
		// An interface's method may be any type's: what it can reach are its
		// arguments, and what those of the package's types do.
		if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			p.methods(w, fn)
		}
	default:
		if lit := p.index.LiteralOf(call); lit != nil {
			sig, _ := p.info.TypeOf(lit).(*types.Signature)
			p.callee(w, call, lit, lit.Body, sig)
			return
		}
		w.dynamic = true
		p.functions(w, p.info.TypeOf(call.Fun))
		p.handed(w, call)
	}
	for _, arg := range call.Args {
		w.reach(p.program, p.info.TypeOf(arg))
		if !syntax.IsFuncLit(arg) { // of which it is known what it does
			p.callbacks(w, p.info.TypeOf(arg))
		}
	}
	p.parameters(w, call)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && p.info.Selections[sel] != nil {
		t := p.info.TypeOf(sel.X)
		w.reach(p.program, t)
		p.callbacks(w, t)
		if t != nil && !syntax.IsPointer(t) {
			w.storeType(t)
		}
	}
}

// literals adds what the literals may change that a call gets.
func (p *tally) literals(w *writes, call *ast.CallExpr) {
	for _, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			p.body(w, lit, lit.Body)
		}
	}
}

// handed adds what the functions may change that a call gets by their names.
func (p *tally) handed(w *writes, call *ast.CallExpr) {
	for _, arg := range call.Args {
		if !syntax.IsFuncLit(arg) {
			p.functions(w, p.info.TypeOf(arg))
		}
	}
}

// callbacks adds what the package's functions and methods may change that somebody can call who holds
// a value of a type: those that its fields hold, and those of the interfaces in it.
func (p *tally) callbacks(w *writes, t types.Type) {
	if g := p.callbacksOf(t); g != nil {
		p.any(w, g)
	}
}

// parameters is callbacks for what a call's callee takes, but for functions: those are what the arguments are.
func (p *tally) parameters(w *writes, call *ast.CallExpr) {
	if sig, ok := p.info.TypeOf(call.Fun).(*types.Signature); ok {
		for v := range sig.Params().Variables() {
			if !syntax.IsFunc(v.Type()) {
				p.callbacks(w, v.Type())
			}
		}
	}
}

// functions adds what the package's functions may change that a value of a function's type can
// be.
func (p *tally) functions(w *writes, t types.Type) {
	if t == nil {
		return
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		p.any(w, p.functionsOf(sig))
	}
}

// methods adds what the package's methods may change that an interface's method can be.
func (p *tally) methods(w *writes, method *types.Func) { p.any(w, p.methodsOf(method.Name())) }

// any adds what the functions of a group may change.
func (p *tally) any(w *writes, g *group) {
	all, open := p.once(g, func(all *writes) {
		for _, f := range g.members {
			if f.by != nil {
				p.made(all, f.by)
			} else {
				p.body(all, f.node, f.body)
			}
		}
	})
	w.add(all)
	w.open = w.open || open
}

// made adds what a function may change that a call of another package's has made: whatever the call may.
func (p *tally) made(w *writes, call *ast.CallExpr) {
	if fn, ok := typeutil.Callee(p.info, call).(*types.Func); ok && fn.Pkg() != nil && foreign.OnlyIterates(fn.Pkg()) {
		p.literals(w, call)
		p.handed(w, call)
		return
	}
	p.call(w, call)
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
	args := call.Args
	if syntax.IsMethodExpr(p.info, call) {
		w.reach(p, p.info.TypeOf(args[0]))
		args = args[1:]
	}
	for i, arg := range args {
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
		w.reach(p, p.info.TypeOf(arg))
	}
}

func isGeneric(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.TypeArgs().Len() > 0
}

// body adds what a function's body may change.
func (p *tally) body(w *writes, fn ast.Node, body *ast.BlockStmt) {
	all, open := p.all(fn, body)
	w.add(all)
	w.open = w.open || open
}

// all returns what a function's body may change, but for what is open there.
func (p *tally) all(fn ast.Node, body *ast.BlockStmt) (all *writes, open bool) {
	return p.once(fn, func(all *writes) {
		own := p.effect(fn, body)
		all.add(own.writes)
		all.open = own.open
		for _, call := range own.launched {
			p.call(all, call)
		}
		all.Letting, all.recursion = own.Letting, foreign.Letting{}
		for _, call := range own.calls {
			p.call(all, call)
		}
		for _, x := range own.overs {
			p.iterates(all, x)
		}
		all.Settle()
	})
}

// once adds up what a function, or one of a group, may change, unless that is done or under way.
func (p *tally) once(fn ast.Node, sum func(all *writes)) (all *writes, open bool) {
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
	depth, lowest, inside := len(p.under), p.lowest, len(p.cut)
	p.under[fn], p.lowest = depth, noRecursion
	all = p.newWrites()
	sum(all)
	delete(p.under, fn)
	all.recursion.Add(all.Letting)
	if p.lowest >= depth { // it is complete, and what waited for it calls the same
		all.Letting, all.recursion = all.recursion, foreign.Letting{}
		p.writes[fn] = all
		for _, other := range p.cut[inside:] {
			same := *all
			same.open = p.partial[other].open
			p.writes[other] = &same
			delete(p.partial, other)
		}
		p.cut, p.lowest = p.cut[:inside], lowest
		return all, all.open
	}
	all.Letting = foreign.Letting{}        // that its caller lets go of such a lock is not settled
	for _, other := range p.cut[inside:] { // what waited for it waits for an outer one
		p.partial[other].lowest = min(p.partial[other].lowest, p.lowest)
	}
	p.partial[fn] = &partial{all, p.lowest}
	p.cut = append(p.cut, fn)
	p.lowest = min(p.lowest, lowest)
	return all, all.open
}

// launchedWrites returns what the package's goroutines may change.
func (p *program) launchedWrites() *writes {
	if p.launched == nil {
		p.launched = p.newWrites()
		for _, call := range p.index.GoCalls {
			p.tally().call(p.launched, call)
		}
	}
	return p.launched
}
