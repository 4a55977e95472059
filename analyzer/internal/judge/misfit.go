package judge

import (
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/httpstatus"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Misfit is why a constant does not fit the code that it meets.
type Misfit int

const (
	Fits         Misfit = iota
	Types               // the code never has the constant's type
	HTTPStatus          // it is one of net/http's
	OtherDomain         // it is a code of another domain
	Undocumented        // no table has it
)

// Misfit returns what is wrong with the constant of a meeting, and what the
// constant says.
func (j *Judge) Misfit(m binding.Meeting) (Misfit, binding.Saying) {
	says, ok := j.bindings.Says(m.Const)
	if !ok || m.Kind == binding.Ordering || j.buildDependent(says.Const, m.Const.Pos()) {
		return Fits, says
	}
	if j.neverMeets(m) {
		return Types, says
	}
	// What does not fit a value that nothing but its constants makes a code may
	// well mean that it is none.
	if !m.Value.Evident() {
		return Fits, says
	}
	documented := m.Value.Domain.Has(says.Text) || m.Folds && slices.ContainsFunc(m.Value.Domain.Members(), func(member domain.Member) bool {
		return strings.EqualFold(member.Text, says.Text)
	})
	switch {
	case isHTTPStatus(says.Const):
		return HTTPStatus, says
	case says.Domain != nil && says.Domain.ID != m.Value.Domain.ID && (says.Stated || !documented):
		return OtherDomain, says
	case !documented && !standsForStatus(m, says.Text) && !j.standsForNone(m, says.Text):
		return Undocumented, says
	}
	return Fits, says
}

// neverMeets reports whether a comparison comes out one way whatever the code: of
// what encoding/json put in an interface with a type that it never puts there, or of a
// variable that holds another type.
func (j *Judge) neverMeets(m binding.Meeting) bool {
	if m.With == nil || !check.IsInterface(j.pass, m.With) {
		return false
	}
	t := j.pass.TypesInfo.TypeOf(m.Const)
	if t == nil || types.IsInterface(t) {
		return false
	}
	if held := j.HeldType(m.With); held != nil {
		return !types.Identical(held, types.Default(t))
	}
	if !j.bindings.FromJSON(m.With) {
		return false
	}
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		switch t.Kind() {
		case types.Float64, types.UntypedFloat, types.String, types.UntypedString, types.Bool, types.UntypedBool, types.Invalid:
			return false
		}
	case *types.Named: // json.Number comes with UseNumber
		if obj := t.Obj(); obj.Pkg() != nil && obj.Pkg().Path() == "encoding/json" {
			return false
		}
	}
	return true
}

func isHTTPStatus(c *types.Const) bool {
	return c != nil && c.Pkg() != nil && c.Pkg().Path() == "net/http" && strings.HasPrefix(c.Name(), "Status")
}

// standsForStatus reports whether a number is an HTTP status, and nothing but a
// name says that what it meets is a code: many call a status that.
func standsForStatus(m binding.Meeting, text string) bool {
	n, ok := domain.Number(text)
	return ok && m.Value.Grade == binding.Named && httpstatus.Text(int(n)) != ""
}

// standsForNone reports whether an undocumented number is a program's way to say
// that there is no code: its zero value, or a negative number where the domain
// has none, unless all that it is compared with comes from the API.
func (j *Judge) standsForNone(m binding.Meeting, text string) bool {
	if text == "0" {
		// The zero value of a number; where codes are text, that is "".
		return m.With == nil || !syntax.IsText(j.pass.TypesInfo.TypeOf(m.With)) || !statesText(m)
	}
	if !strings.HasPrefix(text, "-") {
		return false
	}
	for _, member := range m.Value.Domain.Members() {
		if strings.HasPrefix(member.Text, "-") {
			return false
		}
	}
	return m.With == nil || !j.bindings.FromWire(m.With)
}

// statesText reports whether a domain's codes are no plain numbers, so that "0" stands for
// nothing but itself: for sure where all have two digits, as "05" and "51", else if the
// value's type says that it is a code.
func statesText(m binding.Meeting) bool {
	plain, padded := false, false
	for _, member := range m.Value.Domain.Members() {
		_, digits := domain.Value(member.Text)
		_, number := domain.Number(member.Text)
		switch {
		case !digits:
		case !number:
			padded = true
		case len(member.Text) == 1:
			return false
		default:
			plain = true
		}
	}
	return padded || !plain && m.Value.Grade == binding.Stated
}
