package uncheckedcode

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A coded says how a reply holds its code.
type coded struct {
	name   string // as one selects it: Header.ResponseCode, ["responseCode"]
	domain *domain.Domain
	zero   string // its text in a reply that was never filled, "" for none

	mayBeMissing bool // which the code itself says, in a reply that was never filled
}

// codeIn returns the code of a reply's type, if the check may speak about it.
func (c *checker) codeIn(t types.Type) (coded, bool) {
	if t == nil {
		return coded{}, false
	}
	pointers := 0
	for p, ok := t.Underlying().(*types.Pointer); ok && pointers < 2; p, ok = t.Underlying().(*types.Pointer) {
		t = p.Elem()
		pointers++
	}
	if _, ok := t.Underlying().(*types.Struct); !ok {
		return coded{}, false
	}
	for _, f := range c.bindings.CodeFields(t) {
		if c.settings.Speaks(f.Value) {
			// What a decode makes a pointer to is nil if nothing was decoded: that does not pass for a reply.
			missing := pointers > 1 || binding.MayBeMissing(f.Path[len(f.Path)-1].Type())
			return coded{f.Name(), f.Value.Domain, zeroText(f), missing}, true
		}
	}
	return coded{}, false
}

// zeroText returns the text of the code that a reply holds which was never filled.
func zeroText(f binding.CodeField) string {
	if syntax.IsNumber(f.Path[len(f.Path)-1].Type()) {
		return "0"
	}
	return ""
}

// of returns the code of the reply that a variable holds.
func (k coded) of(variable string) string {
	switch {
	case variable == "", k.inMap():
		return variable + k.name
	}
	return variable + "." + k.name
}

func (k coded) inMap() bool { return strings.HasPrefix(k.name, "[") }

// passes reports whether a reply that was never filled passes for one with a documented code.
func (k coded) passes() bool { return k.zero != "" && k.domain.Has(k.zero) }

// empty says what code a reply holds that was never filled.
func (k coded) empty() string {
	if m, ok := k.domain.Lookup(k.zero); ok && k.zero != "" {
		return fmt.Sprintf("%s, which is %s", k.zero, m.Name)
	}
	if k.zero != "" {
		return k.zero + ", which no table documents"
	}
	return "nothing, which is no code"
}
