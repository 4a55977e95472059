package webhook

import (
	"net/http"
	"strconv"
	"strings"
)

import "github.com/errcodelint/errcodelint/codes"

// temporary are the reasons that go away.
var temporary = map[string]bool{
	"1":  true, // want "magiccode: .*BaseStationUnknown"
	"2":  true, // want "magiccode: .*MSCUnknown"
	"8":  true, // want "magiccode: .*SubscriberAbsent"
	"9":  true, // want "magiccode: .*SMSCFailure"
	"10": true, // want "magiccode: .*SMSCCongestion"
	"13": true, // want "magiccode: .*HandsetMemoryExceeded"
}

// sms takes the reports on text messages, as a form.
func (s *Server) sms(w http.ResponseWriter, r *http.Request) {
	id, text := r.FormValue("messageId"), r.FormValue("reasonCode")
	reason, err := strconv.Atoi(text)
	if id == "" || err != nil {
		answer(w, 400, "messageId and reasonCode are needed")
		return
	}
	rec := Record{ID: id, Channel: "sms", Reason: codes.ReasonCode(reason)}
	switch {
	case reason == 0: // want "magiccode: .*NotApplicable"
		rec.State = Delivered
	case reason == 5 || reason == 6, 7 == reason: // want "magiccode: .*SubscriberUnknown" "magiccode: .*SubscriberBarred" "magiccode: .*SubscriberNotProvisioned"
		rec.State = Dead
	case temporary[text]:
		rec.State = Waiting
	default:
		rec.State = Failed
	}
	s.store.Put(rec)
	answer(w, 200, "thanks")
}

// smsQuery takes the same reports as the old gateway sends them.
func (s *Server) smsQuery(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	rec := Record{ID: q.Get("messageId"), Channel: "sms", State: Failed}
	switch q.Get("reasonCode") {
	case "0": // want "magiccode: .*NotApplicable"
		rec.State = Delivered
	case "8", "13": // want "magiccode: .*SubscriberAbsent" "magiccode: .*HandsetMemoryExceeded"
		rec.State = Waiting
		rec.Reason = 8 // want "magiccode: .*SubscriberAbsent"
	default:
		rec.Reason = 4 // want "magiccode: .*OtherError"
	}
	if strings.EqualFold("11", q.Get("reasonCode")) { // want "magiccode: .*SMSCRoaming"
		answer(w, 202, "abroad")
		return
	}
	s.store.Put(rec)
	answer(w, 200, "thanks")
}
