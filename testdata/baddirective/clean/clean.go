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

//errcodelint:exhaustive
var names = map[Status]string{Paid: "paid", Busy: "busy", Declined: "declined"}

// codes are kept as numbers.
//
//errcodelint:exhaustive
var priorities = map[int]int{0: 0, 1: 2, 2: 1}

type payment struct {
	StatusCode int `json:"statusCode"`
}

func (p payment) priority() int { return priorities[p.StatusCode] }

func (o Order) text() string {
	//errcodelint:exhaustive
	switch s := o.Status; {
	case s == Paid, s == Busy:
		return names[s]
	case s == Declined:
		return "refused"
	}
	return ""
}
