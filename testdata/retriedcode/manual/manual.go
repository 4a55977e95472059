// Package manual is what the services of a shop know of codes: tables, that are shared.
package manual

import "github.com/errcodelint/errcodelint/codes"

// Busy are the codes of an API that has too much to do.
var Busy = map[codes.ResponseCode]bool{
	codes.ResponseThrottlingRateExceeded: true,
	codes.ResponseTokenGenerationFailed:  true,
	codes.ResponseGeneralFailure:         true,
	codes.ResponseSystemError:            true,
}

// Tired are those, and some that somebody thought were like them.
var Tired = map[codes.ResponseCode]struct{}{
	codes.ResponseThrottlingRateExceeded: {},
	codes.ResponseSpamThresholdExceeded:  {},
	codes.ResponseDuplicateDestination:   {},
}

// Waiting are codes as the API writes them.
var Waiting = []string{"5", "88", "99", "10"}

// Refused are the codes that nobody can do anything about.
var Refused = []codes.ResponseCode{
	codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator, codes.ResponseInvalidAlphanumericOriginator,
	codes.ResponseRouteLimitedByAccount, codes.ResponseSubscriberBlockedService, codes.ResponseDestinationListTooLong,
	codes.ResponseInvalidMessageID, codes.ResponseInvalidCode, codes.ResponseCouldNotRoute, codes.ResponseDuplicateDestination,
	codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired, codes.ResponseNoWhatsAppSession,
}

// An Entry is what the manual says of a code.
type Entry struct {
	Advice string
	Wait   int  // seconds
	Lasts  bool // it will not pass
}

// Entries is the manual.
var Entries = map[codes.ResponseCode]Entry{
	codes.ResponseInvalidCredentials:            {Advice: "look into the vault", Lasts: true},
	codes.ResponseInvalidIP:                     {Advice: "ask for the address to be let in", Lasts: true},
	codes.ResponseAccountExpired:                {Advice: "call the vendor", Lasts: true},
	codes.ResponseAccountDisabled:               {Advice: "call the vendor", Lasts: true},
	codes.ResponseThrottlingRateExceeded:        {Wait: 1},
	codes.ResponseInsufficientCredit:            {Advice: "top up", Lasts: true},
	codes.ResponsePrepaidAccountExpired:         {Advice: "top up", Lasts: true},
	codes.ResponseCouldNotRoute:                 {"ask for a route", 60, false},
	codes.ResponseInvalidRecipient:              {Lasts: true},
	codes.ResponseInvalidOriginator:             {Lasts: true},
	codes.ResponseInvalidAlphanumericOriginator: {Lasts: true},
	codes.ResponseRouteLimitedByAccount:         {Lasts: true},
	codes.ResponseSubscriberBlockedService:      {Lasts: true},
	codes.ResponseDuplicateDestination:          {Lasts: true},
	codes.ResponseDestinationListTooLong:        {Lasts: true},
	codes.ResponseSpamThresholdExceeded:         {Lasts: true},
	codes.ResponseInvalidMessageID:              {Lasts: true},
	codes.ResponseInvalidCode:                   {Lasts: true},
	codes.ResponseNoWhatsAppSession:             {Advice: "wait for the customer to write", Lasts: true},
}

// Overrides are what an operator has set; see Override.
var Overrides = map[codes.ResponseCode]bool{codes.ResponseSpamThresholdExceeded: true}

// Override sets one.
func Override(code codes.ResponseCode, again bool) { Overrides[code] = again }

// Regional are for each country's service to fill in.
var Regional = map[codes.ResponseCode]bool{codes.ResponseSpamThresholdExceeded: true}
