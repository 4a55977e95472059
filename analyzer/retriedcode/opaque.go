package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
)

// opaque reports whether a region asks something about a reply, or its error, of
// which the code flow cannot tell what it comes to: a predicate of another
// package, a comparison with an error that it does not know. Which codes go round
// is then anybody's guess.
func (c *checker) opaque(reg region, fetch *ast.CallExpr) bool {
	found := false
	inspectFunc(reg.node, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || found || !c.asks(e) || n.Pos() < reg.from && !inHead(reg, n) || n.End() > reg.to {
			return
		}
		before := c.before(e)
		if !before.Reachable() {
			return
		}
		size, known := sizeOf(before, fetch)
		if !known || size == 0 {
			return
		}
		yes, no := before.assume(e, true), before.assume(e, false)
		y, _ := sizeOf(yes, fetch)
		n_, _ := sizeOf(no, fetch)
		if yes.Reachable() && no.Reachable() && y == size && n_ == size {
			found = true
		}
	})
	return found
}

// sizeOf returns how many codes a reply can hold at a point: the most of all that
// the call has brought.
func sizeOf(at point, fetch *ast.CallExpr) (int, bool) {
	size, known := 0, false
	for _, s := range at.origins() {
		if s.call == fetch {
			size, known = max(size, s.size()), true
		}
	}
	return size, known
}

// asks reports whether an expression is a test of an error, a code or a reply by
// other means than the language's and the library's own.
func (c *checker) asks(e ast.Expr) bool {
	info := c.pass.TypesInfo
	switch x := e.(type) {
	case *ast.BinaryExpr:
		if x.Op != token.EQL && x.Op != token.NEQ {
			return false
		}
		for _, operand := range []ast.Expr{x.X, x.Y} {
			if info.Types[operand].IsNil() || info.Types[operand].Value != nil || !isError(info.TypeOf(operand)) {
				return false
			}
		}
		return true
	case *ast.CallExpr:
		t := info.TypeOf(x)
		if t == nil {
			return false
		}
		if b, ok := t.Underlying().(*types.Basic); !ok || b.Kind() != types.Bool {
			return false
		}
		if info.Types[x.Fun].IsType() {
			return false
		}
		if fn, ok := callee(info, x).(*types.Func); ok && fn.Pkg() != nil && fn.Pkg().Path() == "errors" {
			return false
		}
		operands := x.Args
		if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
			operands = append([]ast.Expr{sel.X}, operands...)
		}
		for _, o := range operands {
			if c.tells(info.TypeOf(o)) {
				return true
			}
			if _, ok := c.bindings.Of(o); ok {
				return true
			}
		}
	}
	return false
}

// tells reports whether values of a type tell about a failure: errors.
func (c *checker) tells(t types.Type) bool {
	if t == nil || types.IsInterface(t) && !isError(t) {
		return false
	}
	return isError(t) || isError(types.NewPointer(t))
}

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

func isError(t types.Type) bool { return t != nil && types.Implements(t, errorType) }
