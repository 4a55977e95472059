package retriedcode

import (
	"fmt"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// shown is how many codes a message names; it counts the others.
const shown = 5

// list names codes of one class: "10 CouldNotRoute, 16 DuplicateDestination of class never".
func list(members []domain.Member, class string) string {
	var names []string
	for i, m := range members {
		if i == shown {
			break
		}
		names = append(names, m.Text+" "+m.Name)
	}
	text := strings.Join(names, ", ")
	if more := len(members) - shown; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text + " of class " + class
}

// describe names the codes that should not be retried, by class.
func describe(never, fix []domain.Member) string {
	switch {
	case len(fix) == 0:
		return list(never, "never") + ", which cannot succeed"
	case len(never) == 0:
		return list(fix, "fix") + ", which can succeed only once somebody has acted, and nothing is done about it on the way"
	}
	return list(never, "never") + ", which cannot succeed, and for " + list(fix, "fix") + ", about which nothing is done on the way"
}

// meaning returns a code's number and name, with the vendor's words where they
// say more.
func meaning(m domain.Member) string {
	if m.Name == m.Description {
		return m.Text + " " + m.Name
	}
	return fmt.Sprintf("%s %s (%s)", m.Text, m.Name, m.Description)
}
