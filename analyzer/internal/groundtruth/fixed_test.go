package groundtruth

import (
	"flag"
	"fmt"
	"sort"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/variation"
	"github.com/errcodelint/errcodelint/analyzer/magiccode"
	"github.com/errcodelint/errcodelint/analyzer/missedcode"
)

var (
	fixFunctions = flag.Int("fixed", 0, "how many functions to generate and fix; 0: a few hundred")
	fixSeed      = flag.Uint64("fixseed", 1, "the seed of the first program that is fixed")
)

// TestFixed runs generated functions with every code before and after all that a check would fix in them is
// fixed. It must compile, and each probe must see what it saw. (What wrongcode fixes is to do something else.)
func TestFixed(t *testing.T) {
	n := *fixFunctions
	if n == 0 {
		n = 300
		if testing.Short() {
			n = 100
		}
	}
	tc, err := NewToolchain(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	made := make(map[string]int)
	for i := uint64(0); n > 0; i++ {
		size := min(n, 400)
		n -= size
		p := Generate(*fixSeed+i, size, i%2 == 1)
		before, err := tc.Observe(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range []*analysis.Analyzer{magiccode.Analyzer, missedcode.Analyzer} {
			fixes, err := tc.Fixes(p.Packages(), a)
			if err != nil {
				t.Fatal(err)
			}
			made[a.Name] += len(fixes)
			differs := func(n int) string { return tc.differs(p, before, toolchain.Apply(p.Packages(), fixes[:n])) }
			if len(fixes) == 0 || differs(len(fixes)) == "" {
				continue
			}
			first := sort.Search(len(fixes)-1, func(n int) bool { return differs(n+1) != "" })
			f := fixes[first]
			change, err := variation.Difference(p.Packages()[f.Package].Text, toolchain.Apply(p.Packages(), fixes[first:first+1])[f.Package].Text)
			if err != nil {
				t.Fatal(err)
			}
			t.Errorf("seed %d: %s: %s\n%s\n%s", *fixSeed+i, a.Name, f.Message, change, differs(first+1))
		}
	}
	t.Log("fixes:", made)
	if made[magiccode.Analyzer.Name] == 0 || made[missedcode.Analyzer.Name] == 0 {
		t.Error("no fix was made")
	}
}

// differs says what happens otherwise than before when the packages are changed, if anything does. Some fixes
// make > 0 of an order: != 0, which is another thing for undocumented codes.
func (t *Toolchain) differs(p *Program, before *Observation, packages []toolchain.Package) string {
	after, err := t.ObserveAs(p, packages)
	if err != nil {
		return err.Error()
	}
	for _, f := range p.Functions {
		for probe := f.First; probe < f.End; probe++ {
			if (before.Seen[probe]^after.Seen[probe])&^undocumentedBit != 0 {
				return fmt.Sprintf("probe %d of %s sees %s, and saw %s:\n%s", probe, f.Name,
					f.Domain.format(after.Seen[probe]), f.Domain.format(before.Seen[probe]), f.Formatted())
			}
		}
	}
	return ""
}
