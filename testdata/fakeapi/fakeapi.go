// Package fakeapi is a stand-in for the messaging API. It answers every call
// with the code that it was told to, remembers what it was asked, and sends
// delivery reports.
//
// Like the API itself it sends codes as JSON strings, answers 200 to nearly
// everything, and leaves responseCode out where a call about templates went
// well.
package fakeapi

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
)

// Endpoint is a place where a code is answered.
type Endpoint string

const (
	Token          Endpoint = "token"
	SMS            Endpoint = "sms"
	Batch          Endpoint = "batch"        // the batch as a whole
	Recipient      Endpoint = "recipient"    // every second recipient of a batch
	VerifySend     Endpoint = "verify-send"  // sending a one-time code
	VerifyCheck    Endpoint = "verify-check" // checking it
	Balance        Endpoint = "balance"
	TemplateList   Endpoint = "template-list"
	TemplateCreate Endpoint = "template-create"
	ReportForm     Endpoint = "report-form"     // a delivery report for a text message, posted
	ReportQuery    Endpoint = "report-query"    // the same, in a query
	ReportWhatsApp Endpoint = "report-whatsapp" // a delivery report for a WhatsApp message
)

// Absent in place of a code makes the API leave the key out.
const Absent = "absent"

// ResponseEndpoints answer codes of the REST table.
func ResponseEndpoints() []Endpoint {
	return []Endpoint{Token, SMS, Batch, Recipient, VerifySend, VerifyCheck, Balance}
}

// TemplateEndpoints answer codes of the table for templates.
func TemplateEndpoints() []Endpoint { return []Endpoint{TemplateList, TemplateCreate} }

// ReasonEndpoints are the callbacks.
func ReasonEndpoints() []Endpoint { return []Endpoint{ReportForm, ReportQuery, ReportWhatsApp} }

// Request is what the API was asked.
type Request struct {
	Method string
	Path   string
	Query  string
	Body   string
}

// Server is the API. The zero value is not ready: see Start.
type Server struct {
	URL string

	http *httptest.Server

	mu       sync.Mutex
	codes    map[Endpoint][]string
	bare     map[Endpoint]bool
	requests []Request
}

// Start runs an API that answers success everywhere.
func Start() *Server {
	s := new(Server)
	s.Reset()
	mux := http.NewServeMux()
	mux.HandleFunc("POST /token", s.token)
	mux.HandleFunc("POST /sms", s.sms)
	mux.HandleFunc("POST /batch_sms", s.batch)
	mux.HandleFunc("POST /verify", s.verifySend)
	mux.HandleFunc("POST /verify/{id}", s.verifyCheck)
	mux.HandleFunc("GET /balance", s.balance)
	mux.HandleFunc("GET /whatsapp/message_templates", s.templateList)
	mux.HandleFunc("POST /whatsapp/message_templates", s.templateCreate)
	s.http = httptest.NewServer(s.record(mux))
	s.URL = s.http.URL
	return s
}

// Close stops the API.
func (s *Server) Close() { s.http.Close() }

// Reset forgets all requests and goes back to success.
func (s *Server) Reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.codes = make(map[Endpoint][]string)
	s.bare = make(map[Endpoint]bool)
	s.requests = nil
}

// Set makes an endpoint answer with these codes, one after the other, and go
// on with the last one.
func (s *Server) Set(e Endpoint, codes ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.codes[e] = slices.Clone(codes)
}

// BareIntegers makes endpoints send codes as the documentation has it, as JSON
// integers. What is no JSON number remains a string.
func (s *Server) BareIntegers(endpoints ...Endpoint) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range endpoints {
		s.bare[e] = true
	}
}

// Requests returns what was asked since the last Reset, in order.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Count tells how many requests there were with this method and path.
func (s *Server) Count(method, path string) int {
	return s.Counts()[method+" "+path]
}

// Counts tells how often each "METHOD /path" was asked for.
func (s *Server) Counts() map[string]int {
	counts := make(map[string]int)
	for _, r := range s.Requests() {
		counts[r.Method+" "+r.Path]++
	}
	return counts
}

// Summary is Counts in one line.
func (s *Server) Summary() string {
	counts := s.Counts()
	var parts []string
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%s %d", k, counts[k]))
	}
	return strings.Join(parts, ", ")
}

