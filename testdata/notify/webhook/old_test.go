package webhook

import (
	"testing"

	"github.com/errcodelint/errcodelint/codes"
)

func TestStateOfText(t *testing.T) {
	for reason := range codes.ReasonCodes() {
		if got := stateOfText("reasonCode=" + reason.Wire()); got != stateOf(reason) {
			t.Errorf("%v: %v", reason, got)
		}
	}
}

func TestErrorOf(t *testing.T) {
	for reason := range codes.ReasonCodes() {
		if err := errorOf(Record{Reason: reason}); reason.Err() != nil && err != error(reason) {
			t.Errorf("%v: %v", reason, err)
		}
	}
}
