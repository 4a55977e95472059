package missedcode

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/codes"
)

// diagnostic is what is reported about a dispatch.
func (c *checker) diagnostic(d *dispatch, f finding) analysis.Diagnostic {
	diag := analysis.Diagnostic{
		Pos:      d.node.Pos(),
		End:      d.node.Pos() + 2, // if
		Category: d.kind.category(),
		Message:  c.message(d, f),
	}
	if d.kind == aSwitch {
		diag.End = d.node.Pos() + 6 // switch
	}
	if f.reason == mixedDefault {
		diag.Category = "success"
	}
	diag.SuggestedFixes = c.fix(d, f)
	return diag
}

func (c *checker) message(d *dispatch, f finding) string {
	name := d.value.Domain.Name
	switch f.reason {
	case mixedDefault:
		return fmt.Sprintf("the %s of this %s takes %s together with %s; add a %s for %s",
			d.kind.otherwise(), d.kind, theCodes(name, f.missed), failing(len(f.others)), part2(d.kind), list(f.missed))
	case notNamed:
		return fmt.Sprintf("this %s does not name %s; add cases: defaults do not count (-missedcode.default=never)", d.kind, reaching(name, f.missed))
	case markedSwitch:
		return fmt.Sprintf("this %s is marked exhaustive, and does not name %s; add cases", d.kind, reaching(name, f.missed))
	}
	return fmt.Sprintf("this %s does not say what happens to %s%s; %s",
		d.kind, reaching(name, f.missed), consequence(d.kind, f), advice(d, f))
}

// reaching names the codes that arrive somewhere.
func reaching(name string, missed []domain.Member) string {
	if len(missed) == 1 {
		return fmt.Sprintf("%s, which can reach it and %s", theCodes(name, missed), classOf(missed[0]).one)
	}
	return fmt.Sprintf("%d %s codes that can reach it: %s (%s)", len(missed), name, list(missed), classes(missed))
}

func theCodes(name string, list_ []domain.Member) string {
	if len(list_) == 1 {
		return fmt.Sprintf("the %s code %s", name, list(list_))
	}
	return fmt.Sprintf("the %s codes %s", name, list(list_))
}

func failing(n int) string {
	if n == 1 {
		return "a code that fails"
	}
	return fmt.Sprintf("%d codes that fail", n)
}

// otherwise is what takes the codes that have no case or branch.
func (k kind) otherwise() string {
	if k == aSwitch {
		return "default"
	}
	return "else"
}

func part2(k kind) string {
	if k == aSwitch {
		return "case"
	}
	return "branch"
}

// consequence says what becomes of the codes now.
func consequence(k kind, f finding) string {
	switch f.reason {
	case emptyDefault:
		return fmt.Sprintf(", as its %s does nothing", k.otherwise())
	case zeroFollows:
		they := "they end"
		if len(f.missed) == 1 {
			they = "it ends"
		}
		return fmt.Sprintf("; %s in `%s`", they, returnText(f.follow))
	case mixedFollows:
		return ", as success and failures go on alike"
	}
	return ""
}

// advice says what to write.
func advice(d *dispatch, f finding) string {
	one, rest := "case", "a default"
	if d.kind != aSwitch {
		one, rest = "branch", "an else"
	}
	switch {
	case d.kind != aLadder:
	case f.reason == zeroFollows:
		rest = "another return for the rest"
	default:
		rest = "a return for the rest"
	}
	n := successes(f.missed)
	if f.reason == emptyDefault {
		if len(n) > 0 && len(f.missed) > len(n) {
			return fmt.Sprintf("add a %s for %s, and say in the %s what happens to the rest", one, list(n), d.kind.otherwise())
		}
		return fmt.Sprintf("add %s, or say in the %s what happens", some(one, len(f.missed)), d.kind.otherwise())
	}
	if len(n) > 0 && len(f.missed) > len(n) {
		return fmt.Sprintf("add a %s for %s, and %s or %s for the rest", one, list(n), plural(one), strings.TrimSuffix(rest, " for the rest"))
	}
	return fmt.Sprintf("add %s or %s", some(one, len(f.missed)), rest)
}

// some returns a word for one thing, or for several.
func some(word string, n int) string {
	if n == 1 {
		return "a " + word
	}
	return plural(word)
}

func plural(word string) string {
	if strings.HasSuffix(word, "ch") {
		return word + "es"
	}
	return word + "s"
}

func successes(all []domain.Member) []domain.Member {
	var found []domain.Member
	for _, m := range all {
		if m.IsSuccess() {
			found = append(found, m)
		}
	}
	return found
}

const shown = 5 // codes that a message names

// list names the first codes, and counts the rest.
func list(all []domain.Member) string {
	var names []string
	for _, m := range all[:min(len(all), shown)] {
		names = append(names, m.Label())
	}
	text := strings.Join(names, ", ")
	if more := len(all) - shown; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// A class says in words what a retry class means for one code, and for several.
type class struct{ one, many string }

var classNames = map[codes.Retry]class{
	codes.RetryNotNeeded:   {"is success", "are success"},
	codes.RetryWithBackoff: {"may pass later", "may pass later"},
	codes.RetryAfterFix:    {"passes only after a fix", "pass only after a fix"},
	codes.RetryNever:       {"never passes", "never pass"},
	codes.RetryUnknown:     {"may or may not pass", "may or may not pass"},
}

func classOf(m domain.Member) class { return classNames[m.Retry] }

// classes counts codes by retry class.
func classes(all []domain.Member) string {
	count := make(map[codes.Retry]int)
	for _, m := range all {
		count[m.Retry]++
	}
	var parts []string
	for _, r := range retries {
		switch n := count[r]; n {
		case 0:
		case 1:
			parts = append(parts, "1 "+classNames[r].one)
		default:
			parts = append(parts, fmt.Sprintf("%d %s", n, classNames[r].many))
		}
	}
	return strings.Join(parts, ", ")
}

// retries are the classes in the order in which people want to hear of them.
var retries = []codes.Retry{codes.RetryNotNeeded, codes.RetryWithBackoff, codes.RetryAfterFix, codes.RetryNever, codes.RetryUnknown}

func returnText(ret *ast.ReturnStmt) string {
	var parts []string
	for _, e := range ret.Results {
		parts = append(parts, types.ExprString(e))
	}
	return "return " + strings.Join(parts, ", ")
}
