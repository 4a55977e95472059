package testprograms

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// CheckFixes is analysistest.RunWithSuggestedFixes, but for that it also wants every .golden file beside the programs to be what
// fixes make of one: analysistest does not look at those of files of which none is suggested any more.
func CheckFixes(t *testing.T, dir string, a *analysis.Analyzer, patterns ...string) {
	t.Helper()
	changed := make(map[string]bool)
	folders := make(map[string]bool)
	for _, r := range analysistest.RunWithSuggestedFixes(t, dir, a, patterns...) {
		for _, file := range r.Action.Package.GoFiles {
			folders[filepath.Dir(file)] = true
		}
		for _, d := range r.Action.Diagnostics {
			for _, fix := range d.SuggestedFixes {
				for _, e := range fix.TextEdits {
					changed[r.Action.Package.Fset.File(e.Pos).Name()] = true
				}
			}
		}
	}
	for folder := range folders {
		goldens, err := filepath.Glob(filepath.Join(folder, "*.golden"))
		if err != nil {
			t.Fatal(err)
		}
		for _, golden := range goldens {
			file := golden[:len(golden)-len(".golden")]
			if _, err := os.Stat(file); err != nil {
				t.Errorf("%s: %v", golden, err)
			} else if !changed[file] {
				t.Errorf("%s: nothing is fixed in %s any more", golden, filepath.Base(file))
			}
		}
	}
}
