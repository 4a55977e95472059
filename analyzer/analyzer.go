// Package analyzer is the suite: every check of errcodelint as a go/analysis Analyzer.
package analyzer

import (
	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/magiccode"
)

// Analyzers returns the suite's checks with default settings.
func Analyzers() []*analysis.Analyzer { return []*analysis.Analyzer{magiccode.New()} }
