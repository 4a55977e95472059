package webhook

import (
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// again is when to try a number once more.
func (r Record) again() time.Duration {
	switch r.Reason { // want "missedcode: .* 12 reason codes"
	case codes.ReasonNotApplicable:
		return 0
	case codes.ReasonSubscriberAbsent, codes.ReasonHandsetMemoryExceeded:
		return time.Hour
	}
	return 0
}
