package retries

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/retries/api"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// A Change is what fixes have made of a function.
type Change struct {
	Function *Function
	Fixes    []toolchain.Fix
	Left     bool   // something is still reported
	Wrong    string // what is worse than before, or not better
}

// Fix fixes a program as an analyzer suggests, and compares what it sends with what it sent.
func (t *Toolchain) Fix(p *Program, a *analysis.Analyzer) ([]Change, error) {
	packages := p.Packages()
	fixes, err := t.Fixes(packages, a)
	if err != nil {
		return nil, err
	}
	changes := make([]Change, len(p.Functions))
	for i, f := range p.Functions {
		changes[i].Function = f
	}
	for _, f := range fixes {
		if id, ok := owner(f.Unit.File, f.Pos); ok {
			changes[id].Fixes = append(changes[id].Fixes, f)
		}
	}
	fixed := toolchain.Apply(packages, fixes)
	left, err := t.claims(p, fixed, a)
	if err != nil {
		return nil, err
	}
	before, err := t.ObserveAs(p, packages)
	if err != nil {
		return nil, err
	}
	after, err := t.ObserveAs(p, fixed)
	if err != nil {
		return nil, err
	}
	for id := range changes {
		c := &changes[id]
		c.Left = len(left[id]) > 0
		if len(c.Fixes) > 0 && !before[id].Stuck {
			c.Wrong = c.compare(before[id], after[id])
		}
	}
	return slices.DeleteFunc(changes, func(c Change) bool { return len(c.Fixes) == 0 }), nil
}

// compare says what is wrong after the fixes: what may pass is sent as often as before, and the same is done; what cannot pass is
// not sent more often, and if nothing more is reported, only once.
func (c *Change) compare(before, after api.Result) string {
	if after.Stuck {
		return "it does not end any more"
	}
	var all []string
	d := c.Function.Domain
	for _, code := range driven(d) {
		was, is := before.Codes[code], after.Codes[code]
		hopeless := slices.ContainsFunc(d.Codes, func(m groundtruth.Code) bool {
			return m.Text() == code && (m.Retry == "RetryNever" || m.Retry == "RetryAfterFix")
		})
		switch {
		case c.Function.Later: // how far it gets is a matter of time
		case is.Sent > was.Sent, is.Sent < was.Sent && !hopeless:
			all = append(all, fmt.Sprintf("%s was sent %d times in all runs, and is sent %d times", code, was.Sent, is.Sent))
		case !hopeless && !slices.Equal(sorted(was.Done), sorted(is.Done)):
			all = append(all, fmt.Sprintf("with %s it did %q, and does %q", code, was.Done, is.Done))
		}
	}
	if must := truth(c.Function, after).Must; !c.Left && len(c.Function.Reasons) == 0 && len(must) > 0 {
		all = append(all, "still sent again: "+texts(must))
	}
	return strings.Join(all, "\n")
}

func sorted(all []string) []string { return slices.Sorted(slices.Values(all)) }
