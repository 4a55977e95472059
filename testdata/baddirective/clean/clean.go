// Package clean has directives that mean something.
package clean

// A comment about errcodelint: it is run by CI.

//errcodelint:declare payments key=statusCode success=0
type Status int

const (
	Paid Status = iota
	//errcodelint:retry backoff
	Busy
	Declined //errcodelint:retry never
)

// Order is paid.
type Order struct {
	Status Status `json:"statusCode"`
}

// Paid reports whether nothing is owed.
func (o Order) Paid() bool {
	//errcodelint:ignore magiccode as in the ledger's format
	return o.Status == 0
}
