package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/index"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says what code may change, a statement, a function or a call: by what
// memory it is, before anybody asks which variables lead there.

// writes is what some code may change, told by what memory it is rather than by
// where it is.
type writes struct {
	objects              // variables; and fields, of whatever struct value
	foreign.Letting      // other goroutines in
	elements        bool // of maps, slices, arrays
	items           bool // of slices and arrays
	bytes           bool // of slices of bytes
	pointees        bool // of pointers to anything but structs
	dynamic         bool // calls something that we can't name
	foreign         bool // calls a function of another package, which may set that one's variables
	anywhere        bool // whatever others have access to, by reflection
	open            bool // what a parameter holds whose type does not tell: of an interface, or generic
}

func (p *program) newWrites() *writes { return &writes{objects: objects{numbers: &p.numbers}} }

// changes reports whether a location may have been changed.
func (w *writes) changes(x *index.Index, l *location) bool {
	if w.has(l.root) || (w.foreign || w.dynamic) && l.root.Pkg() != nil && l.root.Pkg() != x.Pkg {
		return true
	}
	if !l.shared || w.anywhere {
		return l.shared
	}
	for p := l; p != nil; p = p.parent {
		switch {
		case p.field != nil:
			if w.changesField(x, p.field) || w.pointees && (x.PointedFields[p.field] || x.PointedBy.Has(p.typ)) {
				return true
			}
		case p.parent == nil:
		case p.reads != nil:
			if w.elements || w.items || w.bytes && p.reads.bytes || w.changesRead(x, p) {
				return true
			}
		case p.path[len(p.parent.path)] == '*':
			if _, isStruct := p.typ.Underlying().(*types.Struct); !isStruct && (w.pointees || w.storesPointed(x, p.typ)) {
				return true
			}
		case w.elements || syntax.IsList(p.parent.typ) && w.storesItem(p.typ) || w.pointees && (x.PointedInto.Has(p.typ) || x.PointedBy.Has(p.typ)):
			return true
		}
	}
	// A variable whose address somebody has.
	if _, isStruct := l.typ.Underlying().(*types.Struct); l.parent == nil && !isStruct {
		return w.pointees
	}
	return false
}

// storesPointed reports whether a field or element may have been set, by its own name, that a pointer to a type leads to.
func (w *writes) storesPointed(x *index.Index, t types.Type) bool {
	if (w.elements || w.storesItem(t)) && (x.PointedInto.Has(t) || x.PointedBy.Has(t)) {
		return true
	}
	for obj := range w.each {
		if v, ok := obj.(*types.Var); ok && v.IsField() && (x.PointedFields[v] || x.PointedBy.Has(t)) && types.Identical(v.Type(), t) {
			return true
		}
	}
	return false
}

// changesRead reports whether a field may have been changed that a lookup reads, as r.FormValue does r.Form: of
// an interface, as some frameworks have for a request, it may be any other package's.
func (w *writes) changesRead(x *index.Index, l *location) bool {
	if l.parent.typ != nil && types.IsInterface(l.parent.typ) {
		for obj := range w.each {
			if field, ok := obj.(*types.Var); ok && field.IsField() && field.Pkg() != x.Pkg {
				return true
			}
		}
		return false
	}
	for obj := range l.reads.each {
		if field, ok := obj.(*types.Var); ok && (w.changesField(x, field) || w.pointees && (x.PointedFields[field] || x.PointedBy.Has(field.Type()))) {
			return true
		}
	}
	return false
}

// changesField reports whether a field may have been changed, or one of another struct's type that is
// the same one.
func (w *writes) changesField(x *index.Index, field *types.Var) bool {
	if w.has(field) {
		return true
	}
	if x.LikeOthers[field] {
		for obj := range w.each {
			if other, ok := obj.(*types.Var); ok && x.LikeOthers[other] && other.Name() == field.Name() && types.Identical(other.Type(), field.Type()) {
				return true
			}
		}
	}
	return false
}

