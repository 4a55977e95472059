package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Namer writes the names of codes in one file.
type Namer struct {
	pass     *analysis.Pass
	bindings *binding.Result
	file     *ast.File
	fresh    map[pkg]string              // the names under which packages will be imported
	imports  map[pkg][]analysis.TextEdit // of those packages under these names
	text     []byte                      // of the file, nil until asked
	gofmted  *bool                       // see isFormatted
}

// NewNamer returns a Namer for a file of the pass.
func NewNamer(pass *analysis.Pass, bindings *binding.Result, file *ast.File) *Namer {
	return &Namer{pass: pass, bindings: bindings, file: file, fresh: make(map[pkg]string), imports: make(map[pkg][]analysis.TextEdit)}
}

// A Name is an expression for a code, and the edits that write it.
type Name struct {
	Text  string // "int(codes.ResponseSuccess)"
	Edits []analysis.TextEdit
}

// Name returns an expression for member m of domain d to stand in place of old:
// a literal, perhaps with a sign and conversions around it, which is lit, or
// another constant, for which lit is nil. It is
// the program's own constant where one is in reach, else that of package codes.
// It fails where the type has no name in reach, and where an edit would lose a
// comment or hit what is not the author's text.
func (n *Namer) Name(d *domain.Domain, m domain.Member, old ast.Expr, lit *ast.BasicLit) (Name, bool) {
	pos := old.Pos()
	if n.rewritten(pos) || n.HasComment(old) {
		return Name{}, false
	}
	if name, ok := n.ownConstant(d, m, old, lit); ok {
		return name, true
	}
	if m.Path != domain.CodesPath {
		return n.declaredConstant(d, m, old, lit)
	}
	qualified, imports := n.qualified(codesPkg, m.Const, pos)
	text, ok := n.converted(qualified, d, n.pass.TypesInfo.TypeOf(old), pos)
	if text != qualified && ast.Unparen(old) == lit && n.isIndex(old) {
		text, ok = qualified, true
	}
	if ok && strings.Contains(text, "()") && n.inConstant(old) {
		return Name{}, false
	}
	return Name{text, append(n.replace(old, text), imports...)}, ok
}

// replace returns the edit that puts text in the place of an expression, apart
// from a keyword that stands right before it: case"0".
func (n *Namer) replace(old ast.Expr, text string) []analysis.TextEdit {
	if before := n.before(old.Pos()); before == '_' || 'a' <= before && before <= 'z' {
		text = " " + text
	}
	return []analysis.TextEdit{{Pos: old.Pos(), End: old.End(), NewText: []byte(text)}}
}

// inConstant reports whether e is part of a constant expression, in which there
// must be no call: the length of an array literal.
func (n *Namer) inConstant(e ast.Expr) bool {
	path, _ := astutil.PathEnclosingInterval(n.file, e.Pos(), e.End())
	for _, outer := range path {
		if call, ok := outer.(*ast.CallExpr); ok && outer != ast.Node(e) && n.pass.TypesInfo.Types[call].Value != nil {
			return true
		}
	}
	return false
}

// isIndex reports whether e is an index of a list, which may be of any integer type.
func (n *Namer) isIndex(e ast.Expr) bool {
	path, _ := astutil.PathEnclosingInterval(n.file, e.Pos(), e.End())
	for i, outer := range path {
		switch outer := outer.(type) {
		case *ast.IndexExpr:
			return e.Pos() > outer.Lbrack && n.isList(outer.X)
		case *ast.KeyValueExpr:
			lit, ok := path[min(i+1, len(path)-1)].(*ast.CompositeLit)
			return ok && e.End() <= outer.Colon && n.isList(lit)
		case *ast.ParenExpr, *ast.BasicLit:
		default:
			return false
		}
	}
	return false
}

func (n *Namer) isList(e ast.Expr) bool {
	t := n.pass.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	switch t := t.Underlying().(type) {
	case *types.Slice, *types.Array:
		return true
	case *types.Pointer:
		_, ok := t.Elem().Underlying().(*types.Array)
		return ok
	}
	return false
}

// rewritten reports whether the positions of the file are not those of the
// source that its author sees: cgo's output, a file with line directives.
func (n *Namer) rewritten(pos token.Pos) bool {
	fset := n.pass.Fset
	return fset.PositionFor(pos, true) != fset.PositionFor(pos, false)
}

