// Package judge says what is wrong with a constant that meets a code, and with
// the test that it is part of. Check wrongcode reports that; magiccode asks too,
// and leaves such a literal alone.
//
//   - misfit.go: the constant itself: no code of the domain, or of a type that
//     the code never has; held.go: which type a variable holds
//   - vacuous.go: a test that comes out one way only; usedup.go: one that nobody gets to
//   - guard.go: which guard before the test makes it so
//   - found.go: codes that come out of errors, which may hold anything
//   - others.go: what other goroutines may have changed in between
//   - builds.go: what another build of the program would see
package judge

import (
	"go/token"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
)

// A Judge judges the constants of one package.
type Judge struct {
	pass     *analysis.Pass
	bindings *binding.Result
	flow     *codeflow.Result

	misfits sync.Once
	wrong   []token.Pos // of the constants that do not fit
	walked  map[step]result
}

// Requires are the analyzers that a check needs to have a Judge.
var Requires = append([]*analysis.Analyzer{codeflow.Analyzer}, check.Requires...)

// New returns the judge of a pass.
func New(pass *analysis.Pass) *Judge {
	return &Judge{
		pass:     pass,
		bindings: pass.ResultOf[binding.Analyzer].(*binding.Result),
		flow:     pass.ResultOf[codeflow.Analyzer].(*codeflow.Result),
		walked:   make(map[step]result),
	}
}
