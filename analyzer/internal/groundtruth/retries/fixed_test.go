package retries_test

import (
	"flag"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/retries"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/variation"
	"github.com/errcodelint/errcodelint/analyzer/retriedcode"
)

var fixed = flag.Int("fixed", 0, "how many functions to generate and fix; 0: a few hundred")

// TestFixed runs generated functions with every code before and after all that the check would fix in them is fixed. It must
// compile; what may pass must be sent as often as before, and what cannot pass only once, if nothing more is reported.
func TestFixed(t *testing.T) {
	n := *fixed
	if n == 0 {
		n = 300
		if testing.Short() {
			n = 100
		}
	}
	tc := newToolchain(t)
	made, left, messages := 0, 0, make(map[string]int)
	for i := uint64(0); n > 0; i++ {
		size := min(n, batch)
		n -= size
		p := retries.Generate(*seed+i, size, (*seed+i)%2 == 0)
		changes, err := tc.Fix(p, retriedcode.Analyzer)
		if err != nil {
			t.Fatalf("seed %d: %v", p.Seed, err)
		}
		for _, c := range changes {
			made++
			if c.Left {
				left++
			}
			for _, f := range c.Fixes {
				messages[f.Title]++
			}
			if c.Wrong == "" {
				continue
			}
			pkg := c.Fixes[0].Package
			change, err := variation.Difference(p.Packages()[pkg].Text, toolchain.Apply(p.Packages(), c.Fixes)[pkg].Text)
			if err != nil {
				t.Fatal(err)
			}
			t.Errorf("seed %d: %s\n%s\n%s", p.Seed, c.Wrong, change, c.Function.Formatted())
		}
	}
	t.Logf("%d functions were fixed, %d of them in part; fixes: %v", made, left, messages)
	if made == 0 {
		t.Error("no fix was made")
	}
}
