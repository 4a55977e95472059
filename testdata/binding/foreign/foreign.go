// Package foreign has somebody else's constants.
package foreign

const (
	OK   = 0
	Busy = 5
)

type Code int

const Gone Code = 7
