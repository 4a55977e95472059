package retries

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Stats counts functions.
type Stats struct {
	Functions, Runs, Stuck int
	Wrong                  int // send the same request again for codes that cannot succeed
	Right                  int // don't
	Reported               int
	False, Missed          int // must be 0: misses in exact functions
	Free                   int // functions of which codes may be missed, with something to miss
	ByReason               map[string]Share
	ByPart                 map[string]Share
}

// A Share counts functions with something to report, and those of which
// something is missed.
type Share struct{ Functions, Wrong, Missed, False int }

func newStats() Stats {
	return Stats{ByReason: make(map[string]Share), ByPart: make(map[string]Share)}
}

func (s *Stats) add(f *Function, runs int, t Truth, claims []Claim, kind Kind) {
	s.Functions++
	s.Runs += runs
	one := Share{Functions: 1}
	if len(t.Must) > 0 {
		s.Wrong++
		one.Wrong = 1
	} else {
		s.Right++
	}
	if len(claims) > 0 {
		s.Reported++
	}
	switch {
	case kind == False:
		s.False++
		one.False = 1
	case kind == Missed:
		one.Missed = 1
		if len(f.Reasons) == 0 {
			s.Missed++
		}
	}
	if len(f.Reasons) > 0 {
		s.Free += one.Wrong
	}
	for _, r := range f.Reasons {
		s.ByReason[r] = s.ByReason[r].plus(one)
	}
	for _, p := range f.Parts {
		s.ByPart[p] = s.ByPart[p].plus(one)
	}
}

func (s Share) plus(o Share) Share {
	return Share{s.Functions + o.Functions, s.Wrong + o.Wrong, s.Missed + o.Missed, s.False + o.False}
}

// Add adds up.
func (s *Stats) Add(o Stats) {
	if s.ByReason == nil {
		*s = newStats()
	}
	s.Functions += o.Functions
	s.Runs += o.Runs
	s.Stuck += o.Stuck
	s.Wrong += o.Wrong
	s.Right += o.Right
	s.Reported += o.Reported
	s.False += o.False
	s.Missed += o.Missed
	s.Free += o.Free
	for name, share := range o.ByReason {
		s.ByReason[name] = s.ByReason[name].plus(share)
	}
	for name, share := range o.ByPart {
		s.ByPart[name] = s.ByPart[name].plus(share)
	}
}

// Table writes what was counted.
func (s *Stats) Table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d functions, %d runs: %d send again what cannot succeed, %d don't; %d are reported\n", s.Functions, s.Runs, s.Wrong, s.Right, s.Reported)
	fmt.Fprintf(&b, "falsely reported: %d; missed where nothing may be: %d of %d\n", s.False, s.Missed, s.Wrong-s.Free)
	if s.Stuck > 0 {
		fmt.Fprintf(&b, "did not end: %d\n", s.Stuck)
	}
	write := func(title string, shares map[string]Share) {
		fmt.Fprintf(&b, "%s\n", title)
		for _, name := range slices.Sorted(maps.Keys(shares)) {
			sh := shares[name]
			fmt.Fprintf(&b, "  %-46s %6d functions %6d wrong ones %6.1f %% missed %4d false\n", name, sh.Functions, sh.Wrong, 100*float64(sh.Missed)/float64(max(sh.Wrong, 1)), sh.False)
		}
	}
	write("where codes may be missed, by reason:", s.ByReason)
	write("by what they are made of:", s.ByPart)
	return b.String()
}
