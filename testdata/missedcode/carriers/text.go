package carriers

import (
	"net/http"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

// hook takes a report as a form. Only what the first version knew is counted.
func hook(w http.ResponseWriter, r *http.Request, seen map[string]int) {
	id := r.FormValue("messageId")
	switch r.FormValue("reasonCode") { // want `happens to 8 reason codes .*: 2 MSCUnknown, 3 FormatError, 7 SubscriberNotProvisioned, 10 SMSCCongestion, 11 SMSCRoaming and 3 more`
	case codes.ReasonNotApplicable.Wire():
		seen[id]++
	case codes.ReasonSubscriberUnknown.Wire(), codes.ReasonSubscriberBarred.Wire():
		delete(seen, id)
	case codes.ReasonBaseStationUnknown.Wire(), codes.ReasonOtherError.Wire(),
		codes.ReasonSubscriberAbsent.Wire(), codes.ReasonSMSCFailure.Wire():
		seen[id] = 0
	}
	w.WriteHeader(http.StatusNoContent)
}

// trimmed comes from a gateway that pads its codes.
func trimmed(responseCode string) error {
	switch strings.TrimSpace(responseCode) { // want `happens to 19 response codes`
	case "0":
		return nil
	case "5", "88":
		return errLater
	case "11":
		return errDead
	}
	return nil
}
