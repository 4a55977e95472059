package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// An index is what one walk over a package tells about its functions and
// variables, whatever the flow of control.
type index struct {
	decls    map[*types.Func]*ast.FuncDecl
	calls    map[*types.Func][]site // where a function of the package is called
	valued   map[*types.Func]bool   // used other than by calling it
	dynamic  map[string]bool        // names of methods that are called through an interface
	outer    map[*ast.FuncLit]ast.Node
	usage    map[*ast.FuncLit]usage
	vars     map[*types.Var]*variable
	funcVars map[*types.Var]*ast.FuncLit // variables that hold just that literal

	pointedFields map[*types.Var]bool // whose address is taken somewhere
}

// A site is a call, and the function around it: nil for a package's variable.
type site struct {
	call *ast.CallExpr
	in   ast.Node // *ast.FuncDecl or *ast.FuncLit
}

// usage is what a function literal is used for.
type usage int

const (
	handedOn usage = iota // somebody may call it at any time after
	calledHere
	deferred
	started // by a go statement
	passed  // as an argument
)

// A variable is what the index knows of a variable.
type variable struct {
	owner   ast.Node       // the function that declares it; nil for a package's
	stores  int            // assignments after its declaration
	last    token.Pos      // the last of them
	writers []*ast.FuncLit // literals that assign it but do not declare it
	pointed bool           // somebody may hold its address
	init    ast.Expr       // what it is declared with
	leaks   bool           // of a map, list or pointer: it is copied, or changed
	alias   ast.Expr       // of a pointer that is &x and nothing else ever: x
	aliased *types.Var     // the variable that x is, or is a part of
	named   bool           // a pointer is another name for it, or for a part
	goes    bool           // a goroutine may assign it
}

func newIndex(info *types.Info, files []*ast.File) *index {
	x := &index{
		decls:    make(map[*types.Func]*ast.FuncDecl),
		calls:    make(map[*types.Func][]site),
		valued:   make(map[*types.Func]bool),
		dynamic:  make(map[string]bool),
		outer:    make(map[*ast.FuncLit]ast.Node),
		usage:    make(map[*ast.FuncLit]usage),
		vars:     make(map[*types.Var]*variable),
		funcVars: make(map[*types.Var]*ast.FuncLit),

		pointedFields: make(map[*types.Var]bool),
	}
	w := &indexer{index: x, info: info, called: make(map[*ast.Ident]bool)}
	for _, file := range files {
		ast.PreorderStack(file, nil, w.visit)
	}
	x.finish()
	return x
}

func (x *index) variable(v *types.Var) *variable {
	i, ok := x.vars[v]
	if !ok {
		i = &variable{}
		x.vars[v] = i
	}
	return i
}

// finish draws the conclusions that need the whole walk.
func (x *index) finish() {
	for v, lit := range x.funcVars {
		if lit == nil || x.variable(v).stores > 0 || x.variable(v).pointed {
			delete(x.funcVars, v)
			if lit != nil {
				x.usage[lit] = handedOn
			}
		}
	}
	for _, i := range x.vars {
		if i.aliased != nil && (i.leaks || i.stores > 0 || i.pointed) {
			x.variable(i.aliased).pointed = true
		}
	}
	for _, i := range x.vars {
		if i.stores > 0 || i.pointed {
			i.alias = nil
		}
		for _, lit := range i.writers {
			for fn := ast.Node(lit); fn != nil && fn != i.owner; {
				l, ok := fn.(*ast.FuncLit)
				if !ok {
					break
				}
				i.goes = i.goes || x.usage[l] == started
				fn = x.outer[l]
			}
		}
	}
}

// An indexer fills an index.
type indexer struct {
	*index
	info   *types.Info
	called map[*ast.Ident]bool
}

func enclosing(stack []ast.Node) ast.Node {
	for i := len(stack) - 1; i >= 0; i-- {
		switch stack[i].(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return stack[i]
		}
	}
	return nil
}

