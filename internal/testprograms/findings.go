package testprograms

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// Unique sorts findings, and drops those that are listed twice.
func Unique(findings []string) []string {
	slices.Sort(findings)
	return slices.Compact(findings)
}

// SameFindings fails for each finding that a driver misses, or has alone.
func SameFindings(t testing.TB, driver string, want, got []string) {
	t.Helper()
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("%s misses %s", driver, f)
		}
	}
	for _, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("%s alone has %s", driver, f)
		}
	}
}

// Sent reads what testdata's retriedcode/prove prints: how often each program has
// sent its request, by program and code.
func Sent(t testing.TB, output string) map[string]map[string]int {
	t.Helper()
	counts := make(map[string]map[string]int)
	for line := range strings.Lines(output) {
		var name, code string
		var n int
		if _, err := fmt.Sscan(line, &name, &code, &n); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if counts[name] == nil {
			counts[name] = make(map[string]int)
		}
		counts[name][code] = n
	}
	return counts
}
