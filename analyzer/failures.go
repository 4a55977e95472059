package analyzer

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/doc"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// baddirective is the check that reports what went wrong in the others: it requires them, and all
// that they require, and calls [guard.Report]. That is all it does as yet.
func baddirective(options check.Options, checks []*analysis.Analyzer) *analysis.Analyzer {
	requires := slices.Clone(checks)
	for i := 0; i < len(requires); i++ {
		for _, a := range requires[i].Requires {
			if !slices.Contains(requires, a) {
				requires = append(requires, a)
			}
		}
	}
	a := &analysis.Analyzer{
		Name:             "baddirective",
		Doc:              "report checks that failed\n\n# Categories\n\n  - failed: a check could not do its work",
		URL:              doc.URL("baddirective"),
		Requires:         requires,
		RunDespiteErrors: true,
		Run: func(pass *analysis.Pass) (any, error) {
			guard.Report(pass)
			return nil, nil
		},
	}
	options.Register(&a.Flags)
	return guard.Guard(a)
}
