package retriedcode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// onlyPauses reports whether a type of the program that implements one of a library's interfaces only
// says how long to wait: its methods know nothing but constants, chance and what they have counted
// themselves, and never say that it is over.
func (c *checker) onlyPauses(of *types.Interface, t types.Type, lib *libraries.Library) bool {
	if lib.Over == "" {
		return false
	}
	for method := range of.Methods() {
		res := method.Signature().Results()
		if res.Len() > 1 || res.Len() == 1 && !syntax.IsTime(res.At(0).Type()) {
			return false
		}
		obj, _, _ := types.LookupFieldOrMethod(t, true, c.pass.Pkg, method.Name())
		fn, ok := obj.(*types.Func)
		if !ok || fn.Signature().Recv() == nil {
			return false
		}
		if c.ofLibrary(fn.Signature().Recv().Type(), lib) {
			continue // that of what is embedded
		}
		if decl := c.DeclOfFunc(fn); decl == nil || decl.Body == nil || !c.keepsToItself(decl, lib) {
			return false
		}
	}
	return true
}

// keepsToItself reports whether a method depends on nothing that anybody else sets, and does not say
// that it is over.
func (c *checker) keepsToItself(decl *ast.FuncDecl, lib *libraries.Library) bool {
	info := c.pass.TypesInfo
	ok := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.StarExpr, *ast.SelectStmt, *ast.GoStmt, *ast.SendStmt, *ast.FuncLit:
			ok = false
		case *ast.UnaryExpr:
			ok = ok && n.Op != token.ARROW && n.Op != token.AND
		case *ast.CallExpr:
			ok = ok && c.knownToPause(n, lib)
		case *ast.Ident:
			switch obj := info.Uses[n].(type) {
			case *types.Var:
				isLocal := obj.Pos() >= decl.Pos() && obj.Pos() < decl.End()
				ok = ok && (isLocal || obj.IsField() && c.storedOnlyBy(obj.Origin(), decl))
			case *types.Const:
				ok = ok && !(obj.Name() == lib.Over && c.ofLibraryPackage(obj, lib))
			}
		}
		if e, isExpr := n.(ast.Expr); isExpr {
			if v := info.Types[e].Value; v != nil && v.Kind() == constant.Int && constant.Sign(v) < 0 {
				ok = false
			}
		}
		return ok
	})
	return ok
}

// knownToPause reports whether what a call calls depends on nothing but its arguments, chance and the
// time, or is the library's.
func (c *checker) knownToPause(call *ast.CallExpr, lib *libraries.Library) bool {
	if tv := c.pass.TypesInfo.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return true
	}
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return false
	}
	return c.ofLibraryPackage(fn, lib) || slices.Contains([]string{"time", "math", "math/rand", "math/rand/v2", "crypto/rand", "math/bits"}, fn.Pkg().Path())
}

// storedOnlyBy reports whether nobody but the methods of a method's type puts anything into a field, once
// the struct is made.
func (c *checker) storedOnlyBy(field *types.Var, method *ast.FuncDecl) bool {
	info := c.pass.TypesInfo
	of := typeName(syntax.OrInvalid(info.TypeOf(syntax.ReceiverType(method))))
	own := func(decl *ast.FuncDecl) bool {
		return decl.Recv != nil && typeName(syntax.OrInvalid(info.TypeOf(syntax.ReceiverType(decl)))) == of
	}
	ok := !field.Exported() || !ast.IsExported(of)
	is := func(e ast.Expr) {
		if f := syntax.Field(info, e); f == field {
			ok = false
		}
	}
	for _, decl := range c.Decls {
		if decl.Body == nil || own(decl) {
			continue
		}
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, lhs := range n.Lhs {
					is(lhs)
				}
			case *ast.IncDecStmt:
				is(n.X)
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					is(n.X)
				}
			}
			return ok
		})
	}
	return ok
}
