package effects

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
	*Effects
	under   map[ast.Node]int      // the functions that are being added up, by depth
	partial map[ast.Node]*partial // those that a recursion cut short
	cut     []ast.Node            // the same, in the order in which they were added up
	lowest  int                   // depth of the outermost function that one led back to
}

// A partial is what a function may change but for what an outer one does, which
// is being added up still.
type partial struct {
	*Writes
	lowest int // that one's depth
}

func (e *Effects) tally() *tally {
	return &tally{Effects: e, under: make(map[ast.Node]int), partial: make(map[ast.Node]*partial), lowest: noRecursion}
}

const noRecursion = math.MaxInt

// call adds what a call may change in memory that others have access to.
func (t *tally) call(w *Writes, call *ast.CallExpr) {
	if t.info.Types[call.Fun].IsType() {
		return
	}
	t.literals(w, call)
	switch fn := typeutil.Callee(t.info, call).(type) {
	case *types.Builtin:
		if (fn.Name() == "copy" || fn.Name() == "delete" || fn.Name() == "clear") && len(call.Args) > 0 {
			w.Store(&ast.IndexExpr{X: call.Args[0]})
		}
		t.Appends(w, call)
		return
	case *types.Func:
		if decl := t.index.Decls[fn.Origin()]; decl != nil {
			if decl.Body == nil {
				w.Dynamic = true
				return
			}
			t.callee(w, call, decl, decl.Body, fn.Origin().Signature())
			return
		}
		w.Letting.Add(t.letting(fn))
		t.handed(w, call)
		if g := t.hiddenMethods(call); g != nil {
			open := w.Open
			t.any(w, g)
			w.Open = open
		}
		if looksFor(t.info, call) && len(call.Args) == 2 {
			if _, ok := ast.Unparen(call.Args[1]).(*ast.UnaryExpr); !ok { // of that, see effect
				w.fill(t.info.TypeOf(call.Args[1]))
			}
			return
		}
		if t.isQuiet(fn.Origin()) {
			w.bytes = w.bytes || foreign.Fills(fn)
			t.parameters(w, call) // it may write to what keeps something of that
			return
		}
		w.foreign, w.Anywhere = true, w.Anywhere || t.reflects(call, fn)
		if g := t.passedOut(fn.Pkg()); g != nil {
			open := w.Open
			t.any(w, g)
			w.Open = open
		}
		// An interface's method may be any type's: what it can reach are its
		// arguments, and what those of the package's types do.
		if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
			t.methods(w, fn)
		}
	default:
		if lit := t.index.LiteralOf(call); lit != nil {
			sig, _ := t.info.TypeOf(lit).(*types.Signature)
			t.callee(w, call, lit, lit.Body, sig)
			return
		}
		w.Dynamic = true
		t.functions(w, t.info.TypeOf(call.Fun))
		t.handed(w, call)
	}
	for _, arg := range call.Args {
		w.Reach(t.info.TypeOf(arg))
		if !syntax.IsFuncLit(arg) { // of which it is known what it does
			t.callbacks(w, t.info.TypeOf(arg))
		}
	}
	t.parameters(w, call)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && t.info.Selections[sel] != nil {
		on := t.info.TypeOf(sel.X)
		w.Reach(on)
		t.callbacks(w, on)
		if on != nil && !syntax.IsPointer(on) {
			w.StoreType(on)
		}
	}
}

// literals adds what the literals may change that a call gets.
func (t *tally) literals(w *Writes, call *ast.CallExpr) {
	for _, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			t.body(w, lit, lit.Body)
		}
	}
}

// handed adds what the functions may change that a call gets by their names.
func (t *tally) handed(w *Writes, call *ast.CallExpr) {
	for _, arg := range call.Args {
		if !syntax.IsFuncLit(arg) {
			t.functions(w, t.info.TypeOf(arg))
		}
	}
}

// callbacks adds what the package's functions and methods may change that somebody can call who holds
// a value of a type: those that its fields hold, and those of the interfaces in it.
func (t *tally) callbacks(w *Writes, of types.Type) {
	if g := t.callbacksOf(of); g != nil {
		t.any(w, g)
	}
}

// parameters is callbacks for what a call's callee takes, but for functions: those are what the arguments are.
func (t *tally) parameters(w *Writes, call *ast.CallExpr) {
	if sig := syntax.CalledSignature(t.info, call.Fun); sig != nil {
		for v := range sig.Params().Variables() {
			if !syntax.IsFunc(v.Type()) {
				t.callbacks(w, v.Type())
			}
		}
	}
}

