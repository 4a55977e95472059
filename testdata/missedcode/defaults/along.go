package defaults

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// A pace is how fast to send.
type pace struct{ every time.Duration }

func (p *pace) slower() { p.every *= 2 }
func (p *pace) pause()  { p.every = time.Hour }

// relay sends the client all of the reply, after a word about it.
func relay(p *pace, w http.ResponseWriter, r reply) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		p.slower()
	case codes.ResponseInsufficientCredit:
		p.pause()
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(r)
}

// relayID sends another field, whatever the code.
func relayID(p *pace, w http.ResponseWriter, r reply) {
	switch r.ResponseCode { // want `this switch does not say what happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		p.slower()
	case codes.ResponseInsufficientCredit:
		p.pause()
	}
	w.Header().Set("Content-Type", "text/plain")
	fmt.Fprint(w, r.MessageID)
}

// hint adds what can be done to what the code means.
func hint(r reply) string {
	var hint string
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		hint = " (wait)"
	case codes.ResponseInsufficientCredit:
		hint = " (top up)"
	}
	return r.ResponseCode.Description() + hint
}

// hintFirst looks whether there is something to add.
func hintFirst(r reply) string {
	hint := ""
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		hint = "wait"
	case codes.ResponseInsufficientCredit:
		hint = "top up"
	}
	if hint == "" {
		return r.ResponseCode.Description()
	}
	return r.ResponseCode.Description() + ": " + hint
}

// hintAlone tells those without a hint nothing.
func hintAlone(r reply) string {
	var hint string
	switch r.ResponseCode { // want `this switch does not say what happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		hint = "wait"
	case codes.ResponseInsufficientCredit:
		hint = "top up"
	}
	return r.MessageID + hint
}

// hintBefore writes the code behind it.
func hintBefore(r reply) string {
	var b strings.Builder
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		b.WriteString("(wait) ")
	case codes.ResponseInsufficientCredit:
		b.WriteString("(top up) ")
	}
	fmt.Fprintf(&b, "%s: %s", r.MessageID, r.ResponseCode)
	return b.String()
}

// fields adds to a map that has the code.
func fields(r reply) map[string]any {
	m := map[string]any{"code": int(r.ResponseCode), "text": r.ResponseCode.Description()}
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		m["wait"] = true
	case codes.ResponseInsufficientCredit:
		m["amount"] = 10
	}
	return m
}

// A plan is what to do about a code.
type plan struct {
	Code  codes.ResponseCode
	Again bool
	After time.Duration
}

// planFor asks for a set, as a field.
func planFor(r reply) plan {
	p := plan{Code: r.ResponseCode}
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		p.Again, p.After = true, time.Second
	case codes.ResponseSystemError, codes.ResponseGeneralFailure:
		p.Again, p.After = true, time.Minute
	}
	return p
}
