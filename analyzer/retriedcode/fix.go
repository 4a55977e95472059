package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
)

// namer returns what writes names in a file.
func (c *checker) namer(file *ast.File) *edit.Namer {
	n, ok := c.namers[file]
	if !ok {
		n = edit.NewNamer(c.pass, c.bindings, file)
		c.namers[file] = n
	}
	return n
}

// rewrite returns the fix that makes some changes, unless one of them takes away
// the last use of an import.
func (c *checker) rewrite(file *ast.File, message string, edits []analysis.TextEdit) []analysis.SuggestedFix {
	if c.unused(file, edits) {
		return nil
	}
	e, ok := c.namer(file).Rewrite(edits...)
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: message, TextEdits: []analysis.TextEdit{e}}}
}

// unused reports whether an import of the file is used only in what edits take
// away.
func (c *checker) unused(file *ast.File, edits []analysis.TextEdit) bool {
	info := c.pass.TypesInfo
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
