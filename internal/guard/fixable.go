package guard

import (
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// fixable reports whether every edit of the diagnostic's fixes lies in a file that was parsed as it
// is on disk.
//
// Drivers name the file of an edit as `//line` comments have it, with the offset in the file that was
// parsed. In a package with cgo these are two different files, and the edit would hit the wrong bytes.
func fixable(fset *token.FileSet, d analysis.Diagnostic) bool {
	for _, fix := range d.SuggestedFixes {
		for _, edit := range fix.TextEdits {
			if moved(fset, edit.Pos) || edit.End.IsValid() && moved(fset, edit.End) {
				return false
			}
		}
	}
	return true
}

// moved reports whether a `//line` comment says that pos belongs into another file.
func moved(fset *token.FileSet, pos token.Pos) bool {
	if !pos.IsValid() {
		return false
	}
	return fset.PositionFor(pos, false).Filename != fset.PositionFor(pos, true).Filename
}
