// Package hooks takes the messaging API's delivery reports.
package hooks

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// maxBody is more than any report needs.
const maxBody = 64 << 10

// Handler is the HTTP side.
type Handler struct {
	ledger *Ledger
	alert  func(string)
	mux    *http.ServeMux
}

// NewHandler returns a handler that keeps reports in ledger. What people have
// to look at goes to alert.
func NewHandler(ledger *Ledger, alert func(string)) *Handler {
	h := &Handler{ledger: ledger, alert: alert, mux: http.NewServeMux()}
	h.mux.HandleFunc("GET /reports/sms", h.sms)
	h.mux.HandleFunc("POST /reports/sms", h.sms)
	h.mux.HandleFunc("POST /reports/whatsapp", h.whatsApp)
	h.mux.HandleFunc("GET /reports/{id}", h.lookUp)
	return h
}

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxBody)
	h.mux.ServeHTTP(w, r)
}

// sms takes reports about text messages, by form or by query.
func (h *Handler) sms(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("messageId")
	reason, err := codes.ParseReason(r.FormValue("reasonCode"))
	if err != nil || id == "" {
		reply(w, http.StatusBadRequest, "messageId and reasonCode, please")
		return
	}
	h.take(Entry{ID: id, Channel: "sms", Reason: &reason})
	reply(w, http.StatusOK, "")
}

// whatsAppReport has no reason as long as the message is on its way.
type whatsAppReport struct {
	MessageID string            `json:"messageId"`
	Status    string            `json:"status"`
	Reason    *codes.ReasonCode `json:"reasonCode"`
}

func (h *Handler) whatsApp(w http.ResponseWriter, r *http.Request) {
	var rep whatsAppReport
	if err := json.NewDecoder(r.Body).Decode(&rep); err != nil || rep.MessageID == "" {
		reply(w, http.StatusBadRequest, "not a report")
		return
	}
	h.take(Entry{ID: rep.MessageID, Channel: "whatsapp", Reason: rep.Reason})
	reply(w, http.StatusOK, "")
}

func (h *Handler) take(e Entry) {
	h.ledger.Put(e)
	if e.Reason == nil {
		return
	}
	switch *e.Reason {
	case codes.ReasonInvalidWhatsAppTemplate, codes.ReasonFormatError:
		h.alert(fmt.Sprintf("%s: our message is wrong: %s", e.ID, e.Reason.Description()))
	case codes.ReasonNotApplicable:
		// Delivered: nobody has to be told.
	default:
		if !e.Reason.Known() {
			h.alert(fmt.Sprintf("%s: reason %d is new", e.ID, int(*e.Reason)))
		}
	}
}

// answer is what we say. Its code is our own: 0 for accepted, 1 for unknown,
// 2 for refused.
type answer struct {
	ResponseCode int    `json:"responseCode"`
	Message      string `json:"message,omitempty"`
	State        State  `json:"state,omitempty"`
}

func reply(w http.ResponseWriter, status int, message string) {
	a := answer{Message: message}
	if status != 200 {
		a.ResponseCode = 2
	}
	write(w, status, a)
}

func (h *Handler) lookUp(w http.ResponseWriter, r *http.Request) {
	e, ok := h.ledger.Get(r.PathValue("id"))
	if !ok {
		write(w, http.StatusNotFound, answer{ResponseCode: 1, Message: "never heard of it"})
		return
	}
	write(w, http.StatusOK, answer{ResponseCode: 0, State: e.State()})
}

func write(w http.ResponseWriter, status int, a answer) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(a); err != nil {
		slog.Warn("hooks", "err", err, "code", a.ResponseCode)
	}
}
