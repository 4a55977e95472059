// Package numbered goes through the log of a filter, which numbers the reasons for what it did: its own numbers have
// no gaps, and end where they end.
package numbered

import (
	"slices"
	"strings"
)

func probe(...any) {}

type Reason int

const (
	Allowed Reason = iota
	Failed
	Listed
	Phishing
	Adult
	Invalid
	Unsafe
	Service
	Rewritten
	ByHosts
	ByRule
)

// reasons are the reasons in the log.
var reasons = [...]string{
	Allowed:   "1",
	Failed:    "2",
	Listed:    "3",
	Phishing:  "4",
	Adult:     "5",
	Invalid:   "6",
	Unsafe:    "7",
	Service:   "8",
	Rewritten: "9",
	ByHosts:   "10",
	ByRule:    "11",
}

// ReasonOf returns the reason in a line of the log.
func ReasonOf(line string) (Reason, bool) {
	_, rest, _ := strings.Cut(line, `"reason":`)
	reasonCode, _, _ := strings.Cut(rest, ",")
	probe(reasonCode) // want `not bound`
	i := slices.Index(reasons[:], reasonCode)
	return Reason(i), i >= 0
}

// A report's reasons are all in the table.
func outcome(reasonCode int) string {
	probe(reasonCode) // want `reason named`
	switch reasonCode {
	case 0:
		return "fine"
	case 1, 2, 9, 10, 11:
		return "network"
	case 3, 4:
		return "message"
	case 5, 6, 7, 8:
		return "subscriber"
	case 12, 13:
		return "phone"
	}
	return "?"
}
