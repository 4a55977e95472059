package check

import (
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/internal/guard"
)

// A Result is what every check's Run returns: which ignores of the package it
// needed. The check baddirective asks for it.
type Result struct {
	guard.Held
	used map[*directive.Directive]bool
}

// ResultType is the ResultType of every check.
var ResultType = reflect.TypeFor[*Result]()

// Used reports whether the check would have spoken where an ignore silences it.
func (r *Result) Used(ignore *directive.Directive) bool { return r.used[ignore] }

// A Reporter reports one check's diagnostics, but for those that the program
// ignores.
type Reporter struct {
	pass       *analysis.Pass
	directives *directive.Result
	result     Result
}

// NewReporter returns the reporter of a pass.
func NewReporter(pass *analysis.Pass) *Reporter {
	return &Reporter{
		pass:       pass,
		directives: Directives(pass),
		result:     Result{used: make(map[*directive.Directive]bool)},
	}
}

// Report reports a diagnostic, or notes that it is silenced.
func (r *Reporter) Report(d analysis.Diagnostic) {
	by, silent := r.directives.Silences(d.Pos, r.pass.Analyzer.Name)
	for _, ignore := range by {
		r.result.used[ignore] = true
	}
	if !silent {
		r.pass.Report(d)
	}
}

// Result returns what Run returns.
func (r *Reporter) Result() *Result { return &r.result }
