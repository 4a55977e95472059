package campaign

import (
	"fmt"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

// Line is what became of one message.
type Line struct {
	To   string
	Code codes.ResponseCode
}

// Report is what became of a campaign.
type Report struct {
	Name   string
	Lines  []Line
	counts map[codes.ResponseCode]int
}

func (r *Report) add(l Line) {
	if r.counts == nil {
		r.counts = make(map[codes.ResponseCode]int)
	}
	r.counts[l.Code]++
	r.Lines = append(r.Lines, l)
}

// Sent is how many got the message.
func (r *Report) Sent() int { return r.counts[0] } // want "magiccode: .*Success"

// Quiet is how many want no more messages.
func (r *Report) Quiet() int {
	return r.counts[15] + r.counts[codes.ResponseSpamThresholdExceeded] // want "magiccode: .*SubscriberBlockedService"
}

// String lists the outcomes.
func (r *Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d of %d", r.Name, r.Sent(), len(r.Lines))
	for _, l := range r.Lines {
		fmt.Fprintf(&b, "; %s %s", l.To, verdict(l.Code))
	}
	return b.String()
}

// Numbers that are not worth keeping.
var hopeless = []codes.ResponseCode{10, 11, codes.ResponseRouteLimitedByAccount} // want "magiccode: .*CouldNotRoute" "magiccode: .*InvalidRecipient"

// Cleanup lists the numbers to take off the list.
func (r *Report) Cleanup() []string {
	var to []string
	for _, l := range r.Lines {
		if slices.Contains(hopeless, l.Code) || l.Code == codes.ResponseSubscriberBlockedService {
			to = append(to, l.To)
		}
	}
	return to
}

// Failed is how many did not get the message.
func (r *Report) Failed() int {
	n := 0
	for _, l := range r.Lines {
		if l.Code != 0 { // want "magiccode: .*Success"
			n++
		}
	}
	return n
}

// Worst is the code that a manager should see: an account without money, or
// else the first failure.
func (r *Report) Worst() codes.ResponseCode {
	worst := codes.ResponseSuccess
	for _, l := range r.Lines {
		if l.Code == 6 || l.Code == 7 { // want "magiccode: .*InsufficientCredit" "magiccode: .*PrepaidAccountExpired"
			return 6 // want "magiccode: .*InsufficientCredit"
		}
		if worst == codes.ResponseSuccess {
			worst = l.Code
		}
	}
	return worst
}
