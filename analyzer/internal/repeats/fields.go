package repeats

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// asksField notes that a method which calls a function again asks a predicate in a field of its
// receiver:
//
//	if r.ShouldRetry != nil && !r.ShouldRetry(err) {
//		return err
//	}
//
// Where there may be none in the field, the answer that has it go on is the one that it goes on
// without.
func (r *Result) asksField(decl *ast.FuncDecl, call *ast.CallExpr, stack []ast.Node, h *Helper) bool {
	info := r.pass.TypesInfo
	field, ok := typeutil.Callee(info, call).(*types.Var)
	if !ok || !field.IsField() || len(call.Args) != 1 || !answers(info.TypeOf(call)) || !ofReceiver(info, decl, call.Fun) {
		return false
	}
	yes, ok := leavesUnlessNil(info, field, call, stack)
	if !ok || h.Field != nil && (h.Field != field.Origin() || h.Again == yes) {
		return false
	}
	h.Field, h.Again = field.Origin(), !yes
	return true
}

// ofReceiver reports whether an expression selects a field of a method's receiver itself.
func ofReceiver(info *types.Info, decl *ast.FuncDecl, e ast.Expr) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || decl.Recv == nil || len(decl.Recv.List[0].Names) == 0 {
		return false
	}
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	selection := info.Selections[sel]
	return ok && info.Uses[id] == info.Defs[decl.Recv.List[0].Names[0]] && selection != nil && len(selection.Index()) == 1
}

// leavesUnlessNil is leavesFor where a field may be tested for nil first.
func leavesUnlessNil(info *types.Info, field *types.Var, call *ast.CallExpr, stack []ast.Node) (yes, ok bool) {
	var without []ast.Node
	not := false
	for _, n := range stack {
		if u, isNot := n.(*ast.UnaryExpr); isNot && u.Op == token.NOT {
			not = true
		}
		if b, isBinary := n.(*ast.BinaryExpr); isBinary && b.Op == token.LAND {
			test, isTest := ast.Unparen(b.X).(*ast.BinaryExpr)
			if not || !isTest || test.Op != token.NEQ || !info.Types[test.Y].IsNil() {
				return false, false
			}
			sel, isField := ast.Unparen(test.X).(*ast.SelectorExpr)
			if !isField || info.Uses[sel.Sel] != types.Object(field) {
				return false, false
			}
			continue
		}
		without = append(without, n)
	}
	return leavesFor(call, without)
}

// fixed reports whether the package puts something into a field only where it makes the struct.
func (r *Result) fixed(field *types.Var) bool {
	fixed := true
	stores := func(e ast.Expr) {
		if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
			if v, ok := r.pass.TypesInfo.Uses[sel.Sel].(*types.Var); ok && v.Origin() == field {
				fixed = false
			}
		}
	}
	for _, file := range r.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, lhs := range n.Lhs {
					stores(lhs)
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					stores(n.X)
				}
			}
			return fixed
		})
	}
	return fixed
}

// Fixed reports whether no package that is known puts something into the field that a helper asks but
// where it makes the struct.
func (r *Result) Fixed(h *Helper) bool { return h.Field != nil && r.fixed(h.Field) }

// fieldOf returns the field of a method's receiver that has a name, or nil.
func fieldOf(fn *types.Func, name string) *types.Var {
	recv := fn.Signature().Recv()
	if recv == nil || name == "" {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(recv.Type(), true, fn.Pkg(), name)
	field, _ := obj.(*types.Var)
	return field
}
