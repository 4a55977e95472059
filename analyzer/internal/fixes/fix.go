package fixes

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
)

// Namer returns what writes names in a file.
func (w *Writer) Namer(file *ast.File) *edit.Namer {
	n, ok := w.namers[file]
	if !ok {
		n = edit.NewNamer(w.pass, w.bindings, file)
		w.namers[file] = n
	}
	return n
}

// Rewrite returns the fix that makes some changes, unless one of them takes away
// the last use of an import.
func (w *Writer) Rewrite(file *ast.File, message string, edits []analysis.TextEdit) []analysis.SuggestedFix {
	if w.unused(file, edits) {
		return nil
	}
	e, ok := w.Namer(file).Rewrite(edits...)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: message, TextEdits: []analysis.TextEdit{e}}}
}

// unused reports whether an import of the file is used only in what edits take
// away.
func (w *Writer) unused(file *ast.File, edits []analysis.TextEdit) bool {
	info := w.pass.TypesInfo
	left, taken := make(map[*types.PkgName]bool), make(map[*types.PkgName]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		name, ok := info.Uses[id].(*types.PkgName)
		if !ok {
			return true
		}
		if slices.ContainsFunc(edits, func(e analysis.TextEdit) bool { return e.Pos <= id.Pos() && id.End() <= e.End }) {
			taken[name] = true
		} else {
			left[name] = true
		}
		return true
	})
	for name := range taken {
		if !left[name] {
			return true
		}
	}
	return false
}