// store adds a store to a location.
func (w *writes) store(l *location) {
	switch {
	case l.field != nil:
		w.put(l.field)
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
		w.open = w.open || syntax.IsTypeParam(t)
	case *types.Struct:
		for i := range u.NumFields() {
			if field := u.Field(i).Origin(); w.put(field) {
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
			w.put(v)
			w.pointees = true
			w.storeType(v.Type())
		}
	case *ast.SelectorExpr:
		if v, ok := p.info.ObjectOf(x.Sel).(*types.Var); ok {
			w.put(v.Origin())
			w.storeType(v.Type())
		}
		if root := p.rootVar(x); root != nil {
			w.put(root)
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
		} else if l, ok := syntax.Underlying(p.info.TypeOf(x.X)).(interface{ Elem() types.Type }); ok {
			w.storeType(l.Elem()) // of all elements: clear, copy
		}
		if root := p.rootVar(x); root != nil {
			w.put(root)
		}
	}
}

// rootVar returns the variable that a path of fields and array elements starts
// at, if it does not lead through a pointer.
func (p *program) rootVar(x ast.Expr) *types.Var { return p.index.StoredVar(x) }

// reach adds all that somebody who holds a value of a type can change.
func (w *writes) reach(p *program, t types.Type) {
	if t == nil {
		return
	}
	r := p.reachable(t)
	w.add(r.writes)
	w.open = w.open || r.open
}

// A reachable is what somebody can change who holds a value of a type, and what types it leads to.
type reachable struct {
	*writes
	types map[types.Type]bool
}

func (p *program) reachable(t types.Type) reachable {
	r, ok := p.reachables[t]
	if !ok {
		r = reachable{p.newWrites(), make(map[types.Type]bool)}
		r.search(t)
		p.reachables[t] = r
	}
	return r
}

func (r reachable) search(t types.Type) {
	if t == nil || r.types[t] {
		return
	}
	r.types[t] = true
	switch u := t.Underlying().(type) {
	case *types.Interface:
		r.open = r.open || tellsNothing(t)
	case *types.Pointer:
		r.pointees = true
		r.storeType(u.Elem())
		r.search(u.Elem())
	case *types.Slice:
		r.elements, r.bytes = true, r.bytes || syntax.IsBytes(t)
		r.storeType(u.Elem())
		r.search(u.Elem())
	case *types.Map:
		r.elements = true
		r.search(u.Elem())
	case *types.Array:
		r.search(u.Elem())
	case *types.Struct:
		for f := range u.Fields() {
			r.search(f.Type())
		}
	}
}

// fill adds a store to what a pointer leads to.
func (w *writes) fill(t types.Type) {
	if p, ok := syntax.Underlying(t).(*types.Pointer); ok {
		w.pointees = true
		w.storeType(p.Elem())
		return
	}
	w.open = true
}

// add adds all but what is open.
func (w *writes) add(other *writes) {
	if other == nil {
		return
	}
	w.union(other.objects)
	w.elements = w.elements || other.elements
	w.items = w.items || other.items
	w.bytes = w.bytes || other.bytes
	w.pointees = w.pointees || other.pointees
	w.dynamic = w.dynamic || other.dynamic
	w.Letting.Add(other.Letting)
	w.foreign = w.foreign || other.foreign
	w.anywhere = w.anywhere || other.anywhere
}

// tellsNothing reports whether a value of an interface's type, or of a type
// parameter, may lead to whatever the caller has: nobody changes an error, or a
// context.
func tellsNothing(t types.Type) bool {
	if syntax.IsTypeParam(t) {
		return true
	}
	if named, ok := types.Unalias(t).(*types.Named); ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" {
		return false
	}
	return types.IsInterface(t) && !syntax.IsErrorInterface(t)
}