// functions adds what the package's functions may change that a value of a function's type can
// be.
func (t *tally) functions(w *Writes, of types.Type) {
	if sig := syntax.SignatureOf(of); sig != nil {
		t.any(w, t.functionsOf(sig))
	}
}

// methods adds what the package's methods may change that an interface's method can be.
func (t *tally) methods(w *Writes, method *types.Func) { t.any(w, t.methodsOf(method.Name())) }

// any adds what the functions of a group may change.
func (t *tally) any(w *Writes, g *group) {
	all, open := t.once(g, func(all *Writes) {
		for _, f := range g.members {
			if f.by != nil {
				t.made(all, f.by)
			} else {
				t.body(all, f.node, f.body)
			}
		}
	})
	w.Add(all)
	w.Open = w.Open || open
}

// made adds what a function may change that a call of another package's has made: whatever the call may.
func (t *tally) made(w *Writes, call *ast.CallExpr) {
	if fn, ok := typeutil.Callee(t.info, call).(*types.Func); ok && fn.Pkg() != nil && foreign.OnlyIterates(fn.Pkg()) {
		t.literals(w, call)
		t.handed(w, call)
		return
	}
	t.call(w, call)
}

// callee adds what a callee of the package may change.
func (t *tally) callee(w *Writes, call *ast.CallExpr, fn ast.Node, body *ast.BlockStmt, sig *types.Signature) {
	all, open := t.all(fn, body)
	w.Add(all)
	if open && sig != nil {
		t.handOver(w, sig, call)
	} else {
		w.Open = w.Open || open
	}
}

// handOver adds what a callee may change in what its caller hands over for
// parameters whose types do not tell.
func (e *Effects) handOver(w *Writes, sig *types.Signature, call *ast.CallExpr) {
	args := call.Args
	if syntax.IsMethodExpr(e.info, call) {
		w.Reach(e.info.TypeOf(args[0]))
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
		w.Reach(e.info.TypeOf(arg))
	}
}

func isGeneric(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.TypeArgs().Len() > 0
}

// body adds what a function's body may change.
func (t *tally) body(w *Writes, fn ast.Node, body *ast.BlockStmt) {
	all, open := t.all(fn, body)
	w.Add(all)
	w.Open = w.Open || open
}

// all returns what a function's body may change, but for what is open there.
func (t *tally) all(fn ast.Node, body *ast.BlockStmt) (all *Writes, open bool) {
	return t.once(fn, func(all *Writes) {
		own := t.Effects.body(fn, body)
		all.Add(own.Writes)
		all.Open = own.Open
		for _, call := range own.launched {
			t.call(all, call)
		}
		all.Letting, all.recursion = own.Letting, foreign.Letting{}
		for _, call := range own.calls {
			t.call(all, call)
		}
		for _, x := range own.overs {
			t.iterates(all, x)
		}
		all.Settle()
	})
}

// once adds up what a function, or one of a group, may change, unless that is done or under way.
func (t *tally) once(fn ast.Node, sum func(all *Writes)) (all *Writes, open bool) {
	if all := t.writes[fn]; all != nil {
		return all, all.Open
	}
	if depth, ok := t.under[fn]; ok { // a recursion: the function that it began with has all of it
		t.lowest = min(t.lowest, depth)
		return nil, true
	}
	if part, ok := t.partial[fn]; ok {
		t.lowest = min(t.lowest, part.lowest)
		return part.Writes, part.Open
	}
	depth, lowest, inside := len(t.under), t.lowest, len(t.cut)
	t.under[fn], t.lowest = depth, noRecursion
	all = t.New()
	sum(all)
	delete(t.under, fn)
	all.recursion.Add(all.Letting)
	if t.lowest >= depth { // it is complete, and what waited for it calls the same
		all.Letting, all.recursion = all.recursion, foreign.Letting{}
		t.writes[fn] = all
		for _, other := range t.cut[inside:] {
			same := *all
			same.Open = t.partial[other].Open
			t.writes[other] = &same
			delete(t.partial, other)
		}
		t.cut, t.lowest = t.cut[:inside], lowest
		return all, all.Open
	}
	all.Letting = foreign.Letting{}        // that its caller lets go of such a lock is not settled
	for _, other := range t.cut[inside:] { // what waited for it waits for an outer one
		t.partial[other].lowest = min(t.partial[other].lowest, t.lowest)
	}
	t.partial[fn] = &partial{all, t.lowest}
	t.cut = append(t.cut, fn)
	t.lowest = min(t.lowest, lowest)
	return all, all.Open
}

// Launched returns what the package's goroutines may change.
func (e *Effects) Launched() *Writes {
	if e.launched == nil {
		e.launched = e.All(e.index.GoCalls...)
	}
	return e.launched
}
