package vettool

import (
	"fmt"
	"go/token"
	"log"

	"golang.org/x/tools/go/analysis"
)

// guard changes the checks, and all that they require, in two points where unitchecker would let
// something go wrong in silence.
//
//   - Of a fix it prints the file's name as `//line` comments have it, with the offset in the file
//     that was parsed. In a package with cgo these are two different files, and the edit would hit
//     the wrong bytes. Such a fix is dropped; the finding stays.
//   - It ignores a check that fails on a dependency, and with it the facts that are missing then.
//
// The change is in place because the analyzers that others require are known by their identity.
func guard(suite []*analysis.Analyzer, factsOnly bool) {
	seen := make(map[*analysis.Analyzer]bool)
	var visit func([]*analysis.Analyzer)
	visit = func(list []*analysis.Analyzer) {
		for _, a := range list {
			if seen[a] {
				continue
			}
			seen[a] = true
			visit(a.Requires)
			run := a.Run
			a.Run = func(pass *analysis.Pass) (any, error) {
				report := pass.Report
				pass.Report = func(d analysis.Diagnostic) {
					if !fixable(pass.Fset, d) {
						d.SuggestedFixes = nil
					}
					report(d)
				}
				result, err := run(pass)
				if err != nil && factsOnly {
					log.Fatalf("check %s failed on %s: %v", a.Name, pass.Pkg.Path(), err)
				}
				if err != nil {
					err = fmt.Errorf("check %s failed: %w", a.Name, err)
				}
				return result, err
			}
		}
	}
	visit(suite)
}

// fixable reports whether every edit of the diagnostic's fixes lies in a file that was parsed as it
// is on disk.
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
