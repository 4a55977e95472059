package campaign

import (
	gc "github.com/errcodelint/errcodelint/codes"

	"example.test/programs/notify/geniq"
)

// Again tells whether a recipient of a batch should be sent to once more, alone.
func Again(rcp geniq.Recipient) bool {
	if rcp.Err() == nil {
		return false
	}
	switch rcp.ResponseCode {
	case gc.ResponseSuccess: // want "wrongcode: case gc.ResponseSuccess never holds: after line 11 "
		return false
	case gc.ResponseCode(gc.ReasonSubscriberAbsent): // want "wrongcode: codes.ReasonSubscriberAbsent is a reason code, .* where no code 8 is documented"
		return true
	case 503: // want "wrongcode: 503 is no documented response code: it is an HTTP status \\(Service Unavailable\\)"
		return true
	}
	return rcp.ResponseCode.Retryable()
}
