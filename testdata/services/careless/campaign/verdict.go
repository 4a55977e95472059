package campaign

import "github.com/errcodelint/errcodelint/codes"

func verdict(code codes.ResponseCode) string {
	switch code {
	case 0: // want "magiccode: .*Success"
		return "sent"
	case 5, 88, 99: // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
		return "late"
	case 15: // want "magiccode: .*SubscriberBlockedService"
		return "blocked"
	case codes.ResponseDuplicateDestination:
		return "twice"
	default:
		return "failed: " + code.Wire()
	}
}
