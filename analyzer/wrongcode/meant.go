package wrongcode

import (
	"fmt"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/httpstatus"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// meant says what an undocumented constant is, or what was probably meant by it,
// "" if there is nothing to say.
func (c *checker) meant(d *domain.Domain, says binding.Saying) string {
	if says.Const != nil {
		if m, ok := sameMeaning(d, says.Const.Name()); ok {
			return fmt.Sprintf("%s, which its name speaks of, is %s", m.Name, c.like(says.Const, m.Text))
		}
	}
	n, err := strconv.Atoi(strings.TrimSpace(says.Text))
	if err != nil && d.Path == domain.CodesPath {
		return "the API sends decimal text"
	}
	if m, ok := sameNumber(d, says.Text); ok {
		zeros := "codes are compared as text"
		if d.Path == domain.CodesPath {
			zeros = "the API sends no leading zeros"
		}
		return fmt.Sprintf("%s, so %q (%s) is probably meant", zeros, m.Text, m.Name)
	}
	for _, other := range domain.Builtin {
		if m, ok := other.Lookup(says.Text); ok && other.Key == d.Key && d.Key != "" {
			return fmt.Sprintf("it is the %s code %s", other.Name, m.Name)
		}
	}
	if text := httpstatus.Text(n); text != "" {
		return fmt.Sprintf("it is an HTTP status (%s)", text)
	}
	if m, ok := mistypedFor(d, says.Text); ok {
		return fmt.Sprintf("%s is the nearest", named(m))
	}
	return ""
}

// sameNumber returns the only code of a domain that is the same number as a text, in other
// digits: 00 for 0.
func sameNumber(d *domain.Domain, text string) (found domain.Member, ok bool) {
	n, isNumber := domain.Value(strings.TrimSpace(text))
	if !isNumber {
		return domain.Member{}, false
	}
	for _, m := range d.Members() {
		if other, isNumber := domain.Value(m.Text); isNumber && other == n {
			if ok {
				return domain.Member{}, false
			}
			found, ok = m, true
		}
	}
	return found, ok
}

// like returns a code's text as a literal of a constant's type.
func (c *checker) like(constant *types.Const, text string) string {
	if b, ok := constant.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
		return strconv.Quote(text)
	}
	return text
}

// sameMeaning returns the code of a domain whose name has all the long words of
// another name, if there is just one: rcThrottled is ThrottlingRateExceeded.
// Short words, and those that half of the codes have, say nothing.
func sameMeaning(d *domain.Domain, name string) (domain.Member, bool) {
	wanted := longWords(name)
	if len(wanted) == 0 {
		return domain.Member{}, false
	}
	var found []domain.Member
	for _, m := range d.Members() {
		have := longWords(m.Name)
		missing := slices.ContainsFunc(wanted, func(w string) bool {
			return !slices.ContainsFunc(have, func(h string) bool { return h[:6] == w[:6] })
		})
		if !missing {
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		return domain.Member{}, false
	}
	return found[0], true
}

// longWords returns the words of a name that mean something.
func longWords(name string) []string {
	var long []string
	for _, w := range syntax.Words(name) {
		if len(w) >= 6 && !slices.Contains(commonWords, w) {
			long = append(long, w)
		}
	}
	return long
}

var commonWords = []string{"invalid", "response", "reason", "template", "status", "message", "account", "result", "failed", "failure", "success"}

// mistypedFor returns the only code that is a typing mistake away: two digits
// changed places, one is wrong, missing or too many. Short numbers are all near
// to each other.
func mistypedFor(d *domain.Domain, text string) (domain.Member, bool) {
	if len(text) < 4 {
		return domain.Member{}, false
	}
	var found []domain.Member
	for _, m := range d.Members() {
		if mistyped(m.Text, text) {
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		return domain.Member{}, false
	}
	return found[0], true
}

func mistyped(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(b)-len(a) == 1:
		return a[i:] == b[i+1:]
	case len(a) != len(b) || i == len(a):
		return false
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
