// Package a20 looks codes up in short lists.
package a20

import (
	"net/url"
	"slices"
)

func pick(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}

// Page chooses what the customer is shown.
func Page(q url.Values) string {
	return pick(slices.Contains([]string{"0", "8"}, q.Get("reasonCode")), "thanks", "sorry") // want "magiccode: .*NotApplicable" "magiccode: .*SubscriberAbsent"
}

var network = []string{"9", "10", "11"} // want "magiccode: .*SMSCFailure" "magiccode: .*SMSCCongestion" "magiccode: .*SMSCRoaming"

var carriers = []string{"0", "5", "9"}

// Tone chooses how the customer is told.
func Tone(q url.Values) string {
	own := slices.Contains(carriers, q.Get("carrier"))
	reason := q.Get("reasonCode")
	if slices.Index(network, reason) >= 0 {
		return pick(own, "ours", "theirs")
	}
	return pick(reason == "12" || own, "handset", "other") // want "magiccode: .*HandsetError"
}
