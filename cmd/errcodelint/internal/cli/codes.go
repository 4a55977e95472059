package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/lookup"
	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/render"
	"github.com/errcodelint/errcodelint/internal/nearest"
)

// codes writes the table of the codes of a domain, or of all.
func (c *command) codes(args []string) (int, error) {
	show, domain := lookup.Table, ""
	for _, arg := range args {
		switch {
		case arg == "-json" || arg == "--json":
			show = lookup.JSON
		case strings.HasPrefix(arg, "-"):
			return 0, fmt.Errorf("codes has no flag %s: there is -json", arg)
		case domain != "":
			return 0, fmt.Errorf("codes takes one domain at a time, not %s and %s: without any it lists all", domain, arg)
		case !slices.Contains(lookup.Domains, arg):
			return 0, unknownWord("domain", arg, lookup.Domains, "the domains are "+strings.Join(lookup.Domains, ", "))
		default:
			domain = arg
		}
	}
	return exitClean, show(c.stdout, lookup.In(domain))
}

// explainWord writes what a word means that findings use: a code, by number or name, in one domain or all that
// have it; a retry class; a check; or the category of a finding.
func (c *command) explainWord(args []string) (int, error) {
	domain, word := "", ""
	switch {
	case len(args) == 1:
		word = args[0]
	case len(args) == 2 && slices.Contains(lookup.Domains, args[0]):
		domain, word = args[0], args[1]
	case len(args) == 2:
		return 0, unknownWord("domain", args[0], lookup.Domains, "the domains are "+strings.Join(lookup.Domains, ", "))
	default:
		return 0, errors.New("explain a code, by number or name, a retry class, a check or a finding's category: errcodelint explain 5, errcodelint explain reason 5, errcodelint explain magiccode")
	}
	found := lookup.Find(domain, word)
	if domain != "" {
		if len(found) == 0 {
			return 0, fmt.Errorf("%s is no documented %s code: errcodelint codes %s lists them", word, domain, domain)
		}
		return exitClean, lookup.Explain(c.stdout, found)
	}
	names := append(lookup.Words(), lookup.Classes()...)
	for _, a := range c.suite {
		if a.Name == word {
			return exitClean, c.describe(a)
		}
		names = append(names, a.Name)
	}
	var meanings []string // a code, a class and a category can have one name
	if len(found) > 0 {
		var text strings.Builder
		if err := lookup.Explain(&text, found); err != nil {
			return 0, err
		}
		meanings = append(meanings, text.String())
	}
	if advice, ok := lookup.Class(word); ok {
		meanings = append(meanings, fmt.Sprintf("retry class %s\n\t%s\n", word, advice))
	}
	for _, r := range render.Rules(c.suite) {
		_, category, _ := strings.Cut(r.ID, "/")
		if category != "" && (word == category || word == r.ID) {
			meanings = append(meanings, fmt.Sprintf("%s\n\t%s\n\tSee %s\n", r.ID, r.Title, r.URL))
		}
		if category != "" {
			names = append(names, category)
		}
	}
	if domain, ok := keys[strings.ToLower(word)]; ok && len(meanings) == 0 {
		return 0, fmt.Errorf("%s is no code, but what holds one: errcodelint codes %s lists them", word, domain)
	}
	if len(meanings) == 0 {
		return 0, unknownWord("documented code, retry class, check or finding category", word, names, "errcodelint codes lists the codes, errcodelint help the checks")
	}
	_, err := io.WriteString(c.stdout, strings.Join(meanings, "\n"))
	return exitClean, err
}

// keys are words for the codes of a domain rather than for one of them, in lower case.
var keys = map[string]string{
	"response": "response", "responsecode": "response",
	"reason": "reason", "reasoncode": "reason",
	"template": "template", "templatecode": "template",
}

func unknownWord(what, word string, names []string, otherwise string) error {
	if near := nearest.To(word, names); near != "" {
		otherwise = "did you mean " + near + "?"
	}
	return fmt.Errorf("there is no %s %s; %s", what, word, otherwise)
}
