package webhook

import "github.com/errcodelint/errcodelint/codes"

// Calls says what the people at the telephones have to do about a report.
func (s *Store) Calls(id string) (todo []string) {
	rec := s.Get(id)
	todo = append(todo, tone(rec.Reason))
	switch rec.Reason { // want "missedcode: .* 8 reason codes"
	case codes.ReasonNotApplicable:
	case codes.ReasonSubscriberUnknown, codes.ReasonSubscriberBarred, codes.ReasonSubscriberNotProvisioned:
		todo = append(todo, "ask for another number")
	case codes.ReasonSubscriberAbsent, codes.ReasonHandsetMemoryExceeded, codes.ReasonSMSCRoaming:
		todo = append(todo, "try again tomorrow")
	default:
		// The rest is for the network.
	}
	return todo
}

// tone is how to say it.
func tone(reason codes.ReasonCode) string {
	switch reason { // want "missedcode: .*0 NotApplicable together with 12 codes that fail"
	case codes.ReasonSubscriberBarred, codes.ReasonSubscriberUnknown:
		return "firmly"
	default:
		return "gently"
	}
}
