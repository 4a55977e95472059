package gclplugin

import (
	"go/token"

	"golang.org/x/tools/go/analysis"
)

// adapt takes out of an analyzer's diagnostics what golangci-lint would make something else of: each
// related information would become a finding of its own; of two fixes both would be applied, or none;
// an edit in another file would be dropped, and the rest of its fix applied.
func adapt(a *analysis.Analyzer) {
	run := a.Run
	a.Run = func(pass *analysis.Pass) (any, error) {
		adapted := *pass
		adapted.Report = func(d analysis.Diagnostic) {
			d.Related = nil
			if len(d.SuggestedFixes) != 1 || !within(pass.Fset.File(d.Pos), d.SuggestedFixes[0]) {
				d.SuggestedFixes = nil
			}
			pass.Report(d)
		}
		return run(&adapted)
	}
}

// within reports whether a fix changes that file alone.
func within(file *token.File, fix analysis.SuggestedFix) bool {
	for _, edit := range fix.TextEdits {
		pos := int(edit.Pos)
		if file == nil || pos < file.Base() || pos > file.Base()+file.Size() {
			return false
		}
	}
	return len(fix.TextEdits) > 0
}
