package guard

import (
	"fmt"

	"golang.org/x/tools/go/analysis"
)

// Category is that of a diagnostic which reports a failure. It is no finding: the command takes it for
// a reason to end with 2.
const Category = "failed"

// Tracker is where failures are to be reported.
const Tracker = "https://github.com/errcodelint/errcodelint/issues"

// Report reports the failures of the analyzers that this one requires, and of those that they require,
// as far as their Results are at hand: all of them, if the pass' analyzer requires all of them.
func Report(pass *analysis.Pass) {
	if len(pass.Files) == 0 {
		return
	}
	for _, a := range pass.Analyzer.Requires {
		failed, ok := pass.ResultOf[a].(interface{ Failure() error })
		if !ok || failed.Failure() == nil {
			continue
		}
		pass.Report(analysis.Diagnostic{
			Pos: pass.Files[0].Name.Pos(), End: pass.Files[0].Name.End(),
			Category: Category,
			Message: fmt.Sprintf("%v, so this package was not checked in full. This is a bug of errcodelint: please report it at %s",
				failed.Failure(), Tracker),
		})
	}
}
