package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A bodyEffect is what one body changes by itself, and what it calls.
type bodyEffect struct {
	*writes
	calls    []*ast.CallExpr
	launched []*ast.CallExpr // those that its goroutines make
	overs    []ast.Expr      // functions that it ranges over
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

// rootVar returns the variable that a path of fields and array elements starts
// at, if it does not lead through a pointer.
func (p *program) rootVar(x ast.Expr) *types.Var { return p.index.StoredVar(x) }

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
