package edit

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// A Namer writes the names of codes in one file.
type Namer struct {
	pass     *analysis.Pass
	bindings *binding.Result
	file     *ast.File
	fresh    string // the name under which package codes will be imported, "" until asked
}

// NewNamer returns a Namer for a file of the pass.
func NewNamer(pass *analysis.Pass, bindings *binding.Result, file *ast.File) *Namer {
	return &Namer{pass: pass, bindings: bindings, file: file}
}

// A Name is an expression for a code.
type Name struct {
	Text     string // "int(codes.ResponseSuccess)"
	Constant bool   // Text is a constant expression
	imports  []analysis.TextEdit
}

// Replace returns the edits that put the name in the place of old.
func (n Name) Replace(old ast.Expr) []analysis.TextEdit {
	return append([]analysis.TextEdit{{Pos: old.Pos(), End: old.End(), NewText: []byte(n.Text)}}, n.imports...)
}

// Name returns an expression for member m of domain d that has type t at pos:
// the program's own constant where one is in reach, else that of package codes.
// It fails where the type has no name in reach, or the file's text is not what
// the compiler sees.
func (n *Namer) Name(d *domain.Domain, m domain.Member, t types.Type, pos token.Pos) (Name, bool) {
	if n.rewritten(pos) {
		return Name{}, false
	}
	if text, ok := n.ownConstant(d, m, t, pos); ok {
		return Name{Text: text, Constant: true}, true
	}
	qualified, imports, ok := n.codesName(m.Const, pos)
	if !ok {
		return Name{}, false
	}
	text, constant, ok := n.converted(qualified, d, t, pos)
	return Name{Text: text, Constant: constant, imports: imports}, ok
}

// rewritten reports whether the positions of the file are not those of the
// source that its author sees: cgo's output, a file with line directives.
func (n *Namer) rewritten(pos token.Pos) bool {
	fset := n.pass.Fset
	return fset.PositionFor(pos, true) != fset.PositionFor(pos, false)
}

// converted wraps a constant of package codes so that it has type t.
func (n *Namer) converted(constant string, d *domain.Domain, t types.Type, pos token.Pos) (text string, isConstant, ok bool) {
	t = types.Unalias(t)
	if named, ok := t.(*types.Named); ok && isCodesType(named, d) {
		return constant, true, true
	}
	basic, ok := t.Underlying().(*types.Basic)
	if _, param := t.(*types.TypeParam); !ok || param {
		return "", false, false
	}
	switch {
	case basic.Info()&types.IsString != 0:
		text = constant + ".Wire()"
		if basic == t && basic.Kind() == types.String {
			return text, false, true
		}
	case basic.Info()&(types.IsInteger|types.IsFloat) != 0:
		text, isConstant = constant, true
	default:
		return "", false, false
	}
	name, ok := n.typeName(t, pos)
	return name + "(" + text + ")", isConstant, ok
}

func isCodesType(t *types.Named, d *domain.Domain) bool {
	obj := t.Obj()
	return obj.Pkg() != nil && obj.Pkg().Path() == domain.CodesPath && obj.Name() == d.Type
}

// typeName returns the name by which a type can be written at pos.
func (n *Namer) typeName(t types.Type, pos token.Pos) (string, bool) {
	switch t := t.(type) {
	case *types.Basic:
		obj := n.lookup(t.Name(), pos)
		return t.Name(), obj != nil && obj.Pkg() == nil // not shadowed
	case *types.Named:
		if t.TypeArgs().Len() > 0 {
			return "", false
		}
		return n.objectName(t.Obj(), pos)
	}
	return "", false
}

// objectName returns the name by which a package-level or local object can be
// written at pos.
func (n *Namer) objectName(obj types.Object, pos token.Pos) (string, bool) {
	if obj.Pkg() == n.pass.Pkg || obj.Pkg() == nil {
		return obj.Name(), n.lookup(obj.Name(), pos) == obj
	}
	if !obj.Exported() {
		return "", false
	}
	for _, spec := range n.file.Imports {
		name := n.importName(spec)
		if name == nil || name.Imported() != obj.Pkg() {
			continue
		}
		if name.Name() == "." {
			return obj.Name(), n.lookup(obj.Name(), pos) == obj
		}
		if n.lookup(name.Name(), pos) == name {
			return name.Name() + "." + obj.Name(), true
		}
	}
	return "", false
}

// lookup returns what a name means at pos.
func (n *Namer) lookup(name string, pos token.Pos) types.Object {
	scope := n.pass.Pkg.Scope().Innermost(pos)
	if scope == nil {
		return nil
	}
	_, obj := scope.LookupParent(name, pos)
	return obj
}

// ownConstant returns the program's own constant for a code, if it can stand at
// pos as a value of type t.
func (n *Namer) ownConstant(d *domain.Domain, m domain.Member, t types.Type, pos token.Pos) (string, bool) {
	for _, c := range n.bindings.Constants(d, m.Text) {
		if !fits(c, t) {
			continue
		}
		if name, ok := n.objectName(c, pos); ok {
			return name, true
		}
	}
	return "", false
}

// fits reports whether a constant has type t, or becomes it by itself. t is the
// type that the literal has in its place, so in an interface the constant must
// have just that dynamic type.
func fits(c *types.Const, t types.Type) bool {
	if basic, ok := c.Type().(*types.Basic); ok && basic.Info()&types.IsUntyped != 0 {
		if types.Identical(types.Default(basic), t) {
			return true
		}
		to, ok := t.Underlying().(*types.Basic)
		return ok && to.Info()&types.IsString == basic.Info()&types.IsString
	}
	return types.Identical(c.Type(), t)
}
