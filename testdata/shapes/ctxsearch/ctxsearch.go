// Package ctxsearch looks for codes in lists and sets.
package ctxsearch

import (
	"encoding/json"
	"slices"
)

const (
	rcBusy   = "5"
	rcSystem = "99"
)

type reply struct {
	RC   string `json:"responseCode"`
	Num  int    `json:"number"`
	Plan string `json:"plan"`
}

var later = []string{rcBusy, "18", rcSystem} // want "magiccode: .*TokenGenerationFailed"

var plans = []string{"0", "5", "18"}

var mine = [...]string{"1", "3"} // want "magiccode: .*InvalidCredentials" "magiccode: .*AccountExpired"

func contains(r *reply) bool {
	return slices.Contains(later, r.RC) || slices.Contains(plans, r.Plan)
}

func ranged(r *reply) bool {
	for _, rc := range mine {
		if rc == r.RC {
			return true
		}
	}
	for _, ok := range []string{"0", "16"} { // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
		if r.RC == ok {
			return true
		}
	}
	for _, p := range []string{"0", "16"} {
		if r.Plan == p {
			return true
		}
	}
	return false
}

func indexed(r *reply) bool {
	all := []string{"10", "14"} // want "magiccode: .*CouldNotRoute" "magiccode: .*RouteLimitedByAccount"
	for i := range all {
		if all[i] == r.RC {
			return true
		}
	}
	return false
}

func set(r *reply) bool {
	sizes := map[int]bool{5: true, 88: true}
	if sizes[r.Num] || sizes[len(r.Plan)] {
		return false
	}
	return map[string]bool{"15": true, rcSystem: true}[r.RC] // want "magiccode: .*SubscriberBlockedService"
}

func lapsed(rs []*reply) bool {
	return slices.ContainsFunc(rs, func(r *reply) bool { return r.RC == "7" && r.Num != 7 }) // want "magiccode: .*PrepaidAccountExpired"
}

// Any says whether anything is known about a reply.
func Any(data []byte) (bool, error) {
	r := new(reply)
	if err := json.Unmarshal(data, r); err != nil {
		return false, err
	}
	return contains(r) || ranged(r) || indexed(r) || set(r) || lapsed([]*reply{r}), nil
}
