package baddirective_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/baddirective"
	"github.com/errcodelint/errcodelint/analyzer/magiccode"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

func Test(t *testing.T) {
	// Checks that are not asked say nothing of an ignore, so name the one that the programs are about.
	analysistest.Run(t, testprograms.Dir(t), baddirective.New(baddirective.Settings{}, magiccode.Analyzer), "./baddirective/...")
}

func TestTests(t *testing.T) {
	tests := magiccode.New(magiccode.Settings{Tests: true})
	analysistest.Run(t, testprograms.Dir(t), baddirective.New(baddirective.Settings{Tests: true}, tests), "./settings/ignores")
}
