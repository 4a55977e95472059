package retriedcode_test

import (
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/retriedcode"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

func Test(t *testing.T) {
	testprograms.CheckFixes(t, testprograms.Dir(t), retriedcode.Analyzer, "./retriedcode/...")
}

// TestTerminal has codes of another vendor, which TestProof's stand-in for the API does not answer.
func TestTerminal(t *testing.T) {
	testprograms.CheckFixes(t, testprograms.Dir(t), retriedcode.Analyzer, "./terminal")
}

// TestReports has reasons why a message was not delivered, which it does not answer either.
func TestReports(t *testing.T) {
	testprograms.CheckFixes(t, testprograms.Dir(t), retriedcode.Analyzer, "./reports/...")
}

// The modules of programs for retry libraries: those that are quick to check, and
// those that are heavy.
var (
	light = []string{"backoff", "backoff40", "retrygo", "light"}
	heavy = []string{"k8s", "queues", "jobs", "pubsub"}
)

func TestLibraries(t *testing.T) {
	for _, name := range light {
		t.Run(name, func(t *testing.T) {
			testprograms.CheckFixes(t, testprograms.Libraries(t, name), retriedcode.Analyzer, "./...")
		})
	}
}

func TestHeavyLibraries(t *testing.T) {
	if testing.Short() {
		t.Skipf("-short: %q need downloads of many megabytes", heavy)
	}
	for _, name := range heavy {
		t.Run(name, func(t *testing.T) {
			testprograms.CheckFixes(t, testprograms.Libraries(t, name), retriedcode.Analyzer, "./...")
		})
	}
}
