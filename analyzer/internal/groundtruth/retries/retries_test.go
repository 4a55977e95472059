package retries_test

import (
	"flag"
	"reflect"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/retries"
	"github.com/errcodelint/errcodelint/analyzer/retriedcode"
)

var (
	functions = flag.Int("functions", 0, "how many functions to generate; 0: as many as fit into half a minute")
	seed      = flag.Uint64("seed", 1, "the first program's seed")
	shrink    = flag.Int("shrink", 3, "how many findings of a program to shrink and print")
	raw       = flag.Bool("raw", false, "print all findings, as they are")
	free      = flag.Bool("free", false, "print those misses that may be, too")
)

// batch is how many functions are compiled as one program.
const batch = 1000

func newToolchain(t testing.TB) *retries.Toolchain {
	t.Helper()
	tc, err := retries.NewToolchain(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return tc
}

// TestGroundTruth runs generated functions with every code, and compares for
// which the same request was sent again with what the check reports. With
// -functions 20000 it is the long run, which -v lets print its table.
func TestGroundTruth(t *testing.T) {
	n := *functions
	if n == 0 {
		n = 600
		if testing.Short() {
			n = 200
		}
	}
	tc := newToolchain(t)
	var stats retries.Stats
	for i := uint64(0); n > 0; i++ {
		size := min(n, batch, max(n/2, 100)) // both kinds of programs, at least
		n -= size
		p := retries.Generate(*seed+i, size, (*seed+i)%2 == 0)
		c := compare(t, tc, p)
		stats.Add(c.Stats)
		report(t, tc, p, c)
	}
	t.Log(stats.Table())
	if stats.Wrong < stats.Functions/5 || stats.Right < stats.Functions/5 {
		t.Errorf("of %d functions %d send again what cannot succeed: too few to tell anything, or too many", stats.Functions, stats.Wrong)
	}
}

func compare(t testing.TB, tc *retries.Toolchain, p *retries.Program) retries.Comparison {
	t.Helper()
	o, err := tc.Observe(p)
	if err != nil {
		t.Fatalf("seed %d: %v", p.Seed, err)
	}
	claims, err := tc.Claims(p, retriedcode.Analyzer)
	if err != nil {
		t.Fatalf("seed %d: %v", p.Seed, err)
	}
	return retries.Compare(p, o, claims)
}

// report prints the findings, the first of them shrunk.
func report(t testing.TB, tc *retries.Toolchain, p *retries.Program, c retries.Comparison) {
	t.Helper()
	for i, f := range c.Findings {
		if !*raw && i == *shrink {
			break
		}
		if !*raw {
			small, err := tc.Shrink(f, p.Split, retriedcode.Analyzer)
			if err != nil {
				t.Error(err)
			}
			f = small
		}
		t.Errorf("seed %d: %v\n%s", p.Seed, f, f.Function.Formatted())
	}
	if len(c.Findings) > 0 {
		t.Errorf("seed %d: %d findings", p.Seed, len(c.Findings))
	}
	if *free {
		for _, f := range c.Free {
			t.Logf("seed %d: %v\n%s", p.Seed, f, f.Function.Formatted())
		}
	}
}

// TestNoticesWrongClaims claims what was seen, which nothing is wrong with, and
// then leaves out one code, and adds another.
func TestNoticesWrongClaims(t *testing.T) {
	tc := newToolchain(t)
	p := retries.Generate(7, 60, false)
	o, err := tc.Observe(p)
	if err != nil {
		t.Fatal(err)
	}
	right := retries.Seen(p, o)
	if c := retries.Compare(p, o, right); len(c.Findings) > 0 {
		t.Fatalf("claiming what was seen gives %d findings, the first is\n%v", len(c.Findings), c.Findings[0])
	}
	left, added := 0, 0
	for id, claims := range right {
		if len(claims) == 0 {
			right[id] = []retries.Claim{{Category: "loop", Codes: []string{"42"}}}
			added += findings(t, p, o, right, retries.False)
		} else {
			right[id] = nil
			left += findings(t, p, o, right, retries.Missed)
		}
		right[id] = claims
	}
	if left < 10 || added < 10 {
		t.Errorf("only %d and %d claims were spoiled", left, added)
	}
}

// findings returns 1 if there is just one finding, of that kind; a miss may be one
// of those that may be.
func findings(t *testing.T, p *retries.Program, o retries.Observation, claims [][]retries.Claim, kind retries.Kind) int {
	t.Helper()
	c := retries.Compare(p, o, claims)
	all := append(c.Findings, c.Free...)
	if len(all) != 1 || all[0].Kind != kind {
		t.Fatalf("%d findings, want one that is %s", len(all), kind)
	}
	return 1
}

// TestDeterministic: a seed must give the same program for ever, else a finding
// could not be looked at again.
func TestDeterministic(t *testing.T) {
	a, b := retries.Generate(3, 50, true), retries.Generate(3, 50, true)
	if !reflect.DeepEqual(a.Packages(), b.Packages()) {
		t.Error("two programs of one seed differ")
	}
}

// TestUnused: a few hundred functions have every production in them.
func TestUnused(t *testing.T) {
	if unused := retries.Unused(retries.Generate(1, 800, false), retries.Generate(2, 800, true)); len(unused) > 0 {
		t.Errorf("no function has %q", unused)
	}
}
