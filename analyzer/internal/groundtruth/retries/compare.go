package retries

import (
	"fmt"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
)

// A Kind says what is wrong with what is reported.
type Kind string

const (
	False  Kind = "false"  // a code is reported for which nothing is sent again
	Missed Kind = "missed" // a code is not reported for which the same request is sent again
)

// A Finding is a function of which something wrong is reported, or not enough.
type Finding struct {
	Kind     Kind
	Function *Function
	Truth    Truth
	Claims   []Claim
}

func (f Finding) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s, domain %s, %s\n", f.Kind, f.Function.Name, f.Function.Domain.Name, strings.Join(f.Function.Parts, ", "))
	fmt.Fprintf(&b, "sent again:          %s\n", texts(f.Truth.Must))
	fmt.Fprintf(&b, "after other trouble: %s\n", texts(without(f.Truth.May, f.Truth.Must)))
	if len(f.Truth.Named) > 0 {
		fmt.Fprintf(&b, "said to be:          %s\n", texts(f.Truth.Named))
	}
	for _, c := range f.Claims {
		fmt.Fprintf(&b, "reported: %s: %s\n", c.Category, c.Message)
	}
	if len(f.Claims) == 0 {
		b.WriteString("reported: nothing\n")
	}
	return b.String()
}

func texts(codes []groundtruth.Code) string {
	var all []string
	for _, c := range codes {
		all = append(all, c.Text())
	}
	return strings.Join(all, " ")
}

func without(all, but []groundtruth.Code) []groundtruth.Code {
	return slices.DeleteFunc(slices.Clone(all), func(c groundtruth.Code) bool { return slices.Contains(but, c) })
}

func has(codes []groundtruth.Code, text string) bool {
	return slices.ContainsFunc(codes, func(c groundtruth.Code) bool { return c.Text() == text })
}

// judge compares what is reported of a function with what was seen. A message
// names five codes of a class and counts the others: they must be as many.
func judge(t Truth, claims []Claim) (kind Kind, ok bool) {
	named, more := make(map[string]bool), 0
	for _, c := range claims {
		may := t.May
		if c.Category == "predicate" || c.Category == "set" {
			may = t.Named
		}
		if len(c.Codes) == 0 {
			return False, false
		}
		for _, code := range c.Codes {
			if !has(may, code) {
				return False, false
			}
			named[code] = true
		}
		if len(c.Codes)+c.More > len(may) {
			return False, false
		}
		more += c.More
	}
	left := 0
	for _, c := range t.Must {
		if !named[c.Text()] {
			left++
		}
	}
	if left > more {
		return Missed, false
	}
	return "", true
}

// A Comparison holds what is reported of a program against what was seen.
type Comparison struct {
	Findings []Finding // those that must not be
	Stats    Stats
	Free     []Finding // misses in functions of which codes may be missed
}

// Compare holds claims against an observation.
func Compare(p *Program, o Observation, claims [][]Claim) Comparison {
	c := Comparison{Stats: newStats()}
	for _, f := range p.Functions {
		r := o[f.ID]
		if r.Stuck || r.Sent == 0 {
			c.Stats.Stuck++
			continue
		}
		t := truth(f, r)
		kind, ok := judge(t, claims[f.ID])
		c.Stats.add(f, r.Runs, t, claims[f.ID], kind)
		if ok {
			continue
		}
		found := Finding{kind, f, t, claims[f.ID]}
		if kind == Missed && len(f.Reasons) > 0 {
			c.Free = append(c.Free, found)
		} else {
			c.Findings = append(c.Findings, found)
		}
	}
	return c
}

// Seen returns what should have been claimed: what was seen.
func Seen(p *Program, o Observation) [][]Claim {
	all := make([][]Claim, len(p.Functions))
	for _, f := range p.Functions {
		var c Claim
		for _, code := range truth(f, o[f.ID]).Must {
			c.Codes = append(c.Codes, code.Text())
		}
		if len(c.Codes) > 0 {
			c.Category = "loop"
			all[f.ID] = []Claim{c}
		}
	}
	return all
}
