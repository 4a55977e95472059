package webhook

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// whatsAppReport is a report on a WhatsApp message. Its reason is a string on
// one day and a number on the next, and not there while the message is on its
// way.
type whatsAppReport struct {
	MessageID  string `json:"messageId"`
	Status     string `json:"status"`
	ReasonCode any    `json:"reasonCode"`
}

func (rep *whatsAppReport) reason() (*codes.ReasonCode, error) {
	switch v := rep.ReasonCode.(type) {
	case nil:
		return nil, nil
	case string:
		reason, err := codes.ParseReason(v)
		if err != nil {
			return nil, err
		}
		return &reason, nil
	case float64:
		reason := codes.ReasonCode(v)
		return &reason, nil
	}
	return nil, fmt.Errorf("reason is a %T", rep.ReasonCode)
}

// broken tells whether something is wrong with what we send.
func (rep *whatsAppReport) broken() bool {
	switch v := rep.ReasonCode.(type) {
	case string:
		return v == "201" || v == "3" // want "magiccode: .*InvalidWhatsAppTemplate" "magiccode: .*FormatError"
	case float64:
		return v == 201 || v == 3 // want "magiccode: .*InvalidWhatsAppTemplate" "magiccode: .*FormatError"
	}
	return false
}

func (s *Server) whatsApp(w http.ResponseWriter, r *http.Request) {
	var rep whatsAppReport
	if err := json.NewDecoder(r.Body).Decode(&rep); err != nil {
		answer(w, http.StatusBadRequest, "not a report")
		return
	}
	reason, err := rep.reason()
	if err != nil {
		answer(w, http.StatusBadRequest, "not a reason")
		return
	}
	rec := Record{ID: rep.MessageID, Channel: "whatsapp", State: Waiting}
	if reason != nil {
		rec.Reason = *reason
		if *reason == 0 { // want "magiccode: .*NotApplicable"
			rec.State = Delivered
		} else if !reason.Retryable() {
			rec.State = Failed
		}
	}
	s.store.Put(rec)
	if rep.broken() {
		s.alarm("message refused: " + rep.MessageID)
	}
	answer(w, http.StatusOK, "thanks")
}
