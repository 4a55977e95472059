package groundtruth

import (
	"fmt"
)

// A Corpus is a fixed set of programs that has been observed once, to be compared
// with the claims of many engines: the one as it is, and those into which a
// mistake was put.
type Corpus struct {
	t        *Toolchain
	programs []*Program
	observed []*Observation
}

// Corpus generates and observes programs with about n functions in all, half of
// them with their helpers in another package.
func (t *Toolchain) Corpus(seed uint64, n int) (*Corpus, error) {
	c := &Corpus{t: t}
	for i := range uint64(2) {
		p := Generate(seed+i, (n+1)/2, i == 1)
		o, err := t.Observe(p)
		if err != nil {
			return nil, err
		}
		c.programs = append(c.programs, p)
		c.observed = append(c.observed, o)
	}
	return c, nil
}

// Check compares what was seen with what the engine claims now.
func (c *Corpus) Check() ([]Finding, Stats, error) {
	var all []Finding
	var stats Stats
	for i, p := range c.programs {
		claims, err := c.t.Claims(p)
		if err != nil {
			return nil, stats, err
		}
		r := Compare(p, c.observed[i], claims)
		all = append(all, r.Findings...)
		stats.Add(r.Stats)
	}
	return all, stats, nil
}

// Unused returns the productions that no function of the corpus is made of.
func (c *Corpus) Unused() []string {
	used := make(map[string]bool)
	for _, p := range c.programs {
		for _, f := range p.Functions {
			for name := range f.Productions {
				used[name] = true
			}
		}
	}
	var missing []string
	for _, name := range productionNames() {
		if !used[name] {
			missing = append(missing, name)
		}
	}
	return missing
}

// productionNames lists the productions of all tables.
func productionNames() []string {
	names := []string{"fallthrough", "labelled break", "labelled continue", "break", "continue", "switch over Retry()"}
	for _, p := range tables.entries {
		names = append(names, p.name)
	}
	for _, p := range tables.tests {
		names = append(names, p.name)
	}
	for _, p := range tables.predicateBodies {
		names = append(names, p.name)
	}
	for _, p := range tables.statements {
		names = append(names, p.name)
	}
	return names
}

// New returns the findings that are not among the old ones: what a mistake in the
// engine added.
func New(old, now []Finding) []Finding {
	key := func(f Finding) string { return fmt.Sprint(f.Kind, f.Function.Name, f.Probe, f.Claimed) }
	had := make(map[string]bool)
	for _, f := range old {
		had[key(f)] = true
	}
	var all []Finding
	for _, f := range now {
		if !had[key(f)] {
			all = append(all, f)
		}
	}
	return all
}
