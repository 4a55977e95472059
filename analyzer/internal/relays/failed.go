package relays

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// failedAt reports whether the site's error is not nil where a statement within some nodes is: by a condition around it, or
// by one before it that leaves the function.
func (b *body) failedAt(stack []ast.Node, at ast.Stmt) syntax.Truth {
	inner := ast.Node(at)
	for _, outer := range slices.Backward(stack) {
		switch s := outer.(type) {
		case *ast.IfStmt:
			known := syntax.Unknown
			switch inner {
			case ast.Node(s.Body):
				known = b.impliedBy(s.Cond, true)
			case s.Else:
				known = b.impliedBy(s.Cond, false)
			}
			if known != syntax.Unknown {
				return known
			}
		case *ast.BlockStmt:
			for _, before := range s.List {
				if before == inner {
					break
				}
				test, ok := before.(*ast.IfStmt)
				if !ok || test.Else != nil || test.Pos() < b.site.call.Pos() && test.End() < b.site.call.End() || !leaves(test.Body) {
					continue
				}
				if known := b.impliedBy(test.Cond, false); known != syntax.Unknown {
					return known
				}
			}
		}
		inner = outer
	}
	return syntax.Unknown
}

// impliedBy reports whether a condition's outcome tells that the site's error is not nil, or that it is.
func (b *body) impliedBy(cond ast.Expr, outcome bool) syntax.Truth {
	if call, ok := ast.Unparen(cond).(*ast.CallExpr); ok && outcome && len(call.Args) > 0 && b.variable(call.Args[0]) == b.err {
		if fn, ok := typeutil.Callee(b.pass.TypesInfo, call).(*types.Func); ok && syntax.ErrorsFunction(fn) != "" && !b.pass.TypesInfo.Types[call.Args[len(call.Args)-1]].IsNil() {
			return syntax.True // something is found in it
		}
	}
	x, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok {
		return syntax.Unknown
	}
	switch x.Op {
	case token.EQL, token.NEQ:
		if b.variable(x.X) == b.err && b.pass.TypesInfo.Types[x.Y].IsNil() || b.variable(x.Y) == b.err && b.pass.TypesInfo.Types[x.X].IsNil() {
			return syntax.TruthOf((x.Op == token.NEQ) == outcome)
		}
	case token.LAND, token.LOR:
		if (x.Op == token.LAND) == outcome { // both are so
			for _, part := range []ast.Expr{x.X, x.Y} {
				if known := b.impliedBy(part, outcome); known != syntax.Unknown {
					return known
				}
			}
		}
	}
	return syntax.Unknown
}

func leaves(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	_, ok := body.List[len(body.List)-1].(*ast.ReturnStmt)
	return ok
}
