package wrongcode_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/wrongcode"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

func Test(t *testing.T) {
	testprograms.CheckFixes(t, testprograms.Dir(t), wrongcode.Analyzer, "./wrongcode/...")
}

func TestSettings(t *testing.T) {
	dir := testprograms.Dir(t)
	analysistest.Run(t, dir, wrongcode.New(wrongcode.Settings{Tests: true}), "./settings/wrongcode/tests")
	analysistest.Run(t, dir, wrongcode.New(wrongcode.Settings{RequireEvidence: true}), "./settings/wrongcode/evidence")
}
