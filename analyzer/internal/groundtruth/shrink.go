package groundtruth

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// Shrink makes the function of a finding as small as it gets while the same
// probe is still wrong in the same way. One by one it leaves out what can be left
// out: all that is tried in one round is compiled as one program.
func (t *Toolchain) Shrink(found Finding, split bool) (Finding, error) {
	for {
		candidates := shorter(found.Function)
		candidates = t.valid(candidates, split)
		if len(candidates) == 0 {
			return found, nil
		}
		next, err := t.firstWrong(candidates, found, split)
		if err != nil || next == nil {
			return found, err
		}
		found = *next
	}
}

// firstWrong returns the finding in the first candidate that still has it.
func (t *Toolchain) firstWrong(candidates []*Function, found Finding, split bool) (*Finding, error) {
	p := &Program{Split: split}
	for i, f := range candidates {
		p.Functions = append(p.Functions, f.renamed(i, p.Probes))
		p.Probes += f.End - f.First
	}
	o, err := t.Observe(p)
	if err != nil {
		return nil, err
	}
	claims, err := t.Claims(p)
	if err != nil {
		return nil, err
	}
	findings := Compare(p, o, claims).Findings
	for i, f := range p.Functions {
		for _, c := range findings {
			if c.Function == f && c.Kind == found.Kind && c.Probe-f.First == found.Probe-found.Function.First {
				c.Function, c.Probe = candidates[i], found.Probe
				return &c, nil
			}
		}
	}
	return nil, nil
}

// shorter returns the function with one thing less, most omitted first.
// Loops keep the call that ends them.
func shorter(f *Function) []*Function {
	var all []*Function
	for _, s := range f.Shorter(ends) {
		c := *f
		c.Source = s
		all = append(all, &c)
	}
	return all
}

// goesRound matches what can go round for ever.
var goesRound = regexp.MustCompile(`(?m)^\s*(for (?:[^;\n]* )?\{|(redo|top)\d*:)\s*`)

// ends reports whether all loops call pause.
func ends(text string) bool {
	for _, m := range goesRound.FindAllStringIndex(text, -1) {
		if !strings.Contains(text[m[0]:m[1]], "range ") && !strings.HasPrefix(text[m[1]:], "pause()") {
			return false
		}
	}
	return true
}

// valid leaves out what doesn't compile.
func (t *Toolchain) valid(all []*Function, split bool) []*Function {
	s := t.Session()
	return slices.DeleteFunc(all, func(f *Function) bool {
		p := &Program{Split: split, Functions: []*Function{f}, Probes: f.End}
		for _, pkg := range append(p.Packages(), toolchain.Package{Path: "main", Text: p.driver()}) {
			if _, err := s.Check(pkg); err != nil {
				return true
			}
		}
		return false
	})
}

var (
	declared = regexp.MustCompile(`(?m)^(?:func|type|var) (?:\([^)]*\) )?(\w+)`)
	probed   = regexp.MustCompile(`\bseen\((\d+),`)
)

// renamed returns the function under other names, with its probes counted from
// first.
func (f *Function) renamed(id, first int) *Function {
	c := *f
	c.ID, c.First, c.End = id, first, first+f.End-f.First
	for _, m := range declared.FindAllStringSubmatch(f.Helpers+f.Own+f.Text, -1) {
		if m[1] == "Error" {
			continue // which makes an error of a type
		}
		word := regexp.MustCompile(`\b` + m[1] + `\b`)
		by := fmt.Sprintf("%sz%d", m[1], id)
		for _, text := range []*string{&c.Helpers, &c.Own, &c.Text, &c.Drive} {
			*text = word.ReplaceAllString(*text, by)
		}
		c.Name = word.ReplaceAllString(c.Name, by)
	}
	for _, text := range []*string{&c.Own, &c.Text} {
		*text = probed.ReplaceAllStringFunc(*text, func(s string) string {
			var n int
			fmt.Sscanf(strings.TrimPrefix(s, "seen("), "%d", &n)
			return fmt.Sprintf("seen(%d,", n-f.First+first)
		})
	}
	return &c
}
