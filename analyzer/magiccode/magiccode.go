// Package magiccode is a placeholder for the first commit.
package magiccode

import "golang.org/x/tools/go/analysis"

// New returns the check.
func New() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name: "magiccode",
		Doc:  "report bare numbers where a named error code belongs",
		URL:  "https://github.com/errcodelint/errcodelint/blob/main/docs/magiccode.md",
		Run:  func(*analysis.Pass) (any, error) { return nil, nil },
	}
	a.Flags.Bool("tests", false, "also report in _test.go files")
	a.Flags.Bool("require-evidence", false, "report only typed codes and packages that show they use the vendor's API")
	return a
}
