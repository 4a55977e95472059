package syntax

import (
	"slices"
	"testing"
)

// calls are functions, and which others they call: a, b and c call each other, and c calls d.
var calls = map[string][]string{"a": {"b"}, "b": {"a", "c"}, "c": {"b", "d"}, "e": {"f"}, "f": {"e"}}

func TestAssumption(t *testing.T) {
	for _, first := range []string{"a", "b", "c", "d", "e", "f"} {
		var quiet Assumption[string]
		var of func(fn string) bool
		of = func(fn string) bool {
			return quiet.Of(fn, func() bool {
				return fn != "d" && !slices.ContainsFunc(calls[fn], func(callee string) bool { return !of(callee) })
			})
		}
		of(first)
		for fn, want := range map[string]bool{"a": false, "b": false, "c": false, "d": false, "e": true, "f": true} {
			if got := of(fn); got != want {
				t.Errorf("%s, after %s: %v, want %v", fn, first, got, want)
			}
		}
	}
}

func TestReached(t *testing.T) {
	for from, want := range map[string]string{"a": "abcd", "c": "cbda", "d": "d", "f": "fe"} {
		got := ""
		for _, fn := range Reached(from, func(fn string) []string { return calls[fn] }) {
			got += fn
		}
		if got != want {
			t.Errorf("from %s: %s, want %s", from, got, want)
		}
	}
}
