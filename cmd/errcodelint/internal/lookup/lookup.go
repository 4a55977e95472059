package lookup

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

// A Code is a documented code, and its JSON form.
type Code struct {
	Domain      string `json:"domain"`
	Value       int    `json:"value"`
	Name        string `json:"name"`
	Constant    string `json:"constant"` // in package codes
	Description string `json:"description"`
	Retry       string `json:"retry"`
}

// Domains are the domains that package codes has, in the order in which they are shown.
var Domains = []string{"response", "reason", "template"}

// All returns all codes, domain by domain.
func All() []Code {
	return slices.Concat(
		list("response", "Response", codes.ResponseCodes()),
		list("reason", "Reason", codes.ReasonCodes()),
		list("template", "Template", codes.TemplateCodes()),
	)
}

type documented interface {
	~int
	String() string
	Description() string
	Retry() codes.Retry
}

func list[C documented](domain, prefix string, all iter.Seq[C]) (out []Code) {
	for c := range all {
		out = append(out, Code{
			Domain: domain, Value: int(c), Name: c.String(), Constant: prefix + c.String(),
			Description: c.Description(), Retry: c.Retry().String(),
		})
	}
	return out
}

// In returns the codes of a domain, or of all for "".
func In(domain string) []Code {
	return slices.DeleteFunc(All(), func(c Code) bool { return domain != "" && c.Domain != domain })
}

// Find returns the codes of a domain, or of all for "", which a word stands for: a number, which may be a code
// in several, a name, or a constant's name; names in any case.
func Find(domain, word string) []Code {
	word = strings.TrimPrefix(word, "codes.")
	return slices.DeleteFunc(In(domain), func(c Code) bool {
		return strconv.Itoa(c.Value) != word && !strings.EqualFold(c.Name, word) && !strings.EqualFold(c.Constant, word)
	})
}

// Words returns the names that Find knows.
func Words() (out []string) {
	for _, c := range All() {
		out = append(out, c.Name, c.Constant)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
