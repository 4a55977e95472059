package render

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// A Rule is what SARIF calls the kind of a finding: a Category of a check, or a check, for Categories
// that its documentation does not list.
type Rule struct {
	ID    string // check/category
	Title string
	Help  string // the check's documentation
	URL   string
}

// Rules returns the rules of a suite, out of the checks' documentation, which has a list of the
// Categories at its end. The others of a check come before the check's own, which is the last.
func Rules(suite []*analysis.Analyzer) []Rule {
	var out []Rule
	for _, a := range suite {
		title, _, _ := strings.Cut(strings.TrimPrefix(a.Doc, a.Name+": "), "\n")
		help, list, _ := strings.Cut(a.Doc, "# Categories")
		help = strings.TrimSpace(help)
		for _, m := range category().FindAllStringSubmatch(list, -1) {
			out = append(out, Rule{
				ID:    ruleID(a.Name, m[1]),
				Title: title + ": " + strings.Join(strings.Fields(m[2]), " "),
				Help:  help,
				URL:   a.URL + "#" + m[1],
			})
		}
		out = append(out, Rule{ID: a.Name, Title: title, Help: help, URL: a.URL})
	}
	return out
}

// category finds an item of the list of Categories, whose text may take several lines.
var category = lazyregexp.New(`(?m)^  - (\w+): (.*(?:\n    .*)*)$`)

func ruleID(check, category string) string {
	if category == "" {
		return check
	}
	return check + "/" + category
}
