package edit

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// A pkg is a package whose constants are written.
type pkg struct{ path, name string }

var codesPkg = pkg{domain.CodesPath, "codes"}

// qualified returns the qualified name of another package's constant at pos, and
// the edits that import the package where the file lacks it.
func (n *Namer) qualified(p pkg, constant string, pos token.Pos) (string, []analysis.TextEdit) {
	if n.pass.Pkg.Path() == p.path {
		return constant, nil
	}
	for _, spec := range n.file.Imports {
		name := n.importName(spec)
		if name == nil || name.Imported().Path() != p.path {
			continue
		}
		if name.Name() == "." {
			if obj := n.lookup(constant, pos); obj != nil && obj.Pkg() == name.Imported() {
				return constant, nil
			}
			continue
		}
		if n.lookup(name.Name(), pos) == name {
			return name.Name() + "." + constant, nil
		}
	}
	name := n.freshName(p)
	if n.imports[p] == nil {
		n.imports[p] = n.importEdits(p, name)
	}
	return name + "." + constant, n.imports[p]
}

// importName returns the package name that an import declares, or nil for a
// blank or broken import.
func (n *Namer) importName(spec *ast.ImportSpec) *types.PkgName {
	name := n.pass.TypesInfo.PkgNameOf(spec)
	if name == nil || name.Name() == "_" {
		return nil
	}
	return name
}

// freshName returns the name under which a package is imported: one that means
// nothing else anywhere in the file, so that every fix can use it.
func (n *Namer) freshName(p pkg) string {
	if fresh, ok := n.fresh[p]; ok {
		return fresh
	}
	taken := make(map[string]bool)
	for _, name := range n.pass.Pkg.Scope().Names() {
		taken[name] = true
	}
	for _, spec := range n.file.Imports {
		if name := n.importName(spec); name != nil {
			taken[name.Name()] = true
		}
	}
	ast.Inspect(n.file, func(node ast.Node) bool {
		if id, ok := node.(*ast.Ident); ok {
			obj, defined := n.pass.TypesInfo.Defs[id] // no object: of a type switch
			if v, ok := obj.(*types.Var); defined && !(ok && v.IsField()) {
				taken[id.Name] = true
			}
		}
		return true
	})
	for _, name := range n.ignoredNames() {
		taken[name] = true
	}
	for _, other := range n.fresh {
		taken[other] = true
	}
	fresh := p.name
	for i := 1; taken[fresh]; i++ {
		fresh = "err" + p.name
		if i > 1 {
			fresh += strconv.Itoa(i)
		}
	}
	n.fresh[p] = fresh
	return fresh
}

// importEdits returns the insertions that import a package under a name.
func (n *Namer) importEdits(p pkg, name string) []analysis.TextEdit {
	spec := strconv.Quote(p.path)
	if name != p.name {
		spec = name + " " + spec
	}
	var decls []*ast.GenDecl
	for _, decl := range n.file.Decls {
		if decl, ok := decl.(*ast.GenDecl); ok && decl.Tok == token.IMPORT {
			decls = append(decls, decl)
		}
	}
	// A block takes it, unless cgo reads the block.
	for _, decl := range decls {
		if decl.Lparen.IsValid() && !importsC(decl) {
			return []analysis.TextEdit{n.insertInBlock(decl, p.path, spec)}
		}
	}
	if len(decls) == 0 {
		return []analysis.TextEdit{insertion(n.lineEnd(n.file.Name.End()), "\n\nimport "+spec)}
	}
	last := decls[len(decls)-1]
	switch {
	case importsC(last):
		return []analysis.TextEdit{insertion(n.lineEnd(last.End()), "\n\nimport "+spec)}
	case len(decls) == 1 && n.lineEnd(last.End()) == last.End():
		return makeBlock(last, p.path, spec)
	}
	return []analysis.TextEdit{insertion(n.lineEnd(last.End()), "\nimport "+spec)}
}

// makeBlock turns a lone import into a block of two.
func makeBlock(decl *ast.GenDecl, adds, spec string) []analysis.TextEdit {
	lone := decl.Specs[0].(*ast.ImportSpec)
	path := importPath(lone)
	switch {
	case !isModulePath(path):
		return []analysis.TextEdit{insertion(lone.Pos(), "(\n\t"), insertion(lone.End(), "\n\n\t"+spec+"\n)")}
	case isBehind(lone, adds, spec):
		return []analysis.TextEdit{insertion(lone.Pos(), "(\n\t"+spec+"\n\t"), insertion(lone.End(), "\n)")}
	}
	return []analysis.TextEdit{insertion(lone.Pos(), "(\n\t"), insertion(lone.End(), "\n\t"+spec+"\n)")}
}

