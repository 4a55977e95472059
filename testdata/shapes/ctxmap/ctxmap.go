// Package ctxmap has codes as keys and as elements of maps.
package ctxmap

import "github.com/errcodelint/errcodelint/codes"

const busy = codes.ResponseThrottlingRateExceeded

var texts = map[codes.ResponseCode]string{
	0:                         "sent", // want "magiccode: .*Success"
	busy:                      "slow down",
	6:                         "top up", // want "magiccode: .*InsufficientCredit"
	codes.ResponseSystemError: "call them",
}

var words = map[string]codes.ReasonCode{
	"absent":  8, // want "magiccode: .*SubscriberAbsent"
	"unknown": codes.ReasonSubscriberUnknown,
	"0":       9, // want "magiccode: .*SMSCFailure"
}

var weekdays = map[int]string{0: "Sunday", 5: "Friday", 6: "Saturday"}

var plans = map[string]int{"small": 5, "large": 88}

type both map[codes.ReasonCode]codes.ResponseCode

var pairs = both{
	5:                            11, // want "magiccode: .*SubscriberUnknown" "magiccode: .*InvalidRecipient"
	codes.ReasonSubscriberBarred: codes.ResponseSubscriberBlockedService,
}

type reply struct {
	Code string `json:"responseCode"`
	Plan string `json:"plan"`
}

var seconds = map[string]int{
	"5":  5,  // want "magiccode: .*ThrottlingRateExceeded"
	"88": 60, // want "magiccode: .*GeneralFailure"
}

// Text explains a code.
func Text(c codes.ResponseCode, day int) string { return texts[c] + weekdays[day] }

// Wait is how long to wait.
func Wait(r *reply) int {
	if s, ok := seconds[r.Code]; ok {
		return s
	}
	return plans[r.Plan]
}

// Match translates.
func Match(word string) codes.ResponseCode { return pairs[words[word]] }
