package campaign

import "example.test/programs/notify/geniq"

// Outcome is what became of a message, as far as the sales people care.
type Outcome string

const (
	Sent     Outcome = "sent"
	Later    Outcome = "later"
	OptedOut Outcome = "opted out"
	BadData  Outcome = "bad data"
	Failed   Outcome = "failed"
)

func outcomeOf(rcp geniq.Recipient) Outcome {
	switch rcp.ResponseCode {
	case 0: // want "magiccode: .*Success"
		return Sent
	case 15: // want "magiccode: .*SubscriberBlockedService"
		return OptedOut
	case 11, 16: // want "magiccode: .*InvalidRecipient" "magiccode: .*DuplicateDestination"
		return BadData
	case 5, 88, 99: // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
		return Later
	default:
		return Failed
	}
}
