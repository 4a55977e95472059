package index

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Variable is what the index knows of a variable.
type Variable struct {
	Owner    ast.Node       // the function that declares it; nil for a package's
	Stores   int            // assignments after its declaration
	Last     token.Pos      // the last of them
	Writers  []*ast.FuncLit // literals that assign it but do not declare it
	Pointed  bool           // somebody may hold its address
	Init     ast.Expr       // what it is declared with
	given    bool           // it is declared with something, of a range or a call perhaps
	leaks    bool           // of a map, list or pointer: it is copied, or changed
	Alias    ast.Expr       // of a pointer that is &x and nothing else ever: x
	Aliased  *types.Var     // the variable that x is, or is a part of
	Named    bool           // a pointer is another name for it, or for a part
	Goes     bool           // a goroutine may assign it
	Launched bool           // it gets its address
	Later    bool           // a deferred call gets its address
	lends    bool           // of a list: somebody else may have it, too, and the room behind its end
}

// A TypeSet is a set of types. Those that are made of type parameters can be any.
type TypeSet struct {
	types   typeutil.Map
	generic bool
}

func (s *TypeSet) add(t types.Type) {
	s.generic = s.generic || syntax.IsMadeOfTypeParams(t)
	s.types.Set(t, true)
}

// Has reports whether a type is in the set, or may be.
func (s *TypeSet) Has(t types.Type) bool { return s.generic || s.types.At(t) != nil }

// Variable returns what is known of a variable, which is made known if it is not.
func (x *Index) Variable(v *types.Var) *Variable {
	i, ok := x.Vars[v]
	if !ok {
		i = &Variable{}
		x.Vars[v] = i
	}
	return i
}

// changed notes a place that changes a variable after its declaration.
func (i *Variable) changed(pos token.Pos, stack []ast.Node) {
	i.Last = max(i.Last, pos)
	if lit, ok := syntax.EnclosingFunc(stack).(*ast.FuncLit); ok {
		i.Writers = append(i.Writers, lit)
	}
}

// Steady reports whether nothing changes the variable, nor what it holds, after its
// declaration.
func (i *Variable) Steady() bool { return i.Stores == 0 && !i.Pointed && !i.leaks }

// isPlainVariable reports whether nothing sets a variable but what can be seen to do so: it is no parameter,
// result or type switch's variable.
func isPlainVariable(v *types.Var, i *Variable) bool {
	switch v.Kind() {
	case types.PackageVar:
		return true
	case types.LocalVar:
		return i.Owner != nil
	}
	return false
}

// FunctionHeldBy returns the function that an expression names if it is a variable which holds just that, from its
// declaration on; else nil. It may be a method of a value.
func (x *Index) FunctionHeldBy(e ast.Expr) *types.Func {
	held := x.HeldBy(e)
	name := syntax.Name(held)
	if name == nil {
		return nil
	}
	fn, ok := x.info.Uses[name].(*types.Func)
	if sel, isSel := ast.Unparen(held).(*ast.SelectorExpr); isSel && x.info.Selections[sel] != nil && x.info.Selections[sel].Kind() != types.MethodVal {
		return nil
	}
	if !ok {
		return nil
	}
	return fn
}

// HeldBy returns what a variable that an expression names holds, from its declaration on; nil if that is not known.
func (x *Index) HeldBy(e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := x.info.Uses[id].(*types.Var)
	if !ok || v.Exported() {
		return nil
	}
	i := x.Vars[v]
	if i == nil || i.Init == nil || i.Last.IsValid() || i.Pointed || !isPlainVariable(v, i) {
		return nil
	}
	return i.Init
}
