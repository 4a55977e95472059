package undocumented

import (
	"fmt"
	"log/slog"

	"github.com/errcodelint/errcodelint/codes"
)

type line struct {
	ReasonCode string `csv:"reasonCode"`
}

// What stands at the head of a column is no code.
func soft(lines []line) (n int) {
	for _, l := range lines {
		switch l.ReasonCode {
		case "reasonCode", "REASON_CODE":
			continue
		case codes.ReasonSubscriberAbsent.Wire(), codes.ReasonSMSCCongestion.Wire():
			n++
		case "reason": // want `"reason" is no documented reason code`
			slog.Warn("odd line")
		}
	}
	return n
}

// Nor is what fmt makes of a code that is not there.
func said(m map[string]any) string {
	code := fmt.Sprint(m["responseCode"])
	if code == "<nil>" {
		return "nothing"
	}
	if code == codes.ResponseSuccess.Wire() {
		return "sent"
	}
	if code == "nil" { // want `"nil" is no documented response code`
		return "?"
	}
	return code
}