// changesHanded reports whether writes may change the part p of l, of which the
// callee has the address.
func (w *writes) changesHanded(x *index.Index, p, l *location) bool {
	if w.anywhere {
		return true
	}
	for q := p; ; q = q.parent {
		switch {
		case q.field != nil && w.changesField(x, q.field):
			return true
		case q == l:
			if _, isStruct := l.typ.Underlying().(*types.Struct); !isStruct && w.pointees {
				return true
			}
			return false
		case q.field == nil && (w.elements || w.items || w.pointees):
			return true
		}
	}
}

// effect returns what one body changes by itself.
func (p *program) effect(fn ast.Node, body *ast.BlockStmt) *bodyEffect {
	if own, ok := p.effects[fn]; ok {
		return own
	}
	own := &bodyEffect{writes: p.newWrites()}
	p.effects[fn] = own
	var visit func(n ast.Node) bool
	visit = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt: // whoever waits there, it is not this function
			before, calls := own.Letting, len(own.calls)
			ast.Inspect(n.Call, visit)
			own.Letting = before
			own.launched = append(own.launched, own.calls[calls:]...)
			own.calls = own.calls[:calls:calls]
			return false
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				own.storeOutside(p, lhs, fn)
			}
		case *ast.IncDecStmt:
			own.storeOutside(p, n.X, fn)
		case *ast.SendStmt, *ast.SelectStmt:
			own.Waits = true
		case *ast.UnaryExpr:
			own.Waits = own.Waits || n.Op == token.ARROW
		case *ast.RangeStmt:
			own.Waits = own.Waits || syntax.IsChan(p.info.TypeOf(n.X))
			if syntax.IsFunc(p.info.TypeOf(n.X)) {
				own.overs = append(own.overs, n.X)
			}
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
				} else if id, ok := ast.Unparen(arg).(*ast.Ident); ok {
					own.storeNamed(p, &ast.StarExpr{X: id}, fn)
				}
			}
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && p.handsReceiver(sel) {
				own.storeNamed(p, p.receiverPlace(sel), fn)
			}
		}
		return true
	}
	ast.Inspect(body, visit)
	return own
}

// A bodyEffect is what one body changes by itself, and what it calls.
type bodyEffect struct {
	*writes
	calls    []*ast.CallExpr
	launched []*ast.CallExpr // those that its goroutines make
	overs    []ast.Expr      // functions that it ranges over
}

func (b *bodyEffect) allCalls() []*ast.CallExpr { return slices.Concat(b.calls, b.launched) }

// storeOutside adds a store unless it is to a variable of the function itself.
func (b *bodyEffect) storeOutside(p *program, lhs ast.Expr, fn ast.Node) {
	if root := p.rootVar(lhs); root != nil && fn.Pos() <= root.Pos() && root.Pos() < fn.End() {
		if i := p.index.Vars[root]; i == nil || !i.Pointed {
			return
		}
	}
	b.storeExpr(p, lhs)
	b.storeNamed(p, lhs, fn)
}

// storeNamed adds the variable that a store changes, by a pointer that is another name for it,
// too, unless it is the function's own.
func (b *bodyEffect) storeNamed(p *program, lhs ast.Expr, fn ast.Node) {
	if v := p.index.PlaceOf(lhs); v != nil && (v.Pos() < fn.Pos() || v.Pos() >= fn.End()) {
		b.put(v)
	}
}

// receiverPlace returns what a selected method can store in.
func (p *program) receiverPlace(sel *ast.SelectorExpr) ast.Expr {
	if syntax.IsPointer(p.info.TypeOf(sel.X)) {
		return &ast.StarExpr{X: sel.X}
	}
	return sel.X
}

// handsReceiver reports whether a selected method gets the address of what it is selected of.
func (p *program) handsReceiver(sel *ast.SelectorExpr) bool {
	s := p.info.Selections[sel]
	if s == nil || s.Kind() != types.MethodVal {
		return false
	}
	recv := s.Obj().(*types.Func).Signature().Recv()
	return recv != nil && syntax.IsPointer(recv.Type())
}
