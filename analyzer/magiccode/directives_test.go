package magiccode_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/magiccode"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// TestDirectives has programs with domains of their own, and with ignores.
func TestDirectives(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), magiccode.Analyzer, "./directives/...")
}