func (s *Server) record(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		r.Body = io.NopCloser(strings.NewReader(string(body)))
		s.mu.Lock()
		s.requests = append(s.requests, Request{r.Method, r.URL.Path, r.URL.RawQuery, string(body)})
		s.mu.Unlock()
		if r.URL.Path != "/token" && !strings.HasPrefix(r.Header.Get("Authorization"), "Bearer ") {
			http.Error(w, "who are you?", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// next returns the code that an endpoint is to answer with.
func (s *Server) next(e Endpoint, otherwise string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	codes := s.codes[e]
	switch len(codes) {
	case 0:
		return otherwise
	case 1:
		return codes[0]
	}
	s.codes[e] = codes[1:]
	return codes[0]
}

// wire is how an endpoint writes a code into JSON.
func (s *Server) wire(e Endpoint, code string) json.RawMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bare[e] && code != "" && json.Valid([]byte(code)) {
		return json.RawMessage(code)
	}
	quoted, err := json.Marshal(code)
	if err != nil {
		panic(err) // a string
	}
	return quoted
}

// answer writes fields, and what every reply begins with. The code is
// otherwise unless one was set. Where none says that all went well, one says that
// there is nothing to tell.
func (s *Server) answer(w http.ResponseWriter, e Endpoint, otherwise string, fields map[string]any) {
	code := s.next(e, otherwise)
	body := map[string]any{"responseMessage": "as told: " + code}
	if otherwise != Absent || code == Absent {
		maps.Copy(body, fields)
	}
	if code != Absent {
		body["responseCode"] = s.wire(e, code)
	}
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(body); err != nil {
		panic(err) // our own maps and strings
	}
}

// decode reads a request's body, and answers 400 if there is none.
func decode[T any](w http.ResponseWriter, r *http.Request) (T, bool) {
	var v T
	if err := json.NewDecoder(r.Body).Decode(&v); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return v, false
	}
	return v, true
}

func (s *Server) token(w http.ResponseWriter, r *http.Request) {
	if _, ok := decode[struct{ Username, Password string }](w, r); ok {
		s.answer(w, Token, "0", map[string]any{"token": "t-1", "expiresIn": 3600})
	}
}

func (s *Server) sms(w http.ResponseWriter, r *http.Request) {
	if in, ok := decode[struct{ To string }](w, r); ok {
		s.answer(w, SMS, "0", map[string]any{"messageId": "sms-" + in.To})
	}
}

// batch lists the recipients even if the batch as a whole has failed.
func (s *Server) batch(w http.ResponseWriter, r *http.Request) {
	in, ok := decode[struct{ To []string }](w, r)
	if !ok {
		return
	}
	recipients := []map[string]any{}
	for i, to := range in.To {
		code := "0"
		if i%2 == 1 {
			code = s.next(Recipient, "0")
		}
		recipients = append(recipients, map[string]any{
			"to":           to,
			"messageId":    "batch-" + to,
			"responseCode": s.wire(Recipient, code),
		})
	}
	s.answer(w, Batch, "0", map[string]any{"details": map[string]any{"recipients": recipients}})
}

func (s *Server) verifySend(w http.ResponseWriter, r *http.Request) {
	if in, ok := decode[struct{ To string }](w, r); ok {
		s.answer(w, VerifySend, "0", map[string]any{"messageId": "otp-" + in.To})
	}
}

func (s *Server) verifyCheck(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("code") == "" {
		http.Error(w, "no code", http.StatusBadRequest)
		return
	}
	s.answer(w, VerifyCheck, "0", nil)
}

func (s *Server) balance(w http.ResponseWriter, r *http.Request) {
	s.answer(w, Balance, "0", map[string]any{"balance": "12.50", "currency": "MYR"})
}

func (s *Server) templateList(w http.ResponseWriter, r *http.Request) {
	s.answer(w, TemplateList, Absent, map[string]any{"templates": []map[string]string{
		{"name": "welcome", "language": "en", "status": "APPROVED"},
		{"name": "farewell", "language": "en", "status": "REJECTED"},
	}})
}

func (s *Server) templateCreate(w http.ResponseWriter, r *http.Request) {
	in, ok := decode[struct{ Name, Language string }](w, r)
	if !ok {
		return
	}
	s.answer(w, TemplateCreate, Absent, map[string]any{
		"id": "tpl-" + in.Name, "status": "PENDING",
	})
}
