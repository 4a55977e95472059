package codeflow

// A summaryFact is on a function: its summary, for importers. Sets are told by
// texts, since a domain can have more members elsewhere.
type summaryFact struct {
	Symbols []symbolFact
	Results [][]partFact
	Handed  map[int]handedBack
}

type symbolFact struct {
	Domain   string // "" for a choice
	Given    bool
	Met      bool // see symbol
	Param    int
	Path     string
	Possible setFact
}

// A setFact is a set of codes: those listed, or, if Others, all but those.
type setFact struct {
	Texts        []string
	Others       bool // all members but those listed
	Undocumented bool
	Absent       bool
	Bits         uint64 // of a choice
}

type partFact struct {
	Path     string
	Outcomes []outcomeFact
}

type outcomeFact struct {
	Kind   int
	Symbol int // index in Symbols, -1 for none
	Set    setFact
	Domain string
	Const  string // exact, with its kind before it
	Links  []linkFact
	Open   bool
	Fresh  bool
	In     []handedBack // see failure.given
	Cond   []condFact
}

type linkFact struct {
	Package, Object string // of a package's variable, or of the function that has made the error
	Mark            bool
	TypePackage     string
	TypeName        string
	Pointer         bool
	Methods         []string // of the type, by which others look into the error
	Code            []outcomeFact
	Field           string
	Direct          bool
	Beside          []partFact
}

type condFact struct {
	Symbol int
	Set    setFact
}

func (*summaryFact) AFact()         {}
func (*summaryFact) String() string { return "summary" }

// A sentinelFact is on a package's error. It is plain if errors.New made it, or its like: what it is,
// no other error is, and nothing is in it. Else it may be a code, another value that others can be equal to,
// or one thing now and another one later.
type sentinelFact struct{ Plain bool }

func (*sentinelFact) AFact() {}
func (f *sentinelFact) String() string {
	if f.Plain {
		return "plain error"
	}
	return "error of any kind"
}
