package index

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/foreign"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file says who has a list, and the room behind its end. list = append(list, code) changes nothing that others have
// if nobody else has the list.

// An appending is what is known of a call of append.
type appending struct {
	list  ast.Expr
	grows *types.Var // the variable that is the list, and gets the result; nil for others
}

// noteAppend notes a call of append.
func (w *indexer) noteAppend(call *ast.CallExpr, stack []ast.Node) {
	if !syntax.IsBuiltin(w.info, call, "append") {
		return
	}
	a := appending{list: ast.Unparen(call.Args[0])}
	if v := w.plainVariable(a.list); v != nil && w.isStoredTo(call, v, stack) {
		a.grows = v
	}
	w.appends[call] = a
}

// plainVariable returns the variable that an expression names, nil for a field and everything else.
func (w *Index) plainVariable(e ast.Expr) *types.Var {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := w.info.ObjectOf(id).(*types.Var)
	return v
}

// isStoredTo reports whether what stands on top of a stack stores an expression to a variable.
func (w *indexer) isStoredTo(x ast.Expr, v *types.Var, stack []ast.Node) bool {
	s, ok := syntax.StackTop(stack).(*ast.AssignStmt)
	if !ok || len(s.Lhs) != len(s.Rhs) {
		return false
	}
	for i, rhs := range s.Rhs {
		if rhs == x {
			return w.plainVariable(s.Lhs[i]) == v
		}
	}
	return false
}

// noteList notes a use of a variable that is a list, if it gives the list, and the room behind its end, to somebody else.
func (w *indexer) noteList(id *ast.Ident, v *types.Var, stack []ast.Node) {
	if !v.IsField() && syntax.IsSlice(v.Type()) && !w.keepsList(id, v, stack) {
		w.Variable(v).lends = true
	}
}

func (w *indexer) keepsList(id *ast.Ident, v *types.Var, stack []ast.Node) bool {
	switch p := syntax.StackTop(stack).(type) {
	case *ast.AssignStmt:
		for _, rhs := range p.Rhs {
			if rhs == ast.Expr(id) {
				return false
			}
		}
		return true // for what it gets, see noteHeld
	case *ast.RangeStmt, *ast.IndexExpr, *ast.BinaryExpr:
		return true
	case *ast.ReturnStmt:
		i := w.Vars[v]
		return v.Kind() == types.LocalVar && i != nil && i.Owner == syntax.EnclosingFunc(stack)
	case *ast.CallExpr:
		switch fn := typeutil.Callee(w.info, p).(type) {
		case *types.Builtin:
			if fn.Name() != "append" {
				return !handsOn[fn.Name()]
			}
			if p.Args[0] == ast.Expr(id) {
				return w.isStoredTo(p, v, stack[:len(stack)-1])
			}
			return p.Ellipsis.IsValid()
		case *types.Func:
			return foreign.OnlyReads(fn) || foreign.IsHarmless(fn) && isPlainResult(fn.Signature())
		}
	}
	return false
}

// isPlainResult reports whether a function gives nothing that could be a list, or have one in it.
func isPlainResult(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if !syntax.IsPlain(v.Type()) && !syntax.IsErrorInterface(v.Type()) {
			return false
		}
	}
	return true
}

// noteHeld notes what a variable gets, if that is a list which somebody else may have.
func (w *indexer) noteHeld(v *types.Var, held ast.Expr) {
	if syntax.IsSlice(v.Type()) && !w.isNewList(held, v) {
		w.Variable(v).lends = true
	}
}

// isNewList reports whether an expression is a list that nobody else has: an empty one, one that is made here, or a
// variable's own that grows.
func (w *Index) isNewList(e ast.Expr, own *types.Var) bool {
	if e == nil {
		return false
	}
	if w.info.Types[e].IsNil() {
		return true
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return true
	case *ast.CallExpr:
		if w.info.Types[x.Fun].IsType() {
			return len(x.Args) == 1 && w.isNewList(x.Args[0], nil)
		}
		switch fn := typeutil.Callee(w.info, x).(type) {
		case *types.Builtin:
			if fn.Name() != "append" || len(x.Args) == 0 {
				return fn.Name() == "make"
			}
			return own != nil && w.plainVariable(x.Args[0]) == own || w.isNewList(x.Args[0], nil)
		case *types.Func:
			return foreign.MakesList(fn)
		}
	}
	return false
}

// AddedTo returns the list that a call of append may change for somebody else, too; nil where nobody else has it, and for
// any other call.
func (x *Index) AddedTo(call *ast.CallExpr) ast.Expr {
	a, ok := x.appends[call]
	if !ok || a.grows != nil && x.isAlone(a.grows) || x.isNewList(a.list, nil) {
		return nil
	}
	return a.list
}

// isAlone reports whether nobody but a variable has the list that it holds.
func (x *Index) isAlone(v *types.Var) bool {
	i := x.Vars[v]
	return i != nil && !i.lends && !i.Pointed && !i.Named && isPlainVariable(v, i) && v.Pkg() == x.Pkg && (v.Kind() == types.LocalVar || !v.Exported())
}
