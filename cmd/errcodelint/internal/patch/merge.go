package patch

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// A merger collects fixes that can be applied together.
type merger struct {
	edits  map[string][]govet.Edit // by file, in the order in which they came
	header map[string]int          // by file, the length of its header, see headerOf
}

// add takes a fix in, all of its edits or none, and reports whether it did. Edits name their files
// by the keys of the merger.
func (m *merger) add(fix govet.Fix) bool {
	var fresh []govet.Edit
	whole := true // every edit is there already: the same fix, from another check or package
	for _, e := range fix.Edits {
		if !slices.Contains(m.edits[e.File], e) {
			whole = false
		}
	}
	if whole {
		return true
	}
	for i, e := range fix.Edits {
		for _, other := range fix.Edits[:i] {
			if e.File == other.File && overlap(e, other) {
				return false // a fix at odds with itself
			}
		}
		known := false
		for _, have := range m.edits[e.File] {
			if have == e && m.mergeable(e) {
				known = true
			} else if have == e || overlap(have, e) || samePlace(have, e) {
				return false
			}
		}
		if !known {
			fresh = append(fresh, e)
		}
	}
	if m.edits == nil {
		m.edits = make(map[string][]govet.Edit)
	}
	for _, e := range fresh {
		m.edits[e.File] = append(m.edits[e.File], e)
	}
	return true
}

// overlap reports whether two edits of a file touch the same bytes. Text that is inserted at the
// edge of a replaced stretch is beside it.
func overlap(a, b govet.Edit) bool {
	return a.Start < b.End && b.Start < a.End
}

// samePlace reports whether two edits insert text at one point, so that their order would matter.
func samePlace(a, b govet.Edit) bool {
	return a.Start == a.End && b.Start == b.End && a.Start == b.Start
}

// mergeable reports whether an edit that two fixes have in common does for both what it does for one.
// A replacement does, and so does what makes an import. Anything else that is inserted, a
// parenthesis say, has a partner somewhere, and the other fix needs one too.
func (m *merger) mergeable(e govet.Edit) bool {
	return e.Start < e.End || e.Start < m.header[e.File] || isImport(e.New)
}

// headerOf returns the length of a file's header: what stands before the first declaration that is
// no import. It is 0 if the file has no such declaration, or is no Go.
func headerOf(text []byte) int {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "", text, parser.SkipObjectResolution|parser.ParseComments)
	if err != nil {
		return 0
	}
	for _, decl := range f.Decls {
		start := decl.Pos()
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Doc != nil {
				start = decl.Doc.Pos()
			}
		case *ast.GenDecl:
			if decl.Tok == token.IMPORT {
				continue
			}
			if decl.Doc != nil {
				start = decl.Doc.Pos()
			}
		}
		return fset.PositionFor(start, false).Offset
	}
	return 0
}

// isImport reports whether text, put where an import may stand, imports something and does nothing else.
func isImport(text string) bool {
	for _, src := range []string{"package p;" + text, "package p; import (" + text + "\n)"} {
		f, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
		if err == nil && len(f.Imports) > 0 && len(f.Decls) == 1 {
			return true
		}
	}
	return false
}

// apply returns text with the edits applied. They do not overlap and lie within text.
func apply(text []byte, edits []govet.Edit) []byte {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b govet.Edit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	var out []byte
	pos := 0
	for _, e := range edits {
		out = append(out, text[pos:e.Start]...)
		out = append(out, e.New...)
		pos = e.End
	}
	return append(out, text[pos:]...)
}
