package magiccode_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/magiccode"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

func Test(t *testing.T) {
	testprograms.CheckFixes(t, testprograms.Dir(t), magiccode.Analyzer, "./magiccode/...")
}

func TestSettings(t *testing.T) {
	dir := testprograms.Dir(t)
	analysistest.Run(t, dir, magiccode.New(magiccode.Settings{Tests: true}), "./settings/tests")
	analysistest.Run(t, dir, magiccode.New(magiccode.Settings{RequireEvidence: true}), "./settings/evidence/...")
}
