package groundtruth

import (
	"iter"
	"slices"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// A Domain is what the generator and the reports need to know of a domain.
type Domain struct {
	Name  string // response
	Key   string // responseCode: under which it travels
	Type  string // ResponseCode: its type in package codes
	Codes []Code // the documented ones, in numeric order
}

// A Code is a documented code.
type Code struct {
	Value int
	Name  string // Success
	Const string // ResponseSuccess
	Retry string // RetryNever
}

// Text returns the code as it travels.
func (c Code) Text() string { return strconv.Itoa(c.Value) }

// Undocumented codes that every function is driven with. None is documented in
// any domain.
var undocumented = []int{20, 42, 9999, -1}

var domains = []*Domain{
	newDomain("response", "responseCode", "Response", codes.ResponseCodes()),
	newDomain("reason", "reasonCode", "Reason", codes.ReasonCodes()),
	newDomain("template", "responseCode", "Template", codes.TemplateCodes()),
}

func newDomain[C interface {
	~int
	String() string
	Retry() codes.Retry
}](name, key, prefix string, all iter.Seq[C]) *Domain {
	retries := map[codes.Retry]string{
		codes.RetryNotNeeded:   "RetryNotNeeded",
		codes.RetryWithBackoff: "RetryWithBackoff",
		codes.RetryAfterFix:    "RetryAfterFix",
		codes.RetryNever:       "RetryNever",
	}
	d := &Domain{Name: name, Key: key, Type: prefix + "Code"}
	for c := range all {
		d.Codes = append(d.Codes, Code{int(c), c.String(), prefix + c.String(), retries[c.Retry()]})
	}
	return d
}

// texts returns the documented codes as they travel, in the order of the bits of
// a [Set].
func (d *Domain) texts() []string {
	var all []string
	for _, c := range d.Codes {
		all = append(all, c.Text())
	}
	return all
}

// A Set is a set of codes of one domain: bit i stands for the domain's ith code,
// bit 63 for all undocumented ones.
type Set uint64

const undocumentedBit Set = 1 << 63

// set makes a Set of what the engine claims.
func (d *Domain) set(texts []string, undocumented bool) Set {
	var s Set
	for i, c := range d.Codes {
		if slices.Contains(texts, c.Text()) {
			s |= 1 << i
		}
	}
	if undocumented {
		s |= undocumentedBit
	}
	return s
}

// format writes a set for people.
func (d *Domain) format(s Set) string {
	if s == 0 {
		return "nothing"
	}
	text := ""
	add := func(t string) {
		if text != "" {
			text += " "
		}
		text += t
	}
	if all := Set(1)<<len(d.Codes) - 1; s&all == all {
		add("every documented code")
		s &^= all
	}
	for i, c := range d.Codes {
		if s&(1<<i) != 0 {
			add(c.Text())
		}
	}
	if s&undocumentedBit != 0 {
		add("undocumented")
	}
	return text
}

// Domains returns the domains that programs are about.
func Domains() []*Domain { return domains }
