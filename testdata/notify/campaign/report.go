package campaign

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.test/programs/notify/geniq"
)

// Report is the result of a campaign.
type Report struct {
	Name       string
	byOutcome  map[Outcome][]string
	recipients []geniq.Recipient
}

func (r *Report) add(rcp geniq.Recipient) {
	r.recipients = append(r.recipients, rcp)
	r.put(outcomeOf(rcp), rcp.To)
}

func (r *Report) put(o Outcome, to string) {
	r.byOutcome[o] = append(r.byOutcome[o], to)
}

// Numbers returns the recipients with an outcome, sorted.
func (r *Report) Numbers(o Outcome) []string {
	return slices.Sorted(slices.Values(r.byOutcome[o]))
}

// Reasons says how often the batches failed for which reason, a line each.
func (r *Report) Reasons() string {
	codes := make(map[string]int)
	for _, rcp := range r.recipients {
		if !(rcp.ResponseCode == 0) { // want "magiccode: .*Success"
			codes[rcp.ResponseCode.Description()]++
		}
	}
	var b strings.Builder
	for _, reason := range slices.Sorted(maps.Keys(codes)) {
		if codes[reason] == 1 {
			fmt.Fprintln(&b, "once:", reason)
		} else {
			fmt.Fprintf(&b, "%d times: %s\n", codes[reason], reason)
		}
	}
	return b.String()
}

// Advice is a hint for whoever looks after the account, or empty.
func (r *Report) Advice() string {
	var lost *geniq.Recipient
	for i := range r.recipients {
		rcp := r.recipients[i]
		if rcp.ResponseCode == 10 || rcp.ResponseCode == 14 { // want "magiccode: .*CouldNotRoute" "magiccode: .*RouteLimitedByAccount"
			lost = &rcp
		}
	}
	if lost == nil {
		return ""
	}
	if lost.ResponseCode == 14 { // want "magiccode: .*RouteLimitedByAccount"
		return "ask for more routes: " + lost.To
	}
	return "no route to " + country(lost.To)
}

// country knows where we sell.
func country(number string) string {
	cc := number[:min(2, len(number))]
	switch {
	case cc == "60":
		return "Malaysia"
	case cc == "65":
		return "Singapore"
	case cc[:min(1, len(cc))] == "1":
		return "America"
	}
	return "+" + cc
}
