// Package analyzer is the suite: every check of errcodelint as an
// [analysis.Analyzer], for the drivers that run them.
package analyzer

import (
	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/baddirective"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/magiccode"
	"github.com/errcodelint/errcodelint/analyzer/missedcode"
	"github.com/errcodelint/errcodelint/analyzer/retriedcode"
	"github.com/errcodelint/errcodelint/analyzer/uncheckedcode"
	"github.com/errcodelint/errcodelint/analyzer/wrongcode"
)

// Settings configure the checks of one suite. The zero value is the default. The tags are the names of
// the checks' flags.
type Settings struct {
	// Tests makes the checks report in _test.go files too.
	Tests bool `json:"tests"`

	// RequireEvidence keeps only values whose type is one of package codes' or
	// a declared domain's, and packages that import package codes, contain a
	// directive or name the vendor's host.
	RequireEvidence bool `json:"require-evidence"`

	// MissedDefault says when a default speaks for the codes without a case:
	// "smart", the default, "always" or "never".
	MissedDefault missedcode.Default `json:"-"` // missedcode's own flag
}

// New returns the checks with the given settings. Suites do not share state:
// two configurations can live in one process.
func New(s Settings) []*analysis.Analyzer {
	options := check.Options{Tests: s.Tests, RequireEvidence: s.RequireEvidence}
	checks := []*analysis.Analyzer{
		magiccode.New(options),
		missedcode.New(missedcode.Settings{Options: options, Default: s.MissedDefault}),
		retriedcode.New(options),
		wrongcode.New(options),
		uncheckedcode.New(options),
	}
	return append(checks, baddirective.New(options, checks...))
}

// Analyzers returns the checks with default settings.
func Analyzers() []*analysis.Analyzer { return New(Settings{}) }
