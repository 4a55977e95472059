package groundtruth

import (
	"fmt"
	"slices"
	"strings"
)

// A Kind says what is wrong with a claim.
type Kind string

const (
	Unsound Kind = "unsound" // a code was seen that isn't claimed
	Inexact Kind = "inexact" // a code is claimed that wasn't seen, though all ways were run
)

// A Finding is a claim that doesn't hold.
type Finding struct {
	Kind     Kind
	Function *Function
	Probe    int
	Observed Set
	Claimed  Set
}

// What says which codes are missing, or too many.
func (f Finding) What() string {
	d := f.Function.Domain
	if f.Kind == Unsound {
		return fmt.Sprintf("seen but not claimed: %s", d.format(f.Observed&^f.Claimed))
	}
	return fmt.Sprintf("claimed but not seen: %s", d.format(f.Claimed&^f.Observed))
}

func (f Finding) String() string {
	d := f.Function.Domain
	return fmt.Sprintf("%s: probe %d of %s, domain %s\n%s\nobserved: %s\nclaimed:  %s\n",
		f.Kind, f.Probe, f.Function.Name, d.Name, f.What(), d.format(f.Observed), d.format(f.Claimed))
}

// A Comparison holds the claims about a program against what was seen.
type Comparison struct {
	Findings []Finding
	Stats    Stats
}

// Stats counts probes.
type Stats struct {
	Functions, Probes, Runs int
	Unbound                 int // no code, says the engine
	Exact                   int // must be exact, as to documented codes at least
	Free                    int // need not be
	FreeInexact             int // and are not
	ByReason                map[string]*Share
	Productions             map[string]int // functions by production
}

// A Share counts the probes in functions with a reason.
type Share struct{ Probes, Inexact int }

// Add adds up.
func (s *Stats) Add(o Stats) {
	s.Functions += o.Functions
	s.Probes += o.Probes
	s.Runs += o.Runs
	s.Unbound += o.Unbound
	s.Exact += o.Exact
	s.Free += o.Free
	s.FreeInexact += o.FreeInexact
	for reason, share := range o.ByReason {
		to := s.reason(reason)
		to.Probes += share.Probes
		to.Inexact += share.Inexact
	}
	for name, n := range o.Productions {
		s.production(name, n)
	}
}

func (s *Stats) production(name string, n int) {
	if s.Productions == nil {
		s.Productions = make(map[string]int)
	}
	s.Productions[name] += n
}

func (s *Stats) reason(name string) *Share {
	if s.ByReason == nil {
		s.ByReason = make(map[string]*Share)
	}
	if s.ByReason[name] == nil {
		s.ByReason[name] = new(Share)
	}
	return s.ByReason[name]
}

// Compare holds claims against an observation.
func Compare(p *Program, o *Observation, claims []Claim) Comparison {
	var c Comparison
	c.Stats.Functions = len(p.Functions)
	c.Stats.Runs = o.Runs
	for _, f := range p.Functions {
		for name := range f.Productions {
			c.Stats.production(name, 1)
		}
		for probe := f.First; probe < f.End; probe++ {
			c.probe(f, probe, o, claims[probe])
		}
	}
	return c
}

func (c *Comparison) probe(f *Function, probe int, o *Observation, claim Claim) {
	if claim.Gone {
		return
	}
	c.Stats.Probes++
	if !claim.Bound {
		c.Stats.Unbound++
		return
	}
	observed, claimed := o.Seen[probe], claim.Set
	found := Finding{Function: f, Probe: probe, Observed: observed, Claimed: claimed}
	if observed&^claimed != 0 {
		found.Kind = Unsound
		c.Findings = append(c.Findings, found)
	}
	if !o.Exhaustive[f.ID] {
		return
	}
	tooMany := claimed &^ observed
	switch f.Exactness() {
	case Sound:
		c.Stats.Free++
		if tooMany != 0 {
			c.Stats.FreeInexact++
		}
		for _, reason := range f.Reasons {
			share := c.Stats.reason(reason)
			share.Probes++
			if tooMany != 0 {
				share.Inexact++
			}
		}
		return
	case Members:
		tooMany &^= undocumentedBit
	}
	c.Stats.Exact++
	if tooMany != 0 {
		found.Kind = Inexact
		c.Findings = append(c.Findings, found)
	}
}

// Table writes the shares of inexact probes.
func (s *Stats) Table() string {
	var b strings.Builder
	percent := func(part, of int) float64 { return 100 * float64(part) / float64(max(of, 1)) }
	fmt.Fprintf(&b, "%d functions, %d probes (%d unbound), %d runs\n", s.Functions, s.Probes, s.Unbound, s.Runs)
	fmt.Fprintf(&b, "must be exact: %d probes; need not be: %d, of which %.1f %% are inexact\n",
		s.Exact, s.Free, percent(s.FreeInexact, s.Free))
	var reasons []string
	for r := range s.ByReason {
		reasons = append(reasons, r)
	}
	slices.Sort(reasons)
	for _, r := range reasons {
		share := s.ByReason[r]
		fmt.Fprintf(&b, "  %-26s %8d probes %6.1f %% inexact\n", r, share.Probes, percent(share.Inexact, share.Probes))
	}
	return b.String()
}