// isBehind reports whether gofmt puts an import behind a spec that imports a path: those of one path it sorts by
// their names, and one without a name comes first.
func isBehind(other *ast.ImportSpec, path, spec string) bool {
	if p := importPath(other); p != path {
		return p > path
	}
	name, _, named := strings.Cut(spec, " ")
	if !named {
		name = ""
	}
	return other.Name != nil && other.Name.Name > name
}

func importsC(decl *ast.GenDecl) bool {
	for _, spec := range decl.Specs {
		if spec.(*ast.ImportSpec).Path.Value == `"C"` {
			return true
		}
	}
	return false
}

// insertInBlock inserts a spec into a parenthesised import declaration: sorted,
// in the last group that holds modules' packages, else in a group of its own.
func (n *Namer) insertInBlock(decl *ast.GenDecl, path, spec string) analysis.TextEdit {
	groups := n.groups(decl)
	if n.line(decl.Lparen) == n.line(decl.Rparen) {
		// import ("fmt"; "os") on one line.
		if len(groups) == 0 {
			return insertion(decl.Rparen, "\n\t"+spec+"\n")
		}
		last := groups[len(groups)-1]
		return insertion(last[len(last)-1].End(), "; "+spec)
	}
	if len(groups) == 0 {
		return insertion(decl.Lparen+1, "\n\t"+spec)
	}
	group := n.groupFor(groups, path)
	if group == nil {
		last := groups[len(groups)-1]
		return insertion(n.lineEnd(last[len(last)-1].End()), "\n\n\t"+spec)
	}
	for _, other := range group {
		if isBehind(other, path, spec) {
			at := other.Pos()
			if other.Doc != nil {
				at = other.Doc.Pos()
			}
			return insertion(at, spec+"\n\t")
		}
	}
	return insertion(n.lineEnd(group[len(group)-1].End()), "\n\t"+spec)
}

// groups splits a block's imports at its blank lines.
func (n *Namer) groups(decl *ast.GenDecl) [][]*ast.ImportSpec {
	var groups [][]*ast.ImportSpec
	lastLine := 0
	for _, s := range decl.Specs {
		spec := s.(*ast.ImportSpec)
		start := spec.Pos()
		if spec.Doc != nil {
			start = spec.Doc.Pos()
		}
		if len(groups) == 0 || n.line(start) > lastLine+1 {
			groups = append(groups, nil)
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], spec)
		lastLine = n.line(n.lineEnd(spec.End()))
	}
	return groups
}

// groupFor returns the group that a package belongs to: the one of other modules'
// packages, rather than the program's own, or the other way round. A group is left alone when
// a comment beside one of its imports would be realigned.
func (n *Namer) groupFor(groups [][]*ast.ImportSpec, adds string) []*ast.ImportSpec {
	var second []*ast.ImportSpec
	for _, group := range groups {
		if hasComments(group) {
			continue
		}
		for _, spec := range group {
			switch path := importPath(spec); {
			case !isModulePath(path):
			case n.ownPackage(path) != n.ownPackage(adds):
				second = group
			default:
				return group
			}
		}
	}
	// With no other module's package to go by, all modules share a group, as
	// goimports has it.
	return second
}

func hasComments(group []*ast.ImportSpec) bool {
	for _, spec := range group {
		if spec.Comment != nil {
			return true
		}
	}
	return false
}

// isModulePath reports whether a path is not of the standard library: its first
// element has a dot.
func isModulePath(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ".")
}

// ownPackage reports whether a path is in the module under analysis.
func (n *Namer) ownPackage(path string) bool {
	if n.pass.Module == nil || n.pass.Module.Path == "" {
		return false
	}
	return path == n.pass.Module.Path || strings.HasPrefix(path, n.pass.Module.Path+"/")
}

func importPath(spec *ast.ImportSpec) string {
	path, _ := strconv.Unquote(spec.Path.Value)
	return path
}

func insertion(at token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: at, End: at, NewText: []byte(text)}
}

func (n *Namer) line(pos token.Pos) int { return n.pass.Fset.PositionFor(pos, false).Line }
