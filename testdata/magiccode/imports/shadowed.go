package imports

import (
	"strings"

	gc "github.com/errcodelint/errcodelint/codes"
)

type receipt struct {
	Code gc.ReasonCode `json:"reasonCode"`
}

// tells has a parameter by the name of the package.
func (r receipt) tells(gc []string) string {
	if r.Code == 0 { // want "write codes.ReasonNotApplicable"
		return ""
	}
	return strings.Join(gc, ", ")
}