// converted wraps a constant of package codes so that it has type t.
func (n *Namer) converted(constant string, d *domain.Domain, t types.Type, pos token.Pos) (string, bool) {
	t = types.Unalias(t)
	if named, ok := t.(*types.Named); ok && isCodesType(named, d) {
		return constant, true
	}
	basic, ok := t.Underlying().(*types.Basic)
	if _, param := t.(*types.TypeParam); !ok || param {
		return "", false
	}
	switch {
	case basic.Info()&types.IsString != 0:
		constant += ".Wire()"
		if t == types.Typ[types.String] {
			return constant, true
		}
	case basic.Info()&(types.IsInteger|types.IsFloat) == 0:
		return "", false
	}
	name, ok := n.typeName(t, pos)
	return name + "(" + constant + ")", ok
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
		return n.Object(t.Obj(), pos)
	}
	return "", false
}

// Object returns the name by which a package-level or local object can be
// written at pos.
func (n *Namer) Object(obj types.Object, pos token.Pos) (string, bool) {
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

// ownConstant returns the program's own constant for a code, if it can stand in
// place of old, or of the literal in it.
func (n *Namer) ownConstant(d *domain.Domain, m domain.Member, old ast.Expr, lit *ast.BasicLit) (Name, bool) {
	t := n.pass.TypesInfo.TypeOf(old)
	bare := ast.Unparen(old) == lit
	for _, c := range n.constants(d, m, t) {
		if !n.everywhere(c) {
			continue
		}
		name, imports, ok := n.constant(c, old.Pos())
		if !ok {
			continue
		}
		basic, ok := c.Type().(*types.Basic)
		switch untyped := ok && basic.Info()&types.IsUntyped != 0; {
		case untyped && lit == nil:
		case !untyped && (types.Identical(c.Type(), t) || bare && syntax.IsInteger(c.Type()) && n.isIndex(old)),
			untyped && bare && standsIn(basic, lit, t):
			return Name{name, append(n.replace(old, name), imports...)}, true
		case untyped && !bare && standsIn(basic, lit, n.pass.TypesInfo.TypeOf(lit)):
			return Name{name, n.replace(lit, name)}, true // the conversions stay
		}
	}
	return Name{}, false
}

// standsIn reports whether an untyped constant gets the type t that a literal
// has in its place. Where the place gives the type, it does if both are text or
// both are numbers; where the literal's own default type is t, perhaps nothing
// gives it (an interface, :=), so the constant must have that default, too.
func standsIn(constant *types.Basic, lit *ast.BasicLit, t types.Type) bool {
	if types.Identical(types.Default(constant), t) {
		return true
	}
	if types.Identical(defaultType(lit), t) {
		return false
	}
	to, ok := t.Underlying().(*types.Basic)
	return ok && to.Info()&types.IsString == constant.Info()&types.IsString
}

// defaultType returns the type that a literal has where nothing else gives one.
func defaultType(lit *ast.BasicLit) types.Type {
	switch lit.Kind {
	case token.STRING:
		return types.Typ[types.String]
	case token.CHAR:
		return types.Universe.Lookup("rune").Type()
	case token.FLOAT:
		return types.Typ[types.Float64]
	}
	return types.Typ[types.Int]
}

// Call returns a call of a method, without arguments, on an expression: what a
// pointer points to is called on the pointer.
func (n *Namer) Call(e ast.Expr, method string) (Name, bool) {
	if n.rewritten(e.Pos()) {
		return Name{}, false
	}
	call := "." + method + "()"
	e = ast.Unparen(e)
	switch x := e.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.CallExpr, *ast.IndexExpr, *ast.TypeAssertExpr:
		return Name{types.ExprString(x) + call, []analysis.TextEdit{insertion(x.End(), call)}}, true
	case *ast.StarExpr:
		switch x.X.(type) {
		case *ast.Ident, *ast.SelectorExpr:
			star := analysis.TextEdit{Pos: x.Star, End: x.X.Pos()}
			return Name{types.ExprString(x.X) + call, []analysis.TextEdit{star, insertion(x.End(), call)}}, true
		}
	}
	return Name{}, false
}
