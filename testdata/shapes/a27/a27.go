// Package a27 keeps codes in sets.
package a27

import (
	"net/url"
	"sync"
)

const (
	rcSystem = "99"
	rcBusy   = "5"
)

type reply struct {
	RC   string `json:"responseCode"`
	Num  int    `json:"number"`
	Code int
}

var transient = map[string]bool{
	rcBusy:   true,
	"18":     true, // want "magiccode: .*TokenGenerationFailed"
	rcSystem: true,
}

var states = map[string]bool{
	"0": true,
	"5": true,
}

var final = map[string]struct{}{
	"0":  {}, // want "magiccode: .*Success"
	"11": {}, // want "magiccode: .*InvalidRecipient"
}

// Again says whether it is worth another try.
func Again(r *reply) bool {
	if _, done := final[r.RC]; done {
		return false
	}
	return transient[r.RC]
}

// Shown says whether a state has a picture of its own.
func Shown(v url.Values) bool { return states[v.Get("state")] }

// Account says whether the account is the trouble.
func Account(r *reply) bool {
	account := map[string]bool{"1": true, "3": true, "4": true} // want "magiccode: .*InvalidCredentials" "magiccode: .*AccountExpired" "magiccode: .*AccountDisabled"
	return account[r.RC] && r.Num != 3
}

var (
	mu    sync.Mutex
	muted = map[string]bool{}
)

// Mute makes a code one that nobody is told about.
func Mute(code string) {
	mu.Lock()
	defer mu.Unlock()
	muted[code] = true
}

// Reset mutes what is muted from the beginning.
func Reset() {
	mu.Lock()
	defer mu.Unlock()
	clear(muted)
	muted["16"] = true // want "magiccode: .*DuplicateDestination"
	muted[rcBusy] = true
}

// Muted says whether nobody is told about a reply.
func Muted(r *reply) bool {
	mu.Lock()
	defer mu.Unlock()
	return muted[r.RC]
}
