package codeflow

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/types/typeutil"
)

// This file says what stores and calls do to locations other than the one that
// a statement names: memory that several names lead to, variables that closures
// assign, what a callee was handed the address of.

// overwrite forgets what other names may lead to the location l, which is stored
// to.
func (f *flow) overwrite(st *state, l *location, site ast.Node) {
	if !l.shared {
		return
	}
	w := newWrites()
	w.store(l)
	f.forgetWritten(st, w, site, l)
}

// storeElsewhere is overwrite for a store to a place that is no location.
func (f *flow) storeElsewhere(st *state, lhs ast.Expr, site ast.Node) {
	w := newWrites()
	w.storeExpr(f.p, lhs)
	f.forgetWritten(st, w, site, nil)
	// An element of an array or a map that is a variable.
	if x, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
		if l := f.locate(x.X); l != nil {
			f.forget(st, l, site, true)
		}
	}
}

// forget makes the parts of a location hold something unknown.
func (f *flow) forget(st *state, l *location, site ast.Node, butItself bool) {
	for _, p := range f.parts(l) {
		if p == l && butItself {
			continue
		}
		f.clear(st, p, site)
	}
}

// forgetWritten forgets the locations that writes may have changed.
func (f *flow) forgetWritten(st *state, w *writes, site ast.Node, but *location) {
	for _, l := range f.written(w) {
		if but == nil || !descends(l, but) {
			f.clear(st, l, site)
		}
	}
}

// written returns the locations that writes may have changed.
func (s *shape) written(w *writes) []*location {
	var all []*location
	for _, l := range s.sharedLocs {
		if w.changes(s.p.index, l) {
			all = append(all, l)
		}
	}
	vars := slices.Collect(maps.Keys(w.vars))
	slices.SortFunc(vars, func(a, b types.Object) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, v := range vars {
		for _, l := range s.byRoot[v] {
			if !l.shared {
				all = append(all, l)
			}
		}
	}
	return all
}

// writes is what some code may change, told by what memory it is rather than by
// where it is.
type writes struct {
	fields   map[*types.Var]bool // fields, of whatever struct value
	vars     map[types.Object]bool
	elements bool // of maps, slices, arrays
	pointees bool // of pointers to anything but structs
	dynamic  bool // calls something that we can't name
	open     bool // what a parameter holds whose type does not tell: of an interface, or generic
}

func newWrites() *writes {
	return &writes{fields: make(map[*types.Var]bool), vars: make(map[types.Object]bool)}
}

// changes reports whether a location may have been changed.
func (w *writes) changes(x *index, l *location) bool {
	if w.vars[l.root] {
		return true
	}
	if !l.shared {
		return false
	}
	for p := l; p != nil; p = p.parent {
		switch {
		case p.field != nil:
			if w.fields[p.field] || w.pointees && x.pointedFields[p.field] {
				return true
			}
		case p.parent == nil:
		case p.path[len(p.parent.path)] == '*':
			if _, isStruct := p.typ.Underlying().(*types.Struct); !isStruct && w.pointees {
				return true
			}
		case w.elements:
			return true
		}
	}
	// A variable whose address somebody has.
	if _, isStruct := l.typ.Underlying().(*types.Struct); l.parent == nil && !isStruct {
		return w.pointees
	}
	return false
}

// store adds a store to a location.
func (w *writes) store(l *location) {
	switch {
	case l.field != nil:
		w.fields[l.field] = true
	case l.parent == nil:
		w.pointees = true
	case l.path[len(l.parent.path)] == '*':
		w.pointees = true
	default:
		w.elements = true
	}
	w.storeType(l.typ)
}

// storeType adds a store of a whole value of a type: to all the fields in it.
func (w *writes) storeType(t types.Type) {
	if t == nil {
		return // ill-typed
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		w.open = w.open || isTypeParam(t)
	case *types.Struct:
		for i := range u.NumFields() {
			field := u.Field(i).Origin()
			if !w.fields[field] {
				w.fields[field] = true
				w.storeType(field.Type())
			}
		}
	case *types.Array:
		w.elements = true
		w.storeType(u.Elem())
	}
}

// storeExpr adds a store to what an expression names.
func (w *writes) storeExpr(p *program, lhs ast.Expr) {
	switch x := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		if v, ok := p.info.ObjectOf(x).(*types.Var); ok {
			w.vars[v] = true
			w.pointees = true
			w.storeType(v.Type())
		}
	case *ast.SelectorExpr:
		if v, ok := p.info.ObjectOf(x.Sel).(*types.Var); ok {
			if v.IsField() {
				w.fields[v.Origin()] = true
			} else {
				w.vars[v] = true
			}
			w.storeType(v.Type())
		}
		if root := p.rootVar(x); root != nil {
			w.vars[root] = true
		}
	case *ast.StarExpr:
		w.pointees = true
		if t := p.info.TypeOf(x); t != nil {
			w.storeType(t)
		}
	case *ast.IndexExpr:
		w.elements = true
		if t := p.info.TypeOf(x); t != nil {
			w.storeType(t)
		}
		if root := p.rootVar(x); root != nil {
			w.vars[root] = true
		}
	}
}

