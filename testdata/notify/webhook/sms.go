package webhook

import (
	"net/http"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// smsForm takes the delivery reports of text messages, as they are posted.
func (s *Server) smsForm(w http.ResponseWriter, r *http.Request) {
	id, status := r.FormValue("messageId"), r.FormValue("status")
	reason := r.FormValue("reasonCode")
	if id == "" || reason == "" {
		answer(w, 400, ack{Message: "messageId and reasonCode are needed"})
		return
	}
	n, err := strconv.Atoi(reason)
	if err != nil {
		answer(w, 400, ack{Message: "reasonCode is not a number"})
		return
	}

	rec := Record{MessageID: id, To: r.FormValue("to"), Channel: "sms", Reason: codes.ReasonCode(n)}
	rec.State = stateOf(rec.Reason)
	rec.Away = n == 8 || n == 13 // want "magiccode: .*SubscriberAbsent" "magiccode: .*HandsetMemoryExceeded"
	if delivered(status, reason) {
		rec.State = Delivered
	}
	s.store.Put(rec)
	answer(w, 200, ack{OK: true})
}

// smsQuery takes the same reports as some of our accounts get them: by GET.
// These accounts want to know of deliveries only.
func (s *Server) smsQuery(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	if q.Get("reasonCode") != "0" { // want "magiccode: .*NotApplicable"
		w.WriteHeader(204)
		return
	}
	s.store.Put(Record{MessageID: q.Get("messageId"), To: q.Get("to"), Channel: "sms", State: Delivered})
	answer(w, 200, ack{OK: true})
}

// delivered believes the status only if there is no reason against it.
func delivered(status, reasonCode string) bool {
	return status == "delivered" && reasonCode == "0" // want "magiccode: .*NotApplicable"
}
