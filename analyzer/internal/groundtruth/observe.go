package groundtruth

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/record"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// An Observation is what was seen when a program ran: a plain value, which can be
// kept and compared with many claims.
type Observation struct {
	Seen       []Set        // per probe
	Exhaustive map[int]bool // functions of which all combinations of inputs were run
	Runs       int          // calls of functions under test
}

// Observe compiles a program and runs it with every code.
func (t *Toolchain) Observe(p *Program) (*Observation, error) { return t.ObserveAs(p, p.Packages()) }

// ObserveAs is Observe for a program whose packages were changed.
func (t *Toolchain) ObserveAs(p *Program, packages []toolchain.Package) (*Observation, error) {
	out, err := t.Run(append(slices.Clip(packages), toolchain.Package{Path: "main", Text: p.driver()}))
	if err != nil {
		return nil, err
	}
	o := &Observation{Seen: make([]Set, p.Probes), Exhaustive: make(map[int]bool)}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var r record.Result
		if err := dec.Decode(&r); errors.Is(err, io.EOF) {
			return o, nil
		} else if err != nil {
			return nil, err
		}
		o.Runs += r.Runs
		o.Exhaustive[r.ID] = r.Exhaustive
		for probe, set := range r.Seen {
			o.Seen[probe] = Set(set)
		}
	}
}
