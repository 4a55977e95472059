package replies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// testsItself reports whether a reply, or what holds its code in it, has a method by which it
// fills itself, and which does more about a code than to store it: its error may tell of
// the failure.
func (r *Result) testsItself(t types.Type) bool {
	for _, f := range r.bindings.CodeFields(t) {
		holder := t
		for _, field := range f.Path {
			if r.testsWhenFilled(holder) {
				return true
			}
			holder = field.Type()
		}
	}
	return false
}

func (r *Result) testsWhenFilled(t types.Type) bool {
	return slices.ContainsFunc(syntax.UnmarshalersOf(t), func(fn *types.Func) bool {
		if decl := r.decls[fn.Origin()]; decl != nil {
			return r.testsCode(r.Body(decl))
		}
		f := r.importedFunction(fn.Origin())
		return f != nil && f.Looks
	})
}

// testsCode reports whether a function does more about a code than to store it.
func (r *Result) testsCode(b *Body) bool {
	found := false
	ast.Inspect(b.Decl.Body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || found || r.info.Types[e].Value != nil {
			return !found
		}
		if _, ok := r.bindings.Of(e); ok {
			found = !b.onlyStored(e)
		}
		return !found
	})
	return found
}

// onlyStored reports whether a code is only put somewhere, in another form perhaps.
func (b *Body) onlyStored(code ast.Expr) bool {
	for {
		switch p := b.Parent(code).(type) {
		case *ast.SelectorExpr:
			call, ok := b.Parent(p).(*ast.CallExpr) // code.String()
			if !ok || b.r.bindings.PassedThrough(call) != code {
				return false
			}
			code = call
		case *ast.CallExpr:
			if b.r.bindings.PassedThrough(p) != code {
				return false
			}
			code = p
		case *ast.UnaryExpr:
			return p.Op == token.AND
		case *ast.AssignStmt, *ast.ValueSpec, *ast.KeyValueExpr, *ast.CompositeLit, *ast.Field:
			return true
		default:
			return false
		}
	}
}
