// Package webhook takes the delivery reports of the messaging API.
package webhook

import (
	"encoding/json"
	"log/slog"
	"net/http"
)

// Server is the HTTP side of it.
type Server struct {
	store *Store
	alarm func(string)
	mux   *http.ServeMux
}

// New returns a server that writes to store, and says out loud what somebody
// should look at.
func New(store *Store, alarm func(string)) *Server {
	s := &Server{store: store, alarm: alarm, mux: http.NewServeMux()}
	s.mux.HandleFunc("POST /dlr/sms", s.abroad(s.smsForm))
	s.mux.HandleFunc("GET /dlr/sms", s.abroad(s.smsQuery))
	s.mux.HandleFunc("POST /dlr/whatsapp", s.whatsApp)
	s.mux.HandleFunc("GET /messages/{id}", s.message)
	return s
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// abroad leaves out reports about people who are abroad: these tell nothing
// and come by the thousand.
func (s *Server) abroad(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if roaming(r) {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		next(w, r)
	}
}

// ack is what we answer with.
type ack struct {
	OK           bool   `json:"ok"`
	ResponseCode int    `json:"responseCode"`
	Message      string `json:"message,omitempty"`
}

func answer(w http.ResponseWriter, status int, a ack) {
	a.ResponseCode = status
	if a.ResponseCode == 500 || a.ResponseCode == 400 {
		slog.Warn("report refused", "message", a.Message)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(a); err != nil {
		slog.Error("answer", "err", err)
	}
}

// status is how we tell our own shop about a message. The shop counts
// 0 unknown, 1 under way, 2 arrived, 3 lost.
type status struct {
	MessageID  string `json:"messageId"`
	State      State  `json:"state"`
	ReasonCode int    `json:"reasonCode"`
}

// message answers questions about one message.
func (s *Server) message(w http.ResponseWriter, r *http.Request) {
	st := status{MessageID: r.PathValue("id")}
	if rec, ok := s.store.Get(st.MessageID); ok {
		st.State = rec.State
		switch rec.State {
		case Waiting:
			st.ReasonCode = 1
		case Delivered:
			st.ReasonCode = 2
		default:
			st.ReasonCode = 3
		}
	}
	if st.ReasonCode == 0 {
		w.WriteHeader(404)
	}
	if err := json.NewEncoder(w).Encode(st); err != nil {
		slog.Error("answer", "err", err)
	}
}