// rootVar returns the variable that a path of fields and array elements starts
// at, if it does not lead through a pointer.
func (p *program) rootVar(x ast.Expr) *types.Var { return (&indexer{info: p.info}).storedVar(x) }

// reach adds all that somebody who holds a value of a type can change.
func (w *writes) reach(t types.Type, seen map[types.Type]bool) {
	if t == nil || seen[t] {
		return
	}
	seen[t] = true
	switch u := t.Underlying().(type) {
	case *types.Interface:
		w.open = w.open || tellsNothing(t)
	case *types.Pointer:
		w.pointees = true
		w.storeType(u.Elem())
		w.reach(u.Elem(), seen)
	case *types.Slice:
		w.elements = true
		w.storeType(u.Elem())
		w.reach(u.Elem(), seen)
	case *types.Map:
		w.elements = true
		w.reach(u.Elem(), seen)
	case *types.Array:
		w.reach(u.Elem(), seen)
	case *types.Struct:
		for i := range u.NumFields() {
			w.reach(u.Field(i).Type(), seen)
		}
	}
}

func (w *writes) add(other *writes) {
	for v := range other.fields {
		w.fields[v] = true
	}
	for v := range other.vars {
		w.vars[v] = true
	}
	w.elements = w.elements || other.elements
	w.pointees = w.pointees || other.pointees
	w.dynamic = w.dynamic || other.dynamic
	w.open = w.open || other.open
}

// tellsNothing reports whether a value of an interface's type, or of a type
// parameter, may lead to whatever the caller has: nobody changes an error, or a
// context.
func tellsNothing(t types.Type) bool {
	if isTypeParam(t) {
		return true
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" {
		return false
	}
	return types.IsInterface(t) && !isErrorInterface(t)
}

// harmless are the packages whose functions leave their arguments as they are,
// but for those that scan into them.
var harmless = map[string]bool{
	"fmt": true, "log": true, "log/slog": true, "errors": true, "strings": true, "strconv": true,
	"time": true, "math": true, "bytes": true, "unicode": true, "unicode/utf8": true, "context": true,
	"os": true, "regexp": true, "math/rand": true, "math/rand/v2": true, "net/url": true, "path": true,
	"testing": true, "cmp": true, "sync/atomic": true,
	"github.com/errcodelint/errcodelint/codes": true,
	"go.uber.org/zap":                          true, "github.com/rs/zerolog": true, "github.com/rs/zerolog/log": true,
	"github.com/sirupsen/logrus": true, "github.com/pkg/errors": true,
	"github.com/prometheus/client_golang/prometheus": true,
}

// isHarmless reports whether a function neither changes its arguments nor calls
// back.
func isHarmless(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return fn.Name() == "Error" // error's own method
	}
	return harmless[fn.Pkg().Path()] && !hasPrefix(fn.Name(), "Scan", "Sscan", "Fscan", "Unmarshal", "AfterFunc", "Func", "Store", "Swap", "CompareAndSwap", "Add")
}

func hasPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if len(s) >= len(p) && s[:len(p)] == p {
			return true
		}
	}
	return false
}

// A callEffect is what a call may change.
type callEffect struct {
	none    bool // it changes nothing
	others  bool // it lets other goroutines in
	all     bool // see letsIn
	own     bool // all that it does is known
	writes  *writes
	written []*location // what of this function it may have changed
	known   int         // how many locations were known when that was found
}

// effects forgets what a call may have changed.
func (f *flow) effects(st *state, call *ast.CallExpr) {
	c := f.effectOf(call)
	switch {
	case c.others:
		f.others(st, call, c.all)
	case !c.none:
		f.handed(st, call, c.writes, c.own)
		for _, l := range f.writtenBy(call, c) {
			f.clear(st, l, call)
		}
	}
}

func (s *shape) effectOf(call *ast.CallExpr) *callEffect {
	c := s.callEffects[call]
	if c != nil {
		return c
	}
	c = &callEffect{known: -1}
	s.callEffects[call] = c
	fn, _ := typeutil.Callee(s.p.info, call).(*types.Func)
	ours := fn != nil && s.p.index.decls[fn.Origin()] != nil
	if fn != nil && fn.Pkg() != nil && !ours {
		if all, ok := letsIn[fn.FullName()]; ok {
			c.others, c.all = true, all
			return c
		}
	}
	if fn != nil && !ours && s.p.isQuiet(fn.Origin()) && !s.handsFunction(call) {
		c.none = true
		return c
	}
	c.writes = newWrites()
	s.p.callWrites(c.writes, call, make(map[ast.Node]*writes))
	c.own = ours && !c.writes.dynamic
	return c
}

