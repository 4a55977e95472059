package groundtruth

import "fmt"

// A Corpus is a fixed set of programs that has been observed once, to be compared
// with the claims of many engines: the one as it is, and those into which a
// mistake was put. It is a plain value, which another process can read.
type Corpus struct {
	Parts []Part
}

// A Part is one program of a corpus.
type Part struct {
	Program  *Program
	Observed *Observation
	Known    map[string]bool // the findings of the engine as it is
}

// Corpus generates and observes n programs with so many functions each, every
// other with its helpers in another package.
func (t *Toolchain) Corpus(seed uint64, n, functions int) (*Corpus, error) {
	c := new(Corpus)
	for i := range n {
		if err := c.Add(t, Generate(seed+uint64(i), functions, i%2 == 1)); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// Add observes a program, which becomes the last part.
func (c *Corpus) Add(t *Toolchain, program *Program) error {
	o, err := t.Observe(program)
	if err != nil {
		return err
	}
	p := Part{Program: program, Observed: o}
	found, err := p.Compare(t)
	if err != nil {
		return err
	}
	p.Known = make(map[string]bool)
	for _, f := range found {
		p.Known[f.key()] = true
	}
	c.Parts = append(c.Parts, p)
	return nil
}

func (f Finding) key() string { return fmt.Sprint(f.Kind, f.Function.Name, f.Probe, f.Claimed) }

// Compare compares what was seen with what the engine claims now, and returns what
// it did not find before.
func (p *Part) Compare(t *Toolchain) ([]Finding, error) {
	claims, err := t.Claims(p.Program)
	if err != nil {
		return nil, err
	}
	var found []Finding
	for _, f := range Compare(p.Program, p.Observed, claims).Findings {
		if !p.Known[f.key()] {
			found = append(found, f)
		}
	}
	return found, nil
}

// Unused returns the productions that no function of the corpus is made of.
func (c *Corpus) Unused() []string {
	used := make(map[string]bool)
	for _, p := range c.Parts {
		for _, f := range p.Program.Functions {
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
