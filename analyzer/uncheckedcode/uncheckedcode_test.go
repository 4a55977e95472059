package uncheckedcode_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/errcodelint/errcodelint/analyzer/uncheckedcode"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

func Test(t *testing.T) {
	analysistest.Run(t, testprograms.Dir(t), uncheckedcode.Analyzer, "./uncheckedcode/...")
}

// TestClients has HTTP clients that decode by themselves.
func TestClients(t *testing.T) {
	analysistest.Run(t, testprograms.Libraries(t, "clients"), uncheckedcode.Analyzer, "./...")
}
