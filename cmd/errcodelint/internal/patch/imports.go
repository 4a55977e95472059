package patch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// dropUnusedImports removes the imports that before used and after uses no more: several fixes may
// together replace the last uses of a package, which none of them can know.
//
// The name of an imported package is guessed from its path. The guess has to explain a use in before,
// and the changed files are compiled before anything is written, so a wrong one does no harm.
func dropUnusedImports(before, after []byte) ([]byte, error) {
	old, err := parser.ParseFile(token.NewFileSet(), "", before, parser.SkipObjectResolution)
	if err != nil {
		return after, nil // go vet has read it: it has changed since, which is found out later
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", after, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return nil, err
	}
	usedBefore, usedAfter := qualifiers(old), qualifiers(f)
	var edits []govet.Edit
	for _, decl := range f.Decls {
		decl, ok := decl.(*ast.GenDecl)
		if !ok || decl.Tok != token.IMPORT {
			continue
		}
		var unused []*ast.ImportSpec
		for _, spec := range decl.Specs {
			names := importNames(spec.(*ast.ImportSpec))
			if containsAny(usedBefore, names) && !containsAny(usedAfter, names) {
				unused = append(unused, spec.(*ast.ImportSpec))
			}
		}
		offset := func(pos token.Pos) int { return fset.PositionFor(pos, false).Offset }
		if len(unused) > 0 && len(unused) == len(decl.Specs) {
			edits = append(edits, removal(after, offset(decl.Pos()), offset(decl.End())))
			continue
		}
		for _, spec := range unused {
			start, end := spec.Pos(), spec.End()
			if spec.Doc != nil {
				start = spec.Doc.Pos()
			}
			if spec.Comment != nil {
				end = spec.Comment.End()
			}
			edits = append(edits, removal(after, offset(start), offset(end)))
		}
	}
	return apply(after, edits), nil
}

// removal removes text[start:end] with the rest of its lines, if that is blank.
func removal(text []byte, start, end int) govet.Edit {
	isBlank := func(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }
	for end < len(text) && isBlank(text[end]) {
		end++
	}
	if end < len(text) && text[end] == ';' {
		return govet.Edit{Start: start, End: end + 1}
	}
	first := start
	for first > 0 && isBlank(text[first-1]) {
		first--
	}
	if (first == 0 || text[first-1] == '\n') && end < len(text) && text[end] == '\n' {
		return govet.Edit{Start: first, End: end + 1}
	}
	return govet.Edit{Start: start, End: end}
}

// qualifiers returns the names that stand before a dot.
func qualifiers(f *ast.File) map[string]bool {
	names := make(map[string]bool)
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok {
				names[id.Name] = true
			}
		}
		return true
	})
	return names
}

func containsAny(set map[string]bool, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return set[name] })
}

var majorVersion = lazyregexp.New(`^v[0-9]+$`)

// importNames returns the names by which a file may call what spec imports; none if it does not
// call it by a name.
func importNames(spec *ast.ImportSpec) []string {
	if spec.Name != nil {
		if spec.Name.Name == "_" || spec.Name.Name == "." {
			return nil
		}
		return []string{spec.Name.Name}
	}
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil || p == "C" {
		return nil
	}
	base := path.Base(p)
	names := []string{base}
	if majorVersion().MatchString(base) {
		base = path.Base(path.Dir(p))
		names = append(names, base)
	}
	if stem, version, ok := strings.Cut(base, "."); ok && (majorVersion().MatchString(version) || version == "go") {
		base = stem
		names = append(names, base)
	}
	for _, stem := range []string{strings.TrimPrefix(base, "go-"), strings.TrimSuffix(base, "-go")} {
		names = append(names, stem, strings.ReplaceAll(stem, "-", ""), strings.ReplaceAll(stem, "-", "_"))
		names = append(names, stem[strings.LastIndexByte(stem, '-')+1:])
	}
	return names
}
