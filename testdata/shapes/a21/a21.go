// Package a21 compares without looking at case.
package a21

import "strings"

type envelope struct {
	Code   string `json:"responseCode"`
	Status string `json:"status"`
}

func (e *envelope) ok() bool             { return e.Status != "" && !strings.EqualFold(e.Status, "error") }
func (e *envelope) responseCode() string { return e.Code }

// Failed says whether anything speaks against the reply.
func Failed(e *envelope) bool {
	return !e.ok() || !strings.EqualFold(e.responseCode(), "0") // want "magiccode: .*Success"
}

// Account says whether the account is the trouble.
func Account(e *envelope) bool {
	for _, c := range []string{"3", "4", "7"} { // want "magiccode: .*AccountExpired" "magiccode: .*AccountDisabled" "magiccode: .*PrepaidAccountExpired"
		if strings.EqualFold(c, e.responseCode()) {
			return true
		}
	}
	return false
}

// Known says whether the status is one of the two that there are.
func Known(e *envelope) bool {
	for _, s := range []string{"0", "1"} {
		if strings.EqualFold(s, e.Status) {
			return true
		}
	}
	return strings.EqualFold("1", e.Code) // want "magiccode: .*InvalidCredentials"
}
