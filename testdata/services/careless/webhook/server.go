// Package webhook takes delivery reports.
package webhook

import (
	"encoding/json"
	"log/slog"
	"net/http"
)

// Server answers to the messaging API's callbacks.
type Server struct {
	store *Store
	alarm func(string)
	mux   http.ServeMux
}

// New returns a server. What somebody should hear of goes to alarm.
func New(store *Store, alarm func(string)) *Server {
	s := &Server{store: store, alarm: alarm}
	s.mux.HandleFunc("POST /reports/sms", s.sms)
	s.mux.HandleFunc("GET /reports/sms", s.smsQuery)
	s.mux.HandleFunc("POST /reports/whatsapp", s.whatsApp)
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// ack is our answer. Its code is the HTTP status once more, which is what
// the first version of the callbacks wanted.
type ack struct {
	ResponseCode int    `json:"responseCode"`
	Message      string `json:"message"`
}

func answer(w http.ResponseWriter, status int, message string) {
	a := ack{ResponseCode: 200, Message: message}
	if status != 200 {
		a.ResponseCode = status
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(a.ResponseCode)
	if err := json.NewEncoder(w).Encode(a); err != nil {
		slog.Error("webhook", "err", err)
	}
}
