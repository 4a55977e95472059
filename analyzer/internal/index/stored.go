package index

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// onlyReads reports whether a use of a container leaves it as it is.
func (w *indexer) onlyReads(id *ast.Ident, stack []ast.Node) bool {
	var e ast.Expr = id
	if sel, ok := syntax.StackTop(stack).(*ast.SelectorExpr); ok && sel.Sel == id { // another package's
		e, stack = sel, stack[:len(stack)-1]
	}
	switch p := syntax.StackTop(stack).(type) {
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
		case *ast.RangeStmt:
			return outer.Key != ast.Expr(p) && outer.Value != ast.Expr(p)
		case *ast.ParenExpr:
			return false
		case *ast.SelectorExpr, *ast.IndexExpr: // a part of the element may be stored to
			if sel, ok := outer.(*ast.SelectorExpr); ok && w.getsAddress(sel) {
				return false
			}
			return syntax.IsCopied(w.info.TypeOf(p)) && !w.isStored(outer.(ast.Expr), stack[:len(stack)-2])
		}
		return true
	case *ast.RangeStmt:
		return p.X == e
	case *ast.CallExpr:
		switch fn := typeutil.Callee(w.info, p).(type) {
		case *types.Builtin:
			return fn.Name() == "len" || fn.Name() == "cap"
		case *types.Func:
			return foreign.OnlyReads(fn)
		}
	}
	return false
}

// getsAddress reports whether a selected method gets the address of what it is selected of.
func (w *indexer) getsAddress(sel *ast.SelectorExpr) bool {
	s := w.info.Selections[sel]
	if s == nil || s.Kind() != types.MethodVal || syntax.IsPointer(s.Recv()) {
		return false
	}
	recv := s.Obj().(*types.Func).Signature().Recv()
	return recv != nil && syntax.IsPointer(recv.Type())
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

// assign notes a store to a variable, or to a part of what it holds, by a statement that ends somewhere.
func (w *indexer) assign(lhs, rhs ast.Expr, end token.Pos, stack []ast.Node) {
	v := w.StoredVar(lhs)
	if v == nil {
		w.handed(lhs, end, stack) // by another name, perhaps
		return
	}
	i := w.Variable(v)
	id, whole := ast.Unparen(lhs).(*ast.Ident)
	if whole {
		w.noteHeld(v, rhs)
	}
	if whole && w.info.Defs[id] == v {
		i.Owner = syntax.EnclosingFunc(stack)
		i.Init, i.given = rhs, true
		if addr, ok := unparenAddress(rhs); ok && w.StoredVar(addr.X) != nil {
			i.Alias, i.Aliased = addr.X, w.StoredVar(addr.X) // what it names stays the same place
		}
		return
	}
	if !whole || !syntax.IsFuncLit(rhs) { // of those, see holds
		i.Stores++
	}
	i.changed(end, stack)
}

// returns notes that a return statement sets the results that have names.
func (w *indexer) returns(s *ast.ReturnStmt, stack []ast.Node) {
	var typ *ast.FuncType
	switch fn := syntax.EnclosingFunc(stack).(type) {
	case *ast.FuncDecl:
		typ = fn.Type
	case *ast.FuncLit:
		typ = fn.Type
	}
	if typ == nil || typ.Results == nil || len(s.Results) == 0 {
		return
	}
	at := 0
	for _, field := range typ.Results.List {
		for _, name := range field.Names {
			v, ok := w.info.Defs[name].(*types.Var)
			if ok && (at >= len(s.Results) || w.plainVariable(s.Results[at]) != v) {
				i := w.Variable(v)
				i.Stores++
				i.Last = max(i.Last, s.End())
			}
			at++
		}
	}
}

// endAround returns where what an expression is part of has been executed, which stands on top of a stack: what is made
// beside it may be made before.
func endAround(e ast.Expr, stack []ast.Node) token.Pos {
	end := e.End()
	for i := len(stack) - 1; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.FuncLit:
			return end
		case ast.Expr, *ast.AssignStmt, *ast.ExprStmt, *ast.SendStmt, *ast.IncDecStmt, *ast.ReturnStmt, *ast.ValueSpec:
			end = n.End()
		default:
			return end
		}
	}
	return end
}

// handed notes a call that gets the address of a variable, or of a part of what
// it holds: it may store there.
func (w *indexer) handed(e ast.Expr, end token.Pos, stack []ast.Node) {
	if v := w.PlaceOf(e); v != nil {
		i := w.Variable(v)
		i.Stores++
		i.changed(end, stack)
	}
}

// handedTo is handed for a call on top of the stack, which gets the address as an argument, or
// as its receiver.
func (w *indexer) handedTo(e ast.Expr, at int, stack []ast.Node) {
	v := w.PlaceOf(e)
	if v == nil {
		return
	}
	if len(stack) > 1 {
		switch stack[len(stack)-2].(type) {
		case *ast.GoStmt:
			w.Variable(v).Goes, w.Variable(v).Launched = true, true
		case *ast.DeferStmt:
			w.Variable(v).Later = true
		}
	}
	w.handed(e, endAround(e, stack), stack)
	w.addresses = append(w.addresses, handedAddress{v, syntax.StackTop(stack).(*ast.CallExpr), at})
}

// PlaceOf returns the variable that a store to e changes, also by a pointer that is another
// name for it.
func (w *Index) PlaceOf(e ast.Expr) *types.Var {
	if v := w.StoredVar(e); v != nil {
		return v
	}
	id, _ := syntax.Base(e).(*ast.Ident)
	if v, ok := w.info.ObjectOf(id).(*types.Var); ok && !v.IsField() && syntax.IsPointer(v.Type()) {
		if i := w.Vars[v]; i != nil {
			return i.Aliased
		}
	}
	return nil
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

// StoredVar returns the variable that a store to e changes: not what it points
// to.
func (w *Index) StoredVar(e ast.Expr) *types.Var {
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
			if w.info.Selections[x].Indirect() {
				return nil
			}
			e = x.X
		case *ast.IndexExpr:
			if t := w.info.TypeOf(x.X); t == nil || !syntax.IsArray(t) {
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
	switch x := ast.Unparen(n.X).(type) {
	case *ast.SelectorExpr:
		if field, ok := w.info.ObjectOf(x.Sel).(*types.Var); ok && field.IsField() {
			w.PointedFields[field.Origin()] = true
		}
	case *ast.IndexExpr:
		if t := w.info.TypeOf(x); t != nil {
			w.PointedInto.add(t)
		}
	}
	v := w.PlaceOf(n.X)
	if v == nil {
		return
	}
	switch p := syntax.StackTop(stack).(type) {
	case *ast.CallExpr:
		if tv := w.info.Types[p.Fun]; !tv.IsType() && !tv.IsBuiltin() {
			w.handedTo(n.X, argumentIndex(p, n), stack)
			return // see (*flow).effects
		}
	case *ast.AssignStmt:
		if p.Tok == token.DEFINE && w.StoredVar(n.X) != nil { // a pointer that is followed, see assign
			for _, rhs := range p.Rhs {
				if rhs == ast.Expr(n) && len(p.Lhs) == len(p.Rhs) {
					w.handed(n.X, n.End(), stack)
					w.Variable(v).Named = true
					return
				}
			}
		}
	}
	w.Variable(v).Pointed = true
}

func argumentIndex(call *ast.CallExpr, arg ast.Expr) int {
	return slices.IndexFunc(call.Args, func(a ast.Expr) bool { return ast.Unparen(a) == arg })
}
