// Package never is checked with -missedcode.default=never: only cases count.
package never

import (
	"errors"

	"github.com/errcodelint/errcodelint/codes"
)

var errBusy = errors.New("busy")

// explicit has a default.
func explicit(code codes.ReasonCode) string {
	switch code { // want `this switch does not name 13 reason codes that can reach it: 1 BaseStationUnknown, .*; add cases: defaults do not count \(-missedcode.default=never\)`
	case codes.ReasonNotApplicable:
		return "delivered"
	case codes.ReasonSubscriberAbsent:
		return "absent"
	default:
		return "failed"
	}
}

// follows has what follows for a default.
func follows(code codes.ReasonCode) error {
	switch code { // want `this switch does not name 14 reason codes`
	case codes.ReasonNotApplicable:
		return nil
	}
	return errBusy
}

// preset starts from something.
func preset(code codes.ReasonCode) string {
	text := "failed"
	switch code { // want `this switch does not name 14 reason codes`
	case codes.ReasonNotApplicable:
		text = "delivered"
	}
	return text
}

// success is all that is left.
func success(code codes.ReasonCode) string {
	if code > 1 {
		return "failed"
	}
	switch code { // want `this switch does not name the reason code 0 NotApplicable, which can reach it and is success`
	case codes.ReasonBaseStationUnknown:
		return "station"
	default:
		return "delivered"
	}
}

// set is a set, and no dispatch.
func set(code codes.ReasonCode) bool {
	switch code {
	case codes.ReasonBaseStationUnknown, codes.ReasonMSCUnknown:
		return true
	}
	return false
}

// complete names every code that gets there.
func complete(code codes.ReasonCode) string {
	if code > 1 {
		return "failed"
	}
	switch code {
	case codes.ReasonNotApplicable:
		return "delivered"
	case codes.ReasonBaseStationUnknown:
		return "station"
	default:
		return "new"
	}
}
