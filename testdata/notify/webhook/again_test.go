package webhook

import (
	"testing"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

func TestAgain(t *testing.T) {
	for reason := range codes.ReasonCodes() {
		want := time.Duration(0)
		if reason == codes.ReasonSubscriberAbsent || reason == codes.ReasonHandsetMemoryExceeded {
			want = time.Hour
		}
		if got := (Record{Reason: reason}).again(); got != want {
			t.Errorf("%v: again in %v, want %v", reason, got, want)
		}
	}
}
