package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"math"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says what code may change, a statement, a function or a call: by what
// memory it is, before anybody asks which variables lead there.

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

// add adds all but what is open.
func (w *writes) add(other *writes) {
	if other == nil {
		return
	}
	for v := range other.fields {
		w.fields[v] = true
	}
	for v := range other.vars {
		w.vars[v] = true
	}
	w.elements = w.elements || other.elements
	w.pointees = w.pointees || other.pointees
	w.dynamic = w.dynamic || other.dynamic
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

// effect returns what one body changes by itself.
func (p *program) effect(fn ast.Node, body *ast.BlockStmt) *bodyEffect {
	if own, ok := p.effects[fn]; ok {
		return own
	}
	own := &bodyEffect{writes: newWrites()}
	p.effects[fn] = own
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
	return own
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