// writtenBy returns the locations that a call may have changed, by itself or by
// the literals that it may run.
func (s *shape) writtenBy(call *ast.CallExpr, c *callEffect) []*location {
	if c.known != len(s.order) {
		w := newWrites()
		w.add(c.writes)
		s.closures(w, call)
		c.known, c.written = len(s.order), s.written(w)
	}
	return c.written
}

// letsIn are the functions at which other goroutines may be let in, that may have
// changed what both have access to: with true also what only a variable of this
// function leads to, since a lock is there to share that.
var letsIn = map[string]bool{
	"(*sync.Mutex).Lock": true, "(*sync.Mutex).Unlock": true, "(*sync.Mutex).TryLock": true,
	"(*sync.RWMutex).Lock": true, "(*sync.RWMutex).Unlock": true,
	"(*sync.RWMutex).RLock": true, "(*sync.RWMutex).RUnlock": true,
	"(sync.Locker).Lock": true, "(sync.Locker).Unlock": true,
	"(*sync.WaitGroup).Wait": true, "(*sync.Cond).Wait": true, "(*sync.Once).Do": true,
	"(*golang.org/x/sync/errgroup.Group).Wait": true,
	"time.Sleep": false, "runtime.Gosched": false,
}

// others forgets what other goroutines may have changed while this one waited.
func (f *flow) others(st *state, site ast.Node, all bool) {
	for _, l := range f.sharedLocs {
		v, ok := l.root.(*types.Var)
		if !ok {
			continue
		}
		_, parameter := f.parameter(v)
		if all || parameter || f.foreign(v) || v.Parent() == nil || v.Pkg() != f.e.pass.Pkg || v.Parent() == v.Pkg().Scope() {
			f.clear(st, l, site)
		}
	}
}

// unknownCall forgets what code that we know nothing of may have changed.
func (f *flow) unknownCall(st *state, call *ast.CallExpr) {
	w := newWrites()
	w.dynamic = true
	f.closures(w, call)
	f.forgetWritten(st, w, f.node, nil)
}

func (s *shape) handsFunction(call *ast.CallExpr) bool {
	for _, arg := range call.Args {
		if isFunc(s.typeOf(arg)) {
			return true
		}
	}
	return false
}

// handed forgets the variables whose address a call gets.
func (f *flow) handed(st *state, call *ast.CallExpr, w *writes, own bool) {
	operands := call.Args
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && f.e.info.Selections[sel] != nil {
		if fn, ok := f.e.info.ObjectOf(sel.Sel).(*types.Func); ok && fn.Signature().Recv() != nil && isPointer(fn.Signature().Recv().Type()) && !isPointer(f.typeOf(sel.X)) {
			f.forgetHanded(st, f.locate(sel.X), call, w, own)
		}
	}
	for _, arg := range operands {
		addr, ok := ast.Unparen(arg).(*ast.UnaryExpr)
		if ok && addr.Op == token.AND {
			f.forgetHanded(st, f.locate(addr.X), call, w, own)
			continue
		}
		// A pointer that is another name for a variable.
		if l := f.locate(arg); l != nil && l.typ != nil && isPointer(l.typ) {
			f.forgetHanded(st, f.pointee(l), call, w, own)
		}
	}
}

func (f *flow) forgetHanded(st *state, l *location, site ast.Node, w *writes, own bool) {
	if l == nil {
		return
	}
	for _, p := range f.parts(l) {
		if own && !w.changesHanded(p, l) {
			continue
		}
		f.clear(st, p, site)
	}
}

// changesHanded reports whether writes may change the part p of l, of which the
// callee has the address.
func (w *writes) changesHanded(p, l *location) bool {
	for q := p; ; q = q.parent {
		switch {
		case q.field != nil && w.fields[q.field]:
			return true
		case q == l:
			if _, isStruct := l.typ.Underlying().(*types.Struct); !isStruct && w.pointees {
				return true
			}
			return false
		case q.field == nil && (w.elements || w.pointees):
			return true
		}
	}
}

