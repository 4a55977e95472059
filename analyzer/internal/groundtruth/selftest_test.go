package groundtruth_test

import (
	"reflect"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
)

// TestNoticesWrongClaims claims what was seen, which nothing is wrong with, and
// then spoils one claim after the other.
func TestNoticesWrongClaims(t *testing.T) {
	tc := newToolchain(t)
	p := groundtruth.Generate(7, 60, false)
	o, err := tc.Observe(p)
	if err != nil {
		t.Fatal(err)
	}
	right := make([]groundtruth.Claim, p.Probes)
	for i, set := range o.Seen {
		right[i] = groundtruth.Claim{Set: set, Bound: true}
	}
	if c := groundtruth.Compare(p, o, right); len(c.Findings) > 0 {
		t.Fatalf("claiming what was seen gives %d findings, the first is\n%v", len(c.Findings), c.Findings[0])
	}
	spoiled := map[groundtruth.Kind]int{}
	for _, f := range p.Functions {
		for probe := f.First; probe < f.End; probe++ {
			seen := o.Seen[probe]
			for bit := range len(f.Domain.Codes) {
				kind := groundtruth.Unsound
				if seen&(1<<bit) == 0 {
					kind = groundtruth.Inexact
					if f.Exactness() == groundtruth.Sound {
						continue
					}
				}
				right[probe].Set = seen ^ 1<<bit
				c := groundtruth.Compare(p, o, right)
				right[probe].Set = seen
				if len(c.Findings) != 1 || c.Findings[0].Kind != kind || c.Findings[0].Probe != probe {
					t.Fatalf("probe %d with code %s spoiled: %d findings, want one that is %s",
						probe, f.Domain.Codes[bit].Text(), len(c.Findings), kind)
				}
				spoiled[kind]++
			}
		}
	}
	if spoiled[groundtruth.Unsound] < 100 || spoiled[groundtruth.Inexact] < 100 {
		t.Errorf("only %v claims were spoiled", spoiled)
	}
}

// TestDeterministic: a seed must give the same program for ever, else a finding
// could not be looked at again.
func TestDeterministic(t *testing.T) {
	a, b := groundtruth.Generate(3, 50, true), groundtruth.Generate(3, 50, true)
	if !reflect.DeepEqual(a.Packages(), b.Packages()) {
		t.Error("two programs of one seed differ")
	}
}

// FuzzGroundTruth lets the fuzzer choose the seeds.
func FuzzGroundTruth(f *testing.F) {
	tc := newToolchain(f)
	f.Add(uint64(1), false)
	f.Add(uint64(2), true)
	f.Fuzz(func(t *testing.T, seed uint64, split bool) {
		c := compare(t, tc, groundtruth.Generate(seed, 100, split))
		report(t, tc, seed, split, c)
	})
}

// TestCorpus: a few hundred functions have every production in them, and are
// compared often enough to try many mutants.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("600 functions take long to compile")
	}
	tc := newToolchain(t)
	corpus, err := tc.Corpus(1, 2, 300)
	if err != nil {
		t.Fatal(err)
	}
	if missing := corpus.Unused(); len(missing) > 0 {
		t.Errorf("no function has %q", missing)
	}
	for _, p := range corpus.Parts {
		added, err := p.Compare(tc)
		if err != nil {
			t.Fatal(err)
		}
		if len(added) > 0 {
			t.Errorf("the same engine claims something else the second time: %v", added[0])
		}
	}
}
