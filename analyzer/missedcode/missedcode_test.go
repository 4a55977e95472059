package missedcode_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/missedcode"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

func Test(t *testing.T) {
	testprograms.CheckFixes(t, testprograms.Dir(t), missedcode.Analyzer, "./missedcode/...")
}

// TestLibraries has replies that HTTP clients decode.
func TestLibraries(t *testing.T) {
	analysistest.Run(t, testprograms.Libraries(t, "clients"), missedcode.Analyzer, "./refused")
}
