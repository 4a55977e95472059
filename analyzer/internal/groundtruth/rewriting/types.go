package rewriting

import (
	"go/ast"
	"go/types"
	"strconv"
	"strings"
)

// typeText returns how the file writes a type. It fails for types that are declared in functions, have parameters, or are
// of packages that the file does not import.
func (f *File) typeText(t types.Type) (string, bool) {
	ok := true
	text := types.TypeString(t, func(p *types.Package) string {
		if p == f.Pkg {
			return ""
		}
		for _, imp := range f.AST.Imports {
			if path, _ := strconv.Unquote(imp.Path.Value); path == p.Path() {
				if imp.Name != nil {
					ok = ok && imp.Name.Name != "_" && imp.Name.Name != "."
					return imp.Name.Name
				}
				return p.Name()
			}
		}
		ok = false
		return p.Name()
	})
	return text, ok && f.isGlobal(t, make(map[types.Type]bool))
}

// isGlobal reports whether a type can be named outside of functions.
func (f *File) isGlobal(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return true
	}
	seen[t] = true
	switch t := t.(type) {
	case *types.TypeParam:
		return false
	case *types.Alias:
		return f.isDeclared(t.Obj())
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if !f.isGlobal(arg, seen) {
				return false
			}
		}
		return f.isDeclared(t.Obj())
	case *types.Pointer:
		return f.isGlobal(t.Elem(), seen)
	case *types.Slice:
		return f.isGlobal(t.Elem(), seen)
	case *types.Array:
		return f.isGlobal(t.Elem(), seen)
	case *types.Chan:
		return f.isGlobal(t.Elem(), seen)
	case *types.Map:
		return f.isGlobal(t.Key(), seen) && f.isGlobal(t.Elem(), seen)
	case *types.Signature:
		return f.isGlobal(t.Params(), seen) && f.isGlobal(t.Results(), seen)
	case *types.Tuple:
		for v := range t.Variables() {
			if !f.isGlobal(v.Type(), seen) {
				return false
			}
		}
	case *types.Basic:
		return t.Info()&types.IsUntyped == 0 && t.Kind() != types.Invalid
	}
	return true
}

func (f *File) isDeclared(obj *types.TypeName) bool {
	return obj.Pkg() == nil || obj.Parent() == obj.Pkg().Scope() && (obj.Pkg() == f.Pkg || obj.Exported())
}

// captured returns the local variables of an expression, as a function declares them that gets them, and as they are handed
// over. It fails where that function would be another one: the expression stores, declares or takes an address.
func (s *site) captured(e ast.Expr) (params, args string, ok bool) {
	if fn := s.function(); fn == nil || fn.Type.TypeParams != nil || isGenericMethod(s.Info, fn) {
		return "", "", false
	}
	strange := has(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return true
		case *ast.UnaryExpr:
			return n.Op.String() == "&"
		case *ast.SelectorExpr: // a method that gets its receiver's address
			sel := s.Info.Selections[n]
			if sel == nil || sel.Kind() != types.MethodVal {
				return false
			}
			_, atPointer := s.Info.TypeOf(n.X).Underlying().(*types.Pointer)
			recv := sel.Obj().(*types.Func).Signature().Recv()
			_, byPointer := recv.Type().(*types.Pointer)
			return byPointer && !atPointer
		}
		return false
	})
	if strange {
		return "", "", false
	}
	ok = true
	var names, decls []string
	seen := make(map[types.Object]bool)
	ast.Inspect(e, func(n ast.Node) bool {
		id, isIdent := n.(*ast.Ident)
		if !isIdent {
			return true
		}
		v, isVar := s.Info.Uses[id].(*types.Var)
		if obj := s.Info.Uses[id]; obj != nil && !isVar && obj.Pkg() == s.Pkg && obj.Parent() != s.Pkg.Scope() && obj.Parent() != nil {
			_, isPackage := obj.(*types.PkgName)
			ok = ok && isPackage // a constant, or a type, of the function
		}
		if !isVar || v.IsField() || v.Parent() == s.Pkg.Scope() || v.Pkg() != s.Pkg || seen[v] {
			return true
		}
		seen[v] = true
		text, fits := s.typeText(v.Type())
		ok = ok && fits
		names, decls = append(names, v.Name()), append(decls, v.Name()+" "+text)
		return true
	})
	return strings.Join(decls, ", "), strings.Join(names, ", "), ok
}

func isGenericMethod(info *types.Info, decl *ast.FuncDecl) bool {
	fn, ok := info.Defs[decl.Name].(*types.Func)
	return !ok || fn.Signature().RecvTypeParams().Len() > 0
}

// results returns the types of what a call returns.
func (f *File) results(call *ast.CallExpr) (all []types.Type) {
	switch t := f.Info.TypeOf(call).(type) {
	case nil:
	case *types.Tuple:
		for v := range t.Variables() {
			all = append(all, v.Type())
		}
	default:
		all = append(all, t)
	}
	return all
}

// resultText returns how results are declared.
func (f *File) resultText(all []types.Type) (string, bool) {
	var texts []string
	for _, t := range all {
		text, ok := f.typeText(t)
		if !ok {
			return "", false
		}
		texts = append(texts, text)
	}
	return "(" + strings.Join(texts, ", ") + ")", true
}
