package effects

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A bodyEffect is what one body changes by itself, and what it calls.
type bodyEffect struct {
	*Writes
	calls    []*ast.CallExpr
	launched []*ast.CallExpr // those that its goroutines make
	overs    []ast.Expr      // functions that it ranges over
}

// body returns what one body changes by itself.
func (e *Effects) body(fn ast.Node, body *ast.BlockStmt) *bodyEffect {
	if own, ok := e.bodies[fn]; ok {
		return own
	}
	own := &bodyEffect{Writes: e.New()}
	e.bodies[fn] = own
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
				own.storeOutside(lhs, fn)
			}
		case *ast.IncDecStmt:
			own.storeOutside(n.X, fn)
		case *ast.SendStmt, *ast.SelectStmt:
			own.Waits = true
		case *ast.UnaryExpr:
			own.Waits = own.Waits || n.Op == token.ARROW
		case *ast.RangeStmt:
			own.Waits = own.Waits || syntax.IsChan(e.info.TypeOf(n.X))
			if syntax.IsFunc(e.info.TypeOf(n.X)) {
				own.overs = append(own.overs, n.X)
			}
			for _, x := range []ast.Expr{n.Key, n.Value} {
				if x != nil {
					own.storeOutside(x, fn)
				}
			}
		case *ast.CallExpr:
			own.calls = append(own.calls, n)
			if looksFor(e.info, n) && len(n.Args) == 2 && e.isLocal(n.Args[1], fn) {
				break
			}
			for _, arg := range n.Args {
				if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && addr.Op == token.AND {
					own.storeOutside(addr.X, fn)
				} else if id, ok := ast.Unparen(arg).(*ast.Ident); ok {
					own.storeNamed(&ast.StarExpr{X: id}, fn)
				}
			}
			if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && e.handsReceiver(sel) {
				own.storeNamed(e.receiverPlace(sel), fn)
			}
		}
		return true
	}
	ast.Inspect(body, visit)
	return own
}

func (b *bodyEffect) allCalls() []*ast.CallExpr { return slices.Concat(b.calls, b.launched) }

// storeOutside adds a store unless it is to a variable of the function itself.
func (b *bodyEffect) storeOutside(lhs ast.Expr, fn ast.Node) {
	if root := b.e.rootVar(lhs); root != nil && fn.Pos() <= root.Pos() && root.Pos() < fn.End() {
		if i := b.e.index.Vars[root]; i == nil || !i.Pointed {
			return
		}
	}
	b.Store(lhs)
	b.storeNamed(lhs, fn)
}

// storeNamed adds the variable that a store changes, by a pointer that is another name for it,
// too, unless it is the function's own.
func (b *bodyEffect) storeNamed(lhs ast.Expr, fn ast.Node) {
	if v := b.e.index.PlaceOf(lhs); v != nil && (v.Pos() < fn.Pos() || v.Pos() >= fn.End()) {
		b.Put(v)
	}
}

// rootVar returns the variable that a path of fields and array elements starts
// at, if it does not lead through a pointer.
func (e *Effects) rootVar(x ast.Expr) *types.Var { return e.index.StoredVar(x) }

// receiverPlace returns what a selected method can store in.
func (e *Effects) receiverPlace(sel *ast.SelectorExpr) ast.Expr {
	if syntax.IsPointer(e.info.TypeOf(sel.X)) {
		return &ast.StarExpr{X: sel.X}
	}
	return sel.X
}

// handsReceiver reports whether a selected method gets the address of what it is selected of.
func (e *Effects) handsReceiver(sel *ast.SelectorExpr) bool {
	s := e.info.Selections[sel]
	if s == nil || s.Kind() != types.MethodVal {
		return false
	}
	recv := s.Obj().(*types.Func).Signature().Recv()
	return recv != nil && syntax.IsPointer(recv.Type())
}
