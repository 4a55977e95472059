// Package lists says in its variables what is sent again.
package lists

import (
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// Retryable are the codes that are sent again.
var Retryable = map[codes.ResponseCode]bool{
	codes.ResponseThrottlingRateExceeded: true,
	codes.ResponseInvalidRecipient:       true, // want "11 InvalidRecipient .* is of class never"
	codes.ResponseGeneralFailure:         true,
}

// Transient are the codes that pass.
var Transient = []codes.ResponseCode{
	codes.ResponseThrottlingRateExceeded,
	codes.ResponseInvalidIP, // want "2 InvalidIP .* is of class never"
}

// A Rule says what is done about a code.
type Rule struct {
	Text  string
	Retry bool
	Pause time.Duration
}

// Rules are what is done about the codes.
var Rules = map[codes.ResponseCode]Rule{
	codes.ResponseThrottlingRateExceeded: {Text: "too fast", Retry: true, Pause: time.Second},
	codes.ResponseSpamThresholdExceeded:  {Text: "too much", Retry: true}, // want "19 SpamThresholdExceeded .* is of class never"
	codes.ResponseInvalidCode:            {Text: "wrong"},
}

// Known are codes about which there is something to read.
var Known = map[codes.ResponseCode]string{
	codes.ResponseThrottlingRateExceeded: "limits",
	codes.ResponseInvalidOriginator:      "senders",
}
