package repeats

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// asks notes what a helper asks about the error if the answer leaves the loop:
//
//	if isPermanent(err) || errors.Is(err, context.Canceled) {
//		return err
//	}
//
// It reports whether it is such a question.
func (r *Result) asks(call *ast.CallExpr, stack []ast.Node, h *Helper) bool {
	fn, ok := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Signature().Recv() != nil || !answers(r.pass.TypesInfo.TypeOf(call)) {
		return false
	}
	yes, ok := leavesFor(call, stack)
	if !ok {
		return false
	}
	switch {
	case fn.FullName() == "errors.Is" && yes:
		obj := r.object(call.Args[1])
		if obj == nil {
			return false
		}
		h.Stops = append(h.Stops, obj)
	case fn.FullName() == "errors.As" && yes:
		p, ok := r.pass.TypesInfo.TypeOf(call.Args[1]).(*types.Pointer)
		if !ok {
			return false
		}
		t := types.Unalias(p.Elem())
		if p, ok := t.(*types.Pointer); ok {
			t = types.Unalias(p.Elem())
		}
		named, ok := t.(*types.Named)
		if !ok || types.IsInterface(named) {
			return false
		}
		h.Stops = append(h.Stops, named.Obj())
	case len(call.Args) == 1 && fn.Pkg().Path() != "errors":
		h.Asks = append(h.Asks, Question{call.Fun, !yes})
	default:
		return false
	}
	return true
}

// object returns the package's variable that an expression is, or nil.
func (r *Result) object(e ast.Expr) types.Object {
	var id *ast.Ident
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		id = x
	case *ast.SelectorExpr:
		id = x.Sel
	default:
		return nil
	}
	v, ok := r.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.Pkg() == nil || v.Parent() != v.Pkg().Scope() {
		return nil
	}
	return v
}

// leavesFor returns the answer for which a question leaves the loop: it is in the
// condition of an if whose body exits, by itself or beside others.
func leavesFor(call *ast.CallExpr, stack []ast.Node) (yes, ok bool) {
	yes = true
	for i := len(stack) - 2; i >= 0; i-- { // above the error, and the call
		switch p := stack[i].(type) {
		case *ast.ParenExpr:
		case *ast.UnaryExpr:
			if p.Op != token.NOT || !yes {
				return false, false
			}
			yes = false
		case *ast.BinaryExpr:
			if p.Op != token.LOR {
				return false, false
			}
		case *ast.IfStmt:
			return yes, p.Cond.Pos() <= call.Pos() && call.End() <= p.Cond.End() && exits(p.Body.List)
		default:
			return false, false
		}
	}
	return false, false
}
