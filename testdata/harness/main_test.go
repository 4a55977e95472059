package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestTrials(t *testing.T) {
	seen := make(map[string]bool)
	count := make(map[string]int)
	for _, tr := range trials() {
		if seen[tr.String()] {
			t.Errorf("%v comes twice", tr)
		}
		seen[tr.String()] = true
		count[tr.domain]++
	}
	// Endpoints times codes times forms, and one more for messages.
	const odd = 4 + 2 + 1
	want := map[string]int{
		"response": (7*4 + 1) * (23 + odd),
		"template": 2 * 4 * (25 + odd),
		"reason":   3 * 4 * (15 + odd),
	}
	for domain, n := range want {
		if count[domain] != n {
			t.Errorf("%s: %d trials, want %d", domain, count[domain], n)
		}
	}
}

func TestSameTwice(t *testing.T) {
	if testing.Short() {
		t.Skip("runs both services two times over")
	}
	for name, service := range services {
		var outs [2]bytes.Buffer
		for i := range outs {
			if err := runAll(service, &outs[i]); err != nil {
				t.Fatal(name, err)
			}
		}
		if !bytes.Equal(outs[0].Bytes(), outs[1].Bytes()) {
			t.Errorf("%s: the output of two runs differs", name)
		}
		if n := strings.Count(outs[0].String(), " requests: "); n != len(trials()) {
			t.Errorf("%s: %d of %d trials", name, n, len(trials()))
		}
	}
}
