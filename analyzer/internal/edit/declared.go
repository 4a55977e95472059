package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// constants returns the program's own constants for a code that is to be a t: those that are known to stand for it, and
// where t is a type of the program, all that it has for this value, whether or not their package does anything with codes.
func (n *Namer) constants(d *domain.Domain, m domain.Member, t types.Type) []*types.Const {
	known := n.bindings.Constants(d, m.Text)
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path() == domain.CodesPath {
		return known
	}
	scope := named.Obj().Pkg().Scope()
	var typed []*types.Const
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok || !types.Identical(c.Type(), t) || slices.Contains(known, c) {
			continue
		}
		if text, ok := domain.Text(c.Val()); ok && text == m.Text {
			typed = append(typed, c)
		}
	}
	return append(known, typed...)
}

// Written returns the name by which people write a code's constant in a package,
// "" for a code that has none.
func Written(in *types.Package, m domain.Member) string {
	if m.Const == "" || m.Path == in.Path() {
		return m.Const
	}
	for _, imp := range in.Imports() {
		if imp.Path() == m.Path {
			return imp.Name() + "." + m.Const
		}
	}
	return path.Base(m.Path) + "." + m.Const
}

// constant returns the name by which a constant can be written at pos, with the import that the file lacks: of a package
// that the package imports elsewhere, for a constant that has a type, whose values this file has, then.
func (n *Namer) constant(c *types.Const, pos token.Pos) (string, []analysis.TextEdit, bool) {
	if name, ok := n.Object(c, pos); ok {
		return name, nil, true
	}
	if _, typed := c.Type().(*types.Named); !typed || !c.Exported() || !slices.Contains(n.pass.Pkg.Imports(), c.Pkg()) {
		return "", nil, false
	}
	name, imports := n.qualified(pkg{c.Pkg().Path(), c.Pkg().Name()}, c.Name(), pos)
	return name, imports, true
}

// declaredConstant returns a constant of a domain that a program declares, with
// the conversion and the import that it needs. It writes no import that the
// package has nowhere: that is for people to decide.
func (n *Namer) declaredConstant(d *domain.Domain, m domain.Member, old ast.Expr, lit *ast.BasicLit) (Name, bool) {
	for _, c := range n.constants(d, m, n.pass.TypesInfo.TypeOf(old)) {
		if !n.everywhere(c) {
			continue
		}
		p := pkg{c.Pkg().Path(), c.Pkg().Name()}
		name, imports := n.qualified(p, c.Name(), old.Pos())
		if c.Pkg() == n.pass.Pkg && n.lookup(c.Name(), old.Pos()) != c {
			continue // hidden by a local name
		}
		text, ok := n.constantAs(c, name, old, lit)
		if !ok || len(text) > len(name) && text[len(text)-1] == ')' && text[len(text)-2] == '(' && n.inConstant(old) {
			continue
		}
		return Name{text, append(n.replace(old, text), imports...)}, true
	}
	return Name{}, false
}

// constantAs writes a constant so that it has the type of an expression.
func (n *Namer) constantAs(c *types.Const, name string, old ast.Expr, lit *ast.BasicLit) (string, bool) {
	t := types.Unalias(n.pass.TypesInfo.TypeOf(old))
	if types.Identical(c.Type(), t) {
		return name, true
	}
	from, ok1 := c.Type().Underlying().(*types.Basic)
	to, ok2 := t.Underlying().(*types.Basic)
	if _, param := t.(*types.TypeParam); !ok1 || !ok2 || param {
		return "", false
	}
	const numeric = types.IsInteger | types.IsFloat
	switch {
	case from.Info()&types.IsUntyped != 0 && ast.Unparen(old) == lit && standsIn(from, lit, t):
		return name, true
	case from.Info()&types.IsString != 0 && to.Info()&types.IsString != 0, from.Info()&numeric != 0 && to.Info()&numeric != 0:
	case to.Info()&types.IsString != 0 && hasWire(c.Type()):
		name += ".Wire()"
		if t == types.Typ[types.String] {
			return name, true
		}
	default:
		return "", false
	}
	as, ok := n.typeName(t, old.Pos())
	return as + "(" + name + ")", ok
}

// hasWire reports whether a type has the method that gives a code's text, as
// those of errcodelint gen have.
func hasWire(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, false, nil, "Wire")
	fn, ok := obj.(*types.Func)
	if !ok || fn.Signature().Params().Len() != 0 || fn.Signature().Results().Len() != 1 {
		return false
	}
	return fn.Signature().Results().At(0).Type() == types.Typ[types.String]
}
