// Package carriers takes delivery reports apart, whatever carries the reason.
package carriers

import (
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errDead   = errors.New("number is dead")
	errLater  = errors.New("try later")
	errOurs   = errors.New("our message is wrong")
	errRoamer = errors.New("abroad")
)

// Report is a delivery report.
type Report struct {
	ID     string
	Reason codes.ReasonCode `json:"reasonCode"`
}

// verdict knows all but the handset's trouble. Several codes share a case.
func (r Report) verdict() error {
	switch r.Reason { // want `this switch does not say what happens to 2 reason codes that can reach it: 12 HandsetError, 13 HandsetMemoryExceeded \(1 may pass later, 1 never passes\).*; add cases or a default`
	case codes.ReasonNotApplicable:
		return nil
	case codes.ReasonBaseStationUnknown, codes.ReasonMSCUnknown, codes.ReasonOtherError,
		codes.ReasonSubscriberAbsent, codes.ReasonSMSCFailure, codes.ReasonSMSCCongestion:
		return errLater
	case codes.ReasonSubscriberUnknown, codes.ReasonSubscriberBarred, codes.ReasonSubscriberNotProvisioned:
		return errDead
	case codes.ReasonFormatError, codes.ReasonInvalidWhatsAppTemplate:
		return errOurs
	case codes.ReasonSMSCRoaming:
		return errRoamer
	}
	return nil
}

// tally counts, one code to a case. What is not named goes by uncounted.
func tally(reports []Report) (late, dead, ours int) {
	for _, r := range reports {
		switch r.Reason { // want `happens to 3 reason codes .*: 7 SubscriberNotProvisioned, 11 SMSCRoaming, 201 InvalidWhatsAppTemplate \(1 may pass later, 2 never pass\)`
		case codes.ReasonNotApplicable:
		case codes.ReasonBaseStationUnknown:
			late++
		case codes.ReasonMSCUnknown:
			late++
		case codes.ReasonOtherError:
			late++
		case codes.ReasonSubscriberAbsent:
			late++
		case codes.ReasonSMSCFailure:
			late++
		case codes.ReasonSMSCCongestion:
			late++
		case codes.ReasonHandsetMemoryExceeded:
			late++
		case codes.ReasonSubscriberUnknown:
			dead++
		case codes.ReasonSubscriberBarred:
			dead++
		case codes.ReasonHandsetError:
			dead++
		case codes.ReasonFormatError:
			ours++
		// The rest is for the people of the gateway.
		default:
		}
	}
	return late, dead, ours
}

// line writes a report for people. Its default says enough.
func line(r Report) string {
	switch r.Reason {
	case codes.ReasonNotApplicable:
		return r.ID + ": delivered"
	case codes.ReasonSubscriberAbsent:
		return r.ID + ": switched off"
	default:
		return fmt.Sprintf("%s: %s", r.ID, r.Reason.Description())
	}
}
