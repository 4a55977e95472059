// Package fixes has dispatches in odd places, which a fix must leave as they are.
package fixes

import (
	"errors"

	gc "github.com/errcodelint/errcodelint/codes"
)

var errBusy = errors.New("busy")

// reply may be nil: nobody answered.
type reply struct {
	Code gc.ReasonCode `json:"reasonCode"`
	Text string
}

func (r *reply) code() gc.ReasonCode { return r.Code }

// middle has its default above other cases, with comments all around.
func middle(r reply) (text string) {
	if r.Code > 4 {
		return "late"
	}
	switch code := r.Code; code { // want `happens to 2 reason codes .*: 2 MSCUnknown, 4 OtherError`
	case gc.ReasonNotApplicable:
		text = "delivered"
		// That was all.

	// Whatever else.
	default: // nothing
	case gc.ReasonBaseStationUnknown: // the antenna
		text = "antenna"
	case gc.ReasonFormatError:
		text = "format"
		// Nothing more.
	}
	return text
}

// shadowed has a local variable by the name of the package.
func shadowed(r reply, gc []string) string {
	if r.Code > 1 {
		return ""
	}
	switch r.Code { // want `happens to the reason code 1 BaseStationUnknown, which can reach it and may pass later`
	case 0:
		return gc[0]
	}
	return ""
}

// loops keeps its labels and breaks.
func loops(all []reply) int {
	n := 0
loop:
	for _, r := range all {
		if r.Code > 5 {
			continue
		}
	dispatch:
		switch r.Code { // want `happens to 2 reason codes .*: 1 BaseStationUnknown, 4 OtherError`
		case gc.ReasonNotApplicable:
			n++
		case gc.ReasonMSCUnknown:
			if n > 3 {
				break dispatch
			}
			break loop
		case gc.ReasonFormatError, gc.ReasonSubscriberUnknown:
			continue loop
		}
		n++
	}
	return n
}

// maybe asks first whether there is an answer: a case at the end may ask for the
// code, for some case above has.
func maybe(r *reply) string {
	switch { // want `happens to 12 reason codes`
	case r == nil:
		return "nobody"
	case r.Code == gc.ReasonNotApplicable:
		return "delivered"
	case r.Code == gc.ReasonSubscriberAbsent || r.Code == gc.ReasonHandsetMemoryExceeded:
		return "later"
	}
	return ""
}

// unsure never asks for the code without asking for the answer: there is no fix,
// which would.
func unsure(r *reply) string {
	switch { // want `happens to 13 reason codes`
	case r != nil && r.Code == gc.ReasonNotApplicable:
		return "delivered"
	case r != nil && r.Code == gc.ReasonSubscriberAbsent:
		return "later"
	}
	return ""
}

// called asks by a method: there is no fix, which would call it again.
func called(r *reply) string {
	switch { // want `happens to 13 reason codes`
	case r.code() == gc.ReasonNotApplicable:
		return "delivered"
	case r.code() == gc.ReasonSubscriberAbsent:
		return "later"
	}
	return ""
}

// below has conditions below its default, which come first all the same: there is
// no fix above them.
func below(r reply, closed bool) (text string) {
	switch { // want `happens to 13 reason codes`
	case r.Code == gc.ReasonNotApplicable:
		text = "delivered"
	default:
	case closed:
		text = "closed"
	case r.Code == gc.ReasonSubscriberAbsent:
		text = "later"
	}
	return text
}

// rungs returns several zero values.
func rungs(r reply) (int, string, error) {
	if r.Code > 4 { // want `happens to the reason code 4 OtherError, which can reach it and may pass later; .*return 0, "", nil.`
		return 1, "late", nil
	}
	if r.Code == gc.ReasonNotApplicable {
		return 2, "delivered", nil
	}
	if r.Code == gc.ReasonFormatError {
		return 0, "", errBusy
	}
	if r.Code == gc.ReasonBaseStationUnknown || r.Code == gc.ReasonMSCUnknown {
		return 3, "antenna", nil
	} // the sea
	return 0, "", nil
}

// deep is indented.
func deep(all map[string]reply) (late []string) {
	for id, r := range all {
		if r.Text != "" {
			go func() {
				if r.Code > 3 {
					return
				}
				if r.Code == gc.ReasonNotApplicable { // want `happens to the reason code 3 FormatError`
					println(id)
				} else if r.Code == gc.ReasonBaseStationUnknown {
					println(id, "antenna")
				} else if r.Code == gc.ReasonMSCUnknown {
					println(id, "switch")
				}
			}()
		}
	}
	return late
}
