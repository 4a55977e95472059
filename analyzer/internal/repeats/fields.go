package repeats

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// asksField notes that a function which calls another one again asks a predicate in a field of its
// config:
//
//	if r.ShouldRetry != nil && !r.ShouldRetry(err) {
//		return err
//	}
//
// Where there may be none in the field, the answer that has it go on is the one that it goes on
// without.
func (r *Result) asksField(u use, decl *ast.FuncDecl, params *types.Tuple, call *ast.CallExpr, stack []ast.Node, h *Helper) bool {
	info := r.pass.TypesInfo
	field, ok := typeutil.Callee(info, call).(*types.Var)
	if !ok || !field.IsField() || len(call.Args) != 1 || !syntax.IsBoolean(info.TypeOf(call)) {
		return false
	}
	yes, ok := u.leavesUnlessNil(info, field, call, stack)
	if !ok || h.field != nil && (h.field != field.Origin() || h.Again == yes) {
		return false
	}
	if h.Config == nil {
		root := selectedFrom(info, call.Fun)
		if root == nil {
			return false
		}
		if h.Config = r.configIn(decl, params, root); h.Config == nil {
			return false
		}
	}
	h.field, h.Field, h.Again = field.Origin(), field.Name(), !yes
	return true
}

// leavesUnlessNil is leavesFor where a field may be tested for nil first.
func (u use) leavesUnlessNil(info *types.Info, field *types.Var, call *ast.CallExpr, stack []ast.Node) (yes, ok bool) {
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
	return u.leavesFor(call, without)
}

// Fixed reports whether no package that is known puts something into the field that a helper asks but
// where it makes the struct, or by options. Where the struct is in no variable, those that others are in
// say nothing.
func (r *Result) Fixed(h *Helper, inVariable bool) bool {
	return h.field == nil || !r.storedTo().shared[h.field] && !(inVariable && r.Stores(h.field))
}

// Stores reports whether the package puts something into a field otherwise.
func (r *Result) Stores(field *types.Var) bool {
	return r.pass != nil && r.storedTo().fields[field.Origin()]
}

// limited notes the config that says how often a helper tries: those of which its loop asks for a number.
func (r *Result) limited(decl *ast.FuncDecl, u use, params *types.Tuple, h *Helper) {
	if h.Config != nil || u.loop == nil {
		return
	}
	ast.Inspect(u.loop, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || h.Config != nil || !isLimit(r.pass.TypesInfo, sel) {
			return h.Config == nil
		}
		if root := selectedFrom(r.pass.TypesInfo, sel); root != nil {
			h.Config = r.configIn(decl, params, root)
		}
		return true
	})
}

func isLimit(info *types.Info, sel *ast.SelectorExpr) bool {
	v, ok := info.Uses[sel.Sel].(*types.Var)
	return ok && v.IsField() && IsLimit(v)
}

// IsLimit reports whether a variable has the name and the type of a number of tries.
func IsLimit(v *types.Var) bool {
	return syntax.IsInteger(v.Type()) && !syntax.IsTime(v.Type()) && NamesLimit(v.Name())
}

// NamesLimit reports whether a name is one of a number of tries.
func NamesLimit(name string) bool { return limitName().MatchString(name) }

// limitName is in the names of fields that say how often something is tried.
var limitName = lazyregexp.New(`(?i)tries|try|attempt|max|limit|times|retries|steps`)
