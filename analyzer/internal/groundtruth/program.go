package groundtruth

import "github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"

// A Program is a number of functions over codes, with what they need.
type Program struct {
	Seed      uint64
	Split     bool // helpers are in a package of their own
	Functions []*Function
	Probes    int // how many there are

	Undocumented []int // codes that it is driven with besides the usual ones
}

// A Function is one function under test, with the declarations that are its own.
type Function struct {
	ID     int
	Domain *Domain
	Name   string

	toolchain.Source

	Takes  []string // the forms of the codes that it is driven with
	Bools  int      // how many booleans
	Counts int      // how many small numbers
	Drive  string   // statements that call it: in is a *record.Input

	call []string // the arguments in it

	First, End  int            // its probes
	Reasons     []string       // why it need not be exact
	MembersOnly bool           // its tests tell undocumented codes apart
	Productions map[string]int // the productions it is made of
}

// Exactness says how far claims about a function must be exact.
type Exactness int

const (
	Sound   Exactness = iota // nothing that was seen may be missing
	Members                  // and no documented code may be claimed that wasn't seen
	Exact                    // and the same holds for undocumented ones
)

// Exactness of the function.
func (f *Function) Exactness() Exactness {
	switch {
	case len(f.Reasons) > 0:
		return Sound
	case f.MembersOnly:
		return Members
	default:
		return Exact
	}
}
