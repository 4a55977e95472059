package webhook

import (
	"encoding/json"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// whatsAppReport is the body of a WhatsApp delivery report. There is no
// reason before a message has arrived or failed for good.
type whatsAppReport struct {
	MessageID  string  `json:"messageId"`
	To         string  `json:"to"`
	Status     string  `json:"status"`
	ReasonCode *string `json:"reasonCode"`
}

func (s *Server) whatsApp(w http.ResponseWriter, r *http.Request) {
	var rep whatsAppReport
	if err := json.NewDecoder(r.Body).Decode(&rep); err != nil {
		answer(w, http.StatusBadRequest, ack{Message: err.Error()})
		return
	}
	rec := Record{MessageID: rep.MessageID, To: rep.To, Channel: "whatsapp", State: Waiting}
	if rep.ReasonCode != nil {
		reason, err := codes.ParseReason(*rep.ReasonCode)
		if err != nil {
			answer(w, http.StatusBadRequest, ack{Message: err.Error()})
			return
		}
		rec.Reason, rec.State = reason, stateOf(reason)
	}
	s.store.Put(rec)
	if why := rep.alarm(); why != "" {
		s.alarm(why)
	}
	answer(w, http.StatusOK, ack{OK: true})
}

// alarm says what somebody should look at, if anything.
func (rep *whatsAppReport) alarm() string {
	if rep.ReasonCode == nil {
		return ""
	}
	if *rep.ReasonCode == "201" { // want "magiccode: .*InvalidWhatsAppTemplate"
		return "a message text was refused"
	}
	if why := *rep.ReasonCode; why == "9" || why == "10" { // want "magiccode: .*SMSCFailure" "magiccode: .*SMSCCongestion"
		return "trouble in the network"
	}
	return ""
}