// closures adds the variables that the call may change by a literal of this
// function that it runs.
func (s *shape) closures(w *writes, call *ast.CallExpr) {
	for _, v := range s.elsewhere {
		i := s.p.index.vars[v]
		if s.foreign(v) && w.dynamic {
			w.vars[v] = true // a variable of the function around: whoever is called may be its closure
		}
		for _, lit := range i.writers {
			if ast.Node(lit) != s.node && s.mayRun(lit, call, w) {
				w.vars[v] = true
			}
		}
	}
}

// mayRun reports whether a call may run a literal.
func (s *shape) mayRun(lit *ast.FuncLit, call *ast.CallExpr, w *writes) bool {
	for l := lit; l != nil; {
		if call != nil && call.Pos() <= l.Pos() && l.End() <= call.End() {
			return true
		}
		switch s.p.index.usage[l] {
		case handedOn, passed:
			return true
		case calledHere:
			if w.dynamic {
				return true
			}
		}
		if call != nil && s.p.literalOf(call) == l {
			return true
		}
		outer, ok := s.p.index.outer[l].(*ast.FuncLit)
		if !ok || ast.Node(outer) == s.node {
			break
		}
		l = outer
	}
	return false
}

// callWrites adds what a call may change in memory that others have access to.
func (p *program) callWrites(w *writes, call *ast.CallExpr, seen map[ast.Node]*writes) {
	if p.info.Types[call.Fun].IsType() {
		return
	}
	for _, arg := range call.Args {
		if lit, ok := ast.Unparen(arg).(*ast.FuncLit); ok {
			p.bodyWrites(w, lit, lit.Body, seen)
		}
	}
	switch fn := typeutil.Callee(p.info, call).(type) {
	case *types.Builtin:
		if (fn.Name() == "copy" || fn.Name() == "delete" || fn.Name() == "clear") && len(call.Args) > 0 {
			w.storeExpr(p, &ast.IndexExpr{X: call.Args[0]})
		}
		return
	case *types.Func:
		if decl := p.index.decls[fn.Origin()]; decl != nil {
			if decl.Body == nil {
				w.dynamic = true
				return
			}
			p.calleeWrites(w, call, decl, decl.Body, fn.Origin().Signature(), seen)
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
			p.calleeWrites(w, call, lit, lit.Body, sig, seen)
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
		if t != nil && !isPointer(t) {
			w.storeType(t)
		}
	}
}

// calleeWrites adds what a callee of the package may change.
func (p *program) calleeWrites(w *writes, call *ast.CallExpr, fn ast.Node, body *ast.BlockStmt, sig *types.Signature, seen map[ast.Node]*writes) {
	own := newWrites()
	p.bodyWrites(own, fn, body, seen)
	if own.open && sig != nil {
		own.open = false
		p.handOver(own, sig, call)
	}
	w.add(own)
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

// bodyWrites adds what a function's body may change. What the functions seen on the
// way change is in seen; nil as long as that is being found out.
func (p *program) bodyWrites(w *writes, fn ast.Node, body *ast.BlockStmt, seen map[ast.Node]*writes) {
	if all, ok := seen[fn]; ok {
		if all == nil { // a recursion: the function that it began with has all of it
			w.open = true
			return
		}
		w.add(all)
		return
	}
	seen[fn] = nil
	own, ok := p.writes[fn]
	if !ok {
		own = &bodyEffect{writes: newWrites()}
		p.writes[fn] = own
		ast.Inspect(body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, lhs := range n.Lhs {
					own.storeOutside(p, lhs, fn)
				}
			case *ast.IncDecStmt:
				own.storeOutside(p, n.X, fn)
			case *ast.RangeStmt:
				for _, x := range []ast.Expr{n.Key, n.Value} {
					if x != nil {
						own.storeOutside(p, x, fn)
					}
				}
			case *ast.CallExpr:
				own.calls = append(own.calls, n)
				if looksFor(p.info, n) && len(n.Args) == 2 && p.isLocal(n.Args[1], fn) {
					break
				}
				for _, arg := range n.Args {
					if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && addr.Op == token.AND {
						own.storeOutside(p, addr.X, fn)
					}
				}
			}
			return true
		})
	}
	all := newWrites()
	all.add(own.writes)
	for _, call := range own.calls {
		p.callWrites(all, call, seen)
	}
	seen[fn] = all
	w.add(all)
}

// A bodyEffect is what one body changes by itself, and what it calls.
type bodyEffect struct {
	*writes
	calls []*ast.CallExpr
}

// storeOutside adds a store unless it is to a variable of the function itself.
func (b *bodyEffect) storeOutside(p *program, lhs ast.Expr, fn ast.Node) {
	if root := p.rootVar(lhs); root != nil && fn.Pos() <= root.Pos() && root.Pos() < fn.End() {
		if i := p.index.vars[root]; i == nil || !i.pointed {
			return
		}
	}
	b.storeExpr(p, lhs)
}
