package retriedcode

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
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
	return list(never, "never") + ", which cannot succeed, and for " + list(fix, "fix") + ", which can only once somebody has acted, and nothing is done about it on the way"
}

// mayPass says what to ask of a code before its request is sent again. Only a type that has a method
// Retryable can be asked for it: those of package codes and those that the generator writes.
func (c *checker) mayPass(d *domain.Domain) string {
	if d == nil || d.Type == "" {
		return "the code may pass later"
	}
	if d.Path == domain.CodesPath {
		return retryableSays("codes." + d.Type)
	}
	for _, pkg := range slices.Concat([]*types.Package{c.pass.Pkg}, c.pass.Pkg.Imports()) {
		if pkg.Path() == d.Path && libraries.HasMethod(pkg, d.Type, "Retryable") {
			if pkg == c.pass.Pkg {
				return retryableSays(d.Type)
			}
			return retryableSays(pkg.Name() + "." + d.Type)
		}
	}
	return "the code may pass later"
}

// retryableSays names the type, since the code may be a plain number or text, which has no methods.
func retryableSays(typ string) string {
	return "the method Retryable of " + typ + " says that it may pass"
}

// meaning returns a code's number and name, with the vendor's words where they
// say more.
func meaning(m domain.Member) string {
	label := m.Label()
	if m.Description == "" || strings.Contains(label, m.Description) {
		return label
	}
	return fmt.Sprintf("%s (%s)", label, m.Description)
}
