// Package ctxhelper leaves the comparing to helpers, which get code and
// candidates as arguments.
package ctxhelper

import (
	"encoding/json"
	"slices"
)

const rcBusy = "5"

type reply struct {
	RC   string `json:"responseCode"`
	Plan string `json:"plan"`
	N    int    `json:"number"`
}

func (r *reply) is(code string) bool { return r.RC == code }

func oneOf(s string, list ...string) bool { return slices.Contains(list, s) }

func in[T ~int | ~string](v T, list []T) bool {
	for _, l := range list {
		if l == v {
			return true
		}
	}
	return false
}

func address(r *reply) bool {
	return oneOf(r.RC, "11", "12", rcBusy) || oneOf(r.Plan, "11", "12") // want "magiccode: .*InvalidRecipient" "magiccode: .*InvalidOriginator"
}

func account(r *reply) bool {
	if in(r.N, []int{1, 3}) || in(r.Plan, []string{"3", "4"}) {
		return false
	}
	return in(r.RC, []string{"3", "4"}) // want "magiccode: .*AccountExpired" "magiccode: .*AccountDisabled"
}

// Judge decodes a reply and says what to do.
func Judge(data []byte) (string, error) {
	r := new(reply)
	if err := json.Unmarshal(data, r); err != nil {
		return "", err
	}
	switch {
	case r.RC == "0": // want "magiccode: .*Success"
		return "go on", nil
	case r.is("99"), r.is(rcBusy): // want "magiccode: .*SystemError"
		return "wait", nil
	case address(r), account(r):
		return "stop", nil
	}
	return "ask", nil
}