func (w *indexer) visit(n ast.Node, stack []ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if fn, ok := w.info.Defs[n.Name].(*types.Func); ok {
			w.decls[fn] = n
		}
	case *ast.FuncLit:
		w.outer[n] = enclosing(stack)
		w.usage[n] = w.usageOf(n, stack)
	case *ast.CallExpr:
		w.call(n, enclosing(stack))
	case *ast.SelectorExpr:
		w.method(n, stack)
	case *ast.Ident:
		w.name(n, stack)
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			var rhs ast.Expr
			if len(n.Lhs) == len(n.Rhs) {
				rhs = n.Rhs[i]
			}
			w.assign(lhs, rhs, stack)
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Names) == len(n.Values) {
				w.assign(name, n.Values[i], stack)
			}
		}
	case *ast.IncDecStmt:
		w.assign(n.X, nil, stack)
	case *ast.RangeStmt:
		for _, e := range []ast.Expr{n.Key, n.Value} {
			if e != nil {
				w.assign(e, nil, stack)
			}
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			w.address(n, stack)
		}
	}
	return true
}

// name notes what a name is used for.
func (w *indexer) name(id *ast.Ident, stack []ast.Node) {
	switch obj := w.info.Uses[id].(type) {
	case nil:
		if v, ok := w.info.Defs[id].(*types.Var); ok && !v.IsField() {
			w.variable(v).owner = enclosing(stack)
		}
	case *types.Func:
		if !w.called[id] {
			w.valued[obj.Origin()] = true
		}
	case *types.Var:
		if lit := w.funcVars[obj]; lit != nil && !w.called[id] {
			w.usage[lit] = handedOn
		}
		switch {
		case obj.IsField():
		case isContainer(obj.Type()) && !w.onlyReads(id, stack), syntax.IsPointer(obj.Type()) && copiesPointer(stackTop(stack)):
			w.variable(obj).leaks = true
		}
	}
}

// copiesPointer reports whether a pointer that stands right below n gets another
// name.
func copiesPointer(n ast.Node) bool {
	switch n.(type) {
	case *ast.StarExpr, *ast.SelectorExpr, *ast.CallExpr, *ast.BinaryExpr, *ast.ParenExpr:
		return false
	}
	return true
}

func isContainer(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Map, *types.Slice, *types.Array:
		return true
	}
	return false
}

// readers are the functions that only read a container that they get.
var readers = map[string]bool{
	"slices.Contains": true, "slices.Index": true, "slices.Equal": true,
	"maps.Keys": true, "maps.Values": true, "slices.Values": true, "strings.Join": true,
}

// onlyReads reports whether a use of a container leaves it as it is.
func (w *indexer) onlyReads(id *ast.Ident, stack []ast.Node) bool {
	var e ast.Expr = id
	if sel, ok := stackTop(stack).(*ast.SelectorExpr); ok && sel.Sel == id { // another package's
		e, stack = sel, stack[:len(stack)-1]
	}
	switch p := stackTop(stack).(type) {
	case *ast.IndexExpr:
		if p.X != e || len(stack) < 2 {
			return false
		}
		switch outer := stack[len(stack)-2].(type) {
		case *ast.AssignStmt:
			for _, lhs := range outer.Lhs {
				if ast.Unparen(lhs) == ast.Expr(p) {
					return false
				}
			}
		case *ast.IncDecStmt:
			return false
		case *ast.UnaryExpr:
			return outer.Op != token.AND
		case *ast.SelectorExpr, *ast.IndexExpr: // a part of the element may be stored to
			return isBasicOrStruct(w.info.TypeOf(p)) && !w.isStored(outer.(ast.Expr), stack[:len(stack)-2])
		}
		return true
	case *ast.RangeStmt:
		return p.X == e
	case *ast.CallExpr:
		switch fn := typeutil.Callee(w.info, p).(type) {
		case *types.Builtin:
			return fn.Name() == "len" || fn.Name() == "cap"
		case *types.Func:
			return readers[fn.FullName()]
		}
	}
	return false
}

