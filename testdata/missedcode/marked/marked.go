// Package marked has tables and switches that are meant to know every code.
package marked

import "github.com/errcodelint/errcodelint/codes"

// seconds is how long to wait before a message is sent again.
//
//errcodelint:exhaustive
var seconds = map[codes.ReasonCode]int{ // want `this map, which is marked exhaustive, has no key for 5 reason codes: 3 FormatError, 5 SubscriberUnknown, 6 SubscriberBarred, 12 HandsetError, 201 InvalidWhatsAppTemplate \(5 never pass\); add them`
	codes.ReasonNotApplicable:            0,
	codes.ReasonBaseStationUnknown:       60,
	codes.ReasonMSCUnknown:               60,
	codes.ReasonOtherError:               60,
	codes.ReasonSubscriberNotProvisioned: 0,
	codes.ReasonSubscriberAbsent:         3600,
	codes.ReasonSMSCFailure:              60,
	codes.ReasonSMSCCongestion:           300,
	codes.ReasonSMSCRoaming:              3600,
	codes.ReasonHandsetMemoryExceeded:    3600,
}

// wait looks it up.
func wait(reason codes.ReasonCode) int { return seconds[reason] }

// words are asked whether they know a code, so a new key would be an answer.
//
//errcodelint:exhaustive
var words = map[codes.ReasonCode]string{ // want `this map, which is marked exhaustive, has no key for 13 reason codes`
	codes.ReasonNotApplicable: "delivered",
	codes.ReasonSMSCRoaming:   "abroad",
}

func word(reason codes.ReasonCode) string {
	if w, ok := words[reason]; ok {
		return w
	}
	return reason.Description()
}

// all knows every template code.
//
//errcodelint:exhaustive
var all = map[int]string{
	0: "token", 1: "later", 2: "later", 3: "access", 4: "later", 10: "access", 100: "parameter",
	190: "token", 368: "policy", 506: "twice", 80007: "later", 131001: "long", 131006: "missing",
	131008: "parameter", 131009: "parameter", 131021: "number", 131031: "locked", 131051: "type",
	131055: "method", 132000: "parameter", 132001: "template", 132005: "long", 132007: "policy",
	132012: "parameter", 133000: "delete",
}

// most knows fewer, by their numbers.
//
//errcodelint:exhaustive
var most = map[int]string{0: "token", 1: "later", 190: "token"} // want `no key for 22 template codes: 2 Downtime`

type templateReply struct {
	ResponseCode int `json:"responseCode"`
}

func explain(r templateReply) (string, string) {
	if r.ResponseCode == 80007 {
		return "slow down", ""
	}
	return all[r.ResponseCode], most[r.ResponseCode]
}

// unmarked may know as few as it likes.
var unmarked = map[codes.ReasonCode]string{
	codes.ReasonNotApplicable: "delivered",
}

// outcome must say something about every code, whatever its default.
func outcome(reason codes.ReasonCode) string {
	//errcodelint:exhaustive
	switch reason { // want `this switch is marked exhaustive, and does not name 12 reason codes that can reach it`
	case codes.ReasonNotApplicable:
		return "delivered"
	case codes.ReasonSubscriberAbsent, codes.ReasonHandsetMemoryExceeded:
		return "later"
	default:
		return "failed: " + unmarked[reason]
	}
}

// single has a case for each code, and a default in the middle.
func single(reason codes.ReasonCode) (text string) {
	if reason > 4 {
		return ""
	}
	//errcodelint:exhaustive
	switch reason { // want `this switch is marked exhaustive, and does not name 2 reason codes that can reach it: 2 MSCUnknown, 4 OtherError`
	case codes.ReasonNotApplicable:
		text = "delivered"
	case codes.ReasonBaseStationUnknown:
		text = "station"
	// Everything else goes to the gateway's people.
	default:
		text = "gateway"
	case codes.ReasonFormatError:
		text = "format"
	}
	return text
}

// guarded is complete after what came before it.
func guarded(reason codes.ReasonCode) string {
	if reason >= 3 {
		return ""
	}
	//errcodelint:exhaustive
	switch reason {
	case codes.ReasonNotApplicable:
		return "delivered"
	case codes.ReasonBaseStationUnknown, codes.ReasonMSCUnknown:
		return "later"
	default:
		return "new"
	}
}

// asked is a set that must know every code.
func asked(reason codes.ReasonCode) bool {
	if reason >= 3 {
		return false
	}
	//errcodelint:exhaustive
	switch reason { // want `this switch is marked exhaustive, and does not name the reason code 2 MSCUnknown, which can reach it and may pass later`
	case codes.ReasonNotApplicable:
		return true
	case codes.ReasonBaseStationUnknown:
		return false
	}
	return false
}
