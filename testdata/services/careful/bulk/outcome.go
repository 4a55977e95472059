package bulk

import "github.com/errcodelint/errcodelint/codes"

// Outcome is what a code means to a campaign.
type Outcome int

const (
	Sent Outcome = iota
	Late
	BadNumber
	NoWay
	Blocked
	Stopped
	Unknown
)

var outcomeNames = [...]string{
	Sent: "sent", Late: "late", BadNumber: "bad number", NoWay: "no way",
	Blocked: "blocked", Stopped: "stopped", Unknown: "unknown",
}

func (o Outcome) String() string {
	if o < 0 || int(o) >= len(outcomeNames) {
		return "?"
	}
	return outcomeNames[o]
}

// Final tells whether there is nothing more to come.
func (o Outcome) Final() bool { return o != Late }

// outcomeOf knows every documented code. New ones are to be looked at by
// somebody before a campaign makes anything of them.
func outcomeOf(code codes.ResponseCode) Outcome {
	switch code {
	case codes.ResponseSuccess, codes.ResponseDuplicateDestination:
		return Sent
	case codes.ResponseThrottlingRateExceeded,
		codes.ResponseTokenGenerationFailed,
		codes.ResponseGeneralFailure,
		codes.ResponseSystemError:
		return Late
	case codes.ResponseInvalidRecipient:
		return BadNumber
	case codes.ResponseCouldNotRoute,
		codes.ResponseRouteLimitedByAccount,
		codes.ResponseNoWhatsAppSession:
		return NoWay
	case codes.ResponseSubscriberBlockedService,
		codes.ResponseSpamThresholdExceeded:
		return Blocked
	case codes.ResponseInvalidCredentials,
		codes.ResponseInvalidIP,
		codes.ResponseAccountExpired,
		codes.ResponseAccountDisabled,
		codes.ResponseInsufficientCredit,
		codes.ResponsePrepaidAccountExpired,
		codes.ResponseInvalidOriginator,
		codes.ResponseInvalidAlphanumericOriginator,
		codes.ResponseDestinationListTooLong,
		codes.ResponseInvalidMessageID,
		codes.ResponseInvalidCode:
		return Stopped
	}
	return Unknown
}
