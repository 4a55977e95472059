package toolchain

import (
	"go/format"
	"iter"
	"slices"
	"strings"
)

// A Source is what is written of a generated function.
type Source struct {
	Text    string // the function
	Helpers string // what it uses: in a split program they are in another package
	Own     string // declarations that always stand beside it
}

// Formatted returns all of it, as people read it.
func (s Source) Formatted() string {
	all := s.Helpers + s.Own + s.Text
	text, err := format.Source([]byte(all))
	if err != nil {
		return all
	}
	return string(text)
}

func (s Source) size() int { return len(s.Text) + len(s.Own) + len(s.Helpers) }

// Shorter returns the source with one thing less, most omitted first. What of it has
// changed still ends.
func (s Source) Shorter(ends func(text string) bool) []Source {
	var all []Source
	for _, part := range []func(*Source) *string{
		func(s *Source) *string { return &s.Text },
		func(s *Source) *string { return &s.Own },
		func(s *Source) *string { return &s.Helpers },
	} {
		for _, text := range Cuts(*part(&s)) {
			if ends(text) {
				c := s
				*part(&c) = text
				all = append(all, c)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Source) int { return a.size() - b.size() })
	return all
}

// Import paths of a program's packages.
const (
	NotifyPath  = "example.test/notify"  // the functions
	GatewayPath = "example.test/gateway" // their helpers, if the program is split
)

// Write returns the packages of some functions, imported ones first. More is declared
// beside the functions.
func Write(functions iter.Seq[Source], split bool, more string, imports []string) []Package {
	var helpers, own strings.Builder
	for f := range functions {
		to := &own
		if split {
			to = &helpers
		}
		to.WriteString(f.Helpers)
		own.WriteString(f.Own)
		own.WriteString(f.Text)
	}
	own.WriteString(more)
	var all []Package
	if split {
		all = append(all, Package{Path: GatewayPath, Text: File("gateway", helpers.String(), imports)})
	}
	return append(all, Package{Path: NotifyPath, Text: File("notify", own.String(), imports)})
}
