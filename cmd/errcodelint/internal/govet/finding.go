package govet

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Finding is one diagnostic.
type Finding struct {
	Package   string
	Check     string
	Category  string
	File      string // absolute
	Line      int    // 0 if the position has none
	Column    int
	EndLine   int // 0 if the end is not known
	EndColumn int
	Message   string
	Fixes     []Fix
}

// A Fix is a set of edits that make sense only together.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// An Edit replaces the bytes [Start, End) of a file.
type Edit struct {
	File  string `json:"filename"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// compare orders findings as people read them.
func compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Check, b.Check),
		cmp.Compare(a.Message, b.Message),
	)
}

// Sort returns the findings in the order of their positions, each once: a file that belongs to two
// packages is checked with both of them.
func Sort(findings []Finding) []Finding {
	findings = slices.Clone(findings)
	slices.SortStableFunc(findings, compare)
	return slices.CompactFunc(findings, func(a, b Finding) bool { return compare(a, b) == 0 })
}

// splitPosition reads file:line:column. A Windows file name has a colon of its own, so it reads
// from the end.
func splitPosition(posn string) (file string, line, column int) {
	rest, last, ok := cutLast(posn)
	if !ok {
		return posn, 0, 0
	}
	if file, first, ok := cutLast(rest); ok {
		return file, first, last
	}
	return rest, last, 0
}

// cutLast cuts the number after the last colon off s.
func cutLast(s string) (rest string, n int, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0, false
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return s, 0, false
	}
	return s[:i], n, true
}
