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
		if slices.ContainsFunc(syntax.UnmarshalersOf(holder), r.refuses) {
			return true
		}
	}
	return false
}

func (r *Result) testsWhenFilled(t types.Type) bool {
	return slices.ContainsFunc(syntax.UnmarshalersOf(t), func(fn *types.Func) bool {
		if decl := r.decls[fn.Origin()]; decl != nil {
			return r.testsCode(r.Body(decl), 3)
		}
		f := r.importedFunction(fn.Origin())
		return f != nil && f.Looks
	})
}

// refuses reports whether the method by which a code's own type fills itself compares it with a constant.
func (r *Result) refuses(fn *types.Func) bool {
	return r.refusesBy(fn, fn.Origin().Signature().Recv(), 6)
}

// refusesBy is refuses for a function that gets the code, or what it is made of, perhaps from such a method.
func (r *Result) refusesBy(fn *types.Func, v *types.Var, depth int) bool {
	decl := r.decls[fn.Origin()]
	if decl == nil || v == nil || depth == 0 {
		return false
	}
	own := map[types.Object]bool{v: true}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if s, ok := n.(*ast.AssignStmt); ok && len(s.Lhs) == 1 && len(s.Rhs) == 1 && own[r.inside(s.Lhs[0])] {
			own[r.inside(s.Rhs[0])] = true // *c = Code(n)
		}
		return true
	})
	delete(own, nil)
	found := false
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			found = found || own[r.inside(n.X)] && r.isCodeLike(n.Y) || own[r.inside(n.Y)] && r.isCodeLike(n.X)
		case *ast.SwitchStmt:
			found = found || n.Tag != nil && own[r.inside(n.Tag)]
		case *ast.CallExpr:
			called := r.callee(n)
			if called == nil || found {
				break
			}
			if recv := syntax.Receiver(r.info, n); recv != nil && own[r.inside(recv)] {
				found = r.refusesBy(called, called.Signature().Recv(), depth-1)
			}
			for i, arg := range n.Args {
				found = found || own[r.inside(arg)] && r.refusesBy(called, syntax.Parameter(called.Signature(), i), depth-1)
			}
		}
		return !found
	})
	return found
}

// inside returns the variable that an expression is, or is made of by conversions and pointers; nil for none.
func (r *Result) inside(e ast.Expr) types.Object {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return r.info.ObjectOf(x)
		case *ast.StarExpr:
			e = x.X
		case *ast.CallExpr:
			if !r.info.Types[x.Fun].IsType() || len(x.Args) != 1 {
				return nil
			}
			e = x.Args[0]
		default:
			return nil
		}
	}
}

// isCodeLike reports whether an expression is a constant that is not what is missing.
func (r *Result) isCodeLike(e ast.Expr) bool {
	v := r.info.Types[e].Value
	return v != nil && v.ExactString() != `""` && v.ExactString() != `"null"`
}

// testsCode reports whether a function does more about a code than to store it, itself or by others of the package that it calls.
func (r *Result) testsCode(b *Body, depth int) bool {
	found := false
	ast.Inspect(b.Decl.Body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok || found || r.info.Types[e].Value != nil {
			return !found
		}
		if _, ok := r.bindings.Of(e); ok {
			found = !b.onlyStored(e)
		}
		if call, ok := e.(*ast.CallExpr); ok && !found && depth > 0 {
			if fn := r.callee(call); fn != nil && r.decls[fn] != nil {
				found = r.testsCode(r.Body(r.decls[fn]), depth-1)
			}
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
