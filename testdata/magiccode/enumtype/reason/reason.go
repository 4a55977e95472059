// Package reason has a table of codes, and does nothing with them itself.
package reason

// Code of a report.
type Code int

const (
	None       Code = 0
	Other      Code = 4
	Unknown    Code = 5
	Absent     Code = 8
	Congestion Code = 10
	noHandset  Code = 12
)

// Worst of them.
func Worst() Code { return noHandset }
