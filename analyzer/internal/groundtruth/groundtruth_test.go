package groundtruth_test

import (
	"flag"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
)

var (
	functions = flag.Int("functions", 0, "how many functions to generate; 0: as many as fit into half a minute")
	strict    = flag.Bool("strict", true, "fail on findings; -strict=false only logs them")
	shrink    = flag.Int("shrink", 3, "how many findings to shrink and print")
	seed      = flag.Uint64("seed", 1, "the first program's seed")
)

// batch is how many functions are compiled as one program.
const batch = 2000

func newToolchain(t testing.TB) *groundtruth.Toolchain {
	t.Helper()
	tc, err := groundtruth.NewToolchain(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return tc
}

// TestGroundTruth runs generated functions with every code, and compares what
// was seen with what the engine claims. With -functions 100000 it is the long
// run, which -v lets print its table.
func TestGroundTruth(t *testing.T) {
	n := *functions
	if n == 0 {
		n = 1000
		if testing.Short() {
			n = 300
		}
	}
	tc := newToolchain(t)
	var stats groundtruth.Stats
	findings := 0
	for i := uint64(0); n > 0; i++ {
		size := min(n, batch)
		n -= size
		c := compare(t, tc, groundtruth.Generate(*seed+i, size, i%2 == 1))
		stats.Add(c.Stats)
		findings += len(c.Findings)
		report(t, tc, *seed+i, i%2 == 1, c)
	}
	t.Logf("%d findings\n%s", findings, stats.Table())
}

// report shrinks the first findings and prints them.
func report(t testing.TB, tc *groundtruth.Toolchain, seed uint64, split bool, c groundtruth.Comparison) {
	t.Helper()
	say := t.Logf
	if *strict {
		say = t.Errorf
	}
	n := 0
	for _, f := range c.Findings {
		if n++; n <= *shrink && (*strict || testing.Verbose()) {
			small, err := tc.Shrink(f, split)
			if err != nil {
				t.Error(err)
			}
			say("seed %d: %v\n%s", seed, small, small.Function.Formatted())
		}
	}
	if n > 0 {
		say("seed %d: %d findings", seed, n)
	}
}

func compare(t testing.TB, tc *groundtruth.Toolchain, p *groundtruth.Program) groundtruth.Comparison {
	t.Helper()
	o, err := tc.Observe(p)
	if err != nil {
		t.Fatalf("seed %d: %v", p.Seed, err)
	}
	claims, err := tc.Claims(p)
	if err != nil {
		t.Fatalf("seed %d: %v", p.Seed, err)
	}
	return groundtruth.Compare(p, o, claims)
}
