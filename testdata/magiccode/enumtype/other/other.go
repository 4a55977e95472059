// Package other has tables of other things.
package other

// A State just counts.
type State int

const (
	Open State = iota
	Shut
	Gone
)

// A Status has numbers that no table documents.
type Status int

const (
	OK      Status = 0
	Busy    Status = 5
	Expired Status = 20
)