func isBasicOrStruct(t types.Type) bool {
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Basic, *types.Struct:
		return true
	}
	return false
}

// isStored reports whether e is on the left of an assignment.
func (w *indexer) isStored(e ast.Expr, stack []ast.Node) bool {
	for i := len(stack) - 1; i >= 0; i-- {
		switch p := stack[i].(type) {
		case *ast.SelectorExpr:
			e = p
		case *ast.IndexExpr:
			e = p
		case *ast.AssignStmt:
			for _, lhs := range p.Lhs {
				if lhs == e {
					return true
				}
			}
			return false
		case *ast.UnaryExpr:
			return p.Op == token.AND
		default:
			return false
		}
	}
	return false
}

func (w *indexer) usageOf(lit *ast.FuncLit, stack []ast.Node) usage {
	for i := len(stack) - 1; i >= 0; i-- {
		switch p := stack[i].(type) {
		case *ast.ParenExpr:
			continue
		case *ast.CallExpr:
			if ast.Unparen(p.Fun) != ast.Expr(lit) {
				return passed
			}
			if i > 0 {
				switch stack[i-1].(type) {
				case *ast.GoStmt:
					return started
				case *ast.DeferStmt:
					return deferred
				}
			}
			return calledHere
		case *ast.AssignStmt:
			for j, rhs := range p.Rhs {
				if ast.Unparen(rhs) == ast.Expr(lit) && len(p.Lhs) == len(p.Rhs) {
					return w.holds(p.Lhs[j], lit)
				}
			}
		case *ast.ValueSpec:
			for j, rhs := range p.Values {
				if ast.Unparen(rhs) == ast.Expr(lit) && len(p.Names) == len(p.Values) {
					return w.holds(p.Names[j], lit)
				}
			}
		}
		break
	}
	return handedOn
}

// holds notes that a variable holds a literal.
func (w *indexer) holds(lhs ast.Expr, lit *ast.FuncLit) usage {
	id, ok := ast.Unparen(lhs).(*ast.Ident)
	if !ok {
		return handedOn
	}
	v, ok := w.info.ObjectOf(id).(*types.Var)
	if !ok || v.IsField() || v.Exported() {
		return handedOn
	}
	if _, again := w.funcVars[v]; again {
		w.funcVars[v] = nil
		return handedOn
	}
	w.funcVars[v] = lit
	return calledHere
}

func (w *indexer) call(call *ast.CallExpr, in ast.Node) {
	if id := syntax.CalledName(call.Fun); id != nil {
		w.called[id] = true
	}
	fn, ok := typeutil.Callee(w.info, call).(*types.Func)
	if !ok {
		return
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if s := w.info.Selections[sel]; s != nil && types.IsInterface(s.Recv()) {
			w.dynamic[fn.Name()] = true
		}
	}
	w.calls[fn.Origin()] = append(w.calls[fn.Origin()], site{call, in})
}

// method notes a method that gets the address of the variable that it is
// selected of.
func (w *indexer) method(sel *ast.SelectorExpr, stack []ast.Node) {
	s := w.info.Selections[sel]
	if s == nil || s.Kind() != types.MethodVal || syntax.IsPointer(s.Recv()) || types.IsInterface(s.Recv()) {
		return
	}
	fn, ok := s.Obj().(*types.Func)
	if !ok || fn.Signature().Recv() == nil || !syntax.IsPointer(fn.Signature().Recv().Type()) {
		return
	}
	if call, ok := stackTop(stack).(*ast.CallExpr); ok && ast.Unparen(call.Fun) == ast.Expr(sel) {
		w.handed(sel.X, stack)
	} else if v := w.storedVar(sel.X); v != nil {
		w.variable(v).pointed = true
	}
}

