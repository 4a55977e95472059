package retries

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/retries/api"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// An Observation is what was seen of the functions of a program, by their ID.
type Observation []api.Result

// Observe compiles a program and runs it with every code.
func (t *Toolchain) Observe(p *Program) (Observation, error) { return t.observe(p, p.run()) }

// ObserveAs does that with the program's packages as somebody has changed them, whatever predicates say there.
func (t *Toolchain) ObserveAs(p *Program, packages []toolchain.Package) (Observation, error) {
	return t.observe(p, append(slices.Clip(packages), p.driver("nil")))
}

func (t *Toolchain) observe(p *Program, packages []toolchain.Package) (Observation, error) {
	out, err := t.Run(packages)
	if err != nil {
		return nil, err
	}
	o := make(Observation, len(p.Functions))
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var r api.Result
		if err := dec.Decode(&r); errors.Is(err, io.EOF) {
			return o, nil
		} else if err != nil {
			return nil, err
		}
		o[r.ID] = r
	}
}

// A Truth says what should be reported of a function.
type Truth struct {
	Must  []groundtruth.Code // these codes: they alone are enough to have the same request sent again
	May   []groundtruth.Code // no others at the function: they are sent again if something else goes wrong, too
	Named []groundtruth.Code // no others at predicates and sets: these say so
}

// truth tells what should be reported from what was seen.
func truth(f *Function, r api.Result) Truth {
	d := f.Domain
	again := func(code string, alone bool) bool {
		paths := r.Codes[code].Again
		if alone {
			paths = r.Codes[code].Alone
		}
		return slices.ContainsFunc(paths, func(path string) bool {
			// What success doesn't leave is no retry.
			return !slices.ContainsFunc(class(d, "RetryNotNeeded"), func(c groundtruth.Code) bool {
				return slices.Contains(r.Codes[c.Text()].Alone, path)
			})
		})
	}
	var t Truth
	for _, c := range d.Codes {
		text := c.Text()
		switch c.Retry {
		case "RetryNever":
			if r.Codes[text].Says {
				t.Named = append(t.Named, c)
			}
		case "RetryAfterFix":
			if f.Asked || excused(d, r, text) {
				continue
			}
		default:
			continue
		}
		if again(text, true) {
			t.Must = append(t.Must, c)
		}
		if again(text, false) {
			t.May = append(t.May, c)
		}
	}
	return t
}

// excused reports whether something is done about a code before it is sent
// again, that is done for codes of class fix alone.
func excused(d *groundtruth.Domain, r api.Result, code string) bool {
	return slices.ContainsFunc(r.Codes[code].Actions, func(action string) bool {
		for other, seen := range r.Codes {
			if slices.Contains(seen.Done, action) && !slices.ContainsFunc(class(d, "RetryAfterFix"), func(c groundtruth.Code) bool { return c.Text() == other }) {
				return false
			}
		}
		return true
	})
}