// assign notes a store to a variable, or to a part of what it holds.
func (w *indexer) assign(lhs, rhs ast.Expr, stack []ast.Node) {
	v := w.storedVar(lhs)
	if v == nil {
		return
	}
	i := w.variable(v)
	id, whole := ast.Unparen(lhs).(*ast.Ident)
	if whole && w.info.Defs[id] == v {
		i.owner = enclosing(stack)
		i.init = rhs
		if addr, ok := unparenAddress(rhs); ok && w.storedVar(addr.X) != nil {
			i.alias, i.aliased = addr.X, w.storedVar(addr.X) // what it names stays the same place
		}
		return
	}
	if !whole || !isFuncLit(rhs) { // of those, see holds
		i.stores++
	}
	i.changed(lhs.Pos(), stack)
}

// changed notes a place that changes a variable after its declaration.
func (i *variable) changed(pos token.Pos, stack []ast.Node) {
	i.last = max(i.last, pos)
	if lit, ok := enclosing(stack).(*ast.FuncLit); ok {
		i.writers = append(i.writers, lit)
	}
}

// handed notes a call that gets the address of a variable, or of a part of what
// it holds: it may store there.
func (w *indexer) handed(e ast.Expr, stack []ast.Node) {
	if v := w.storedVar(e); v != nil {
		i := w.variable(v)
		i.stores++
		i.changed(e.Pos(), stack)
	}
}

func stackTop(stack []ast.Node) ast.Node {
	if len(stack) == 0 {
		return nil
	}
	return stack[len(stack)-1]
}

func isFuncLit(e ast.Expr) bool {
	if e == nil {
		return false
	}
	_, ok := ast.Unparen(e).(*ast.FuncLit)
	return ok
}

func unparenAddress(e ast.Expr) (*ast.UnaryExpr, bool) {
	if e == nil {
		return nil, false
	}
	addr, ok := ast.Unparen(e).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return nil, false
	}
	if _, lit := ast.Unparen(addr.X).(*ast.CompositeLit); lit {
		return nil, false
	}
	return addr, true
}

// storedVar returns the variable that a store to e changes: not what it points
// to.
func (w *indexer) storedVar(e ast.Expr) *types.Var {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			v, _ := w.info.ObjectOf(x).(*types.Var)
			return v
		case *ast.SelectorExpr:
			if w.info.Selections[x] == nil {
				v, _ := w.info.ObjectOf(x.Sel).(*types.Var)
				return v
			}
			if syntax.IsPointer(w.info.TypeOf(x.X)) {
				return nil
			}
			e = x.X
		case *ast.IndexExpr:
			if t := w.info.TypeOf(x.X); t == nil || !isArray(t) {
				return nil
			}
			e = x.X
		default:
			return nil
		}
	}
}

// address notes that the address of a variable is taken other than for a call
// or a pointer that is followed.
func (w *indexer) address(n *ast.UnaryExpr, stack []ast.Node) {
	if sel, ok := ast.Unparen(n.X).(*ast.SelectorExpr); ok {
		if field, ok := w.info.ObjectOf(sel.Sel).(*types.Var); ok && field.IsField() {
			w.pointedFields[field.Origin()] = true
		}
	}
	v := w.storedVar(n.X)
	if v == nil {
		return
	}
	switch p := stackTop(stack).(type) {
	case *ast.CallExpr:
		if len(stack) > 1 {
			if _, ok := stack[len(stack)-2].(*ast.GoStmt); ok {
				w.variable(v).goes = true
			}
		}
		if !w.info.Types[p.Fun].IsType() {
			w.handed(n.X, stack)
			return // see (*flow).effects
		}
	case *ast.AssignStmt:
		if p.Tok == token.DEFINE {
			for _, rhs := range p.Rhs {
				if rhs == ast.Expr(n) && len(p.Lhs) == len(p.Rhs) {
					w.handed(n.X, stack)
					w.variable(v).named = true
					return
				}
			}
		}
	}
	w.variable(v).pointed = true
}

func isArray(t types.Type) bool {
	_, ok := t.Underlying().(*types.Array)
	return ok
}
