// Package geniqtest is a stand-in for the messaging API in tests.
package geniqtest

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// Server answers each path with the bodies that were set for it, one after
// the other, and goes on with the last one.
type Server struct {
	URL string

	mu      sync.Mutex
	replies map[string][]string
	calls   map[string]int
	bodies  map[string]string
}

// Start runs a server until the test is over. Tokens it gives to everybody.
func Start(t testing.TB) *Server {
	s := &Server{
		replies: map[string][]string{},
		calls:   map[string]int{},
		bodies:  map[string]string{},
	}
	s.Reply("/token", `{"responseCode":"0","responseMessage":"Success","token":"t-1"}`)
	srv := httptest.NewServer(s)
	t.Cleanup(srv.Close)
	s.URL = srv.URL
	return s
}

// Reply sets the answers of a path.
func (s *Server) Reply(path string, bodies ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.replies[path] = bodies
	s.calls[path] = 0
}

// Calls tells how often a path has been called since it was set.
func (s *Server) Calls(path string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.calls[path]
}

// Body is what a path was last called with, the query for calls without one.
func (s *Server) Body(path string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.bodies[path]
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), 500)
		return
	}
	if r.URL.Path != "/token" && r.Header.Get("Authorization") == "" {
		http.Error(w, "who are you?", 401)
		return
	}
	path := r.URL.Path
	if strings.HasPrefix(path, "/verify/") {
		path = "/verify/"
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	replies := s.replies[path]
	if len(replies) == 0 {
		http.NotFound(w, r)
		return
	}
	n := min(s.calls[path], len(replies)-1)
	s.calls[path]++
	if s.bodies[path] = string(body); len(body) == 0 {
		s.bodies[path] = r.URL.RawQuery
	}
	if !json.Valid([]byte(replies[n])) {
		w.WriteHeader(502)
	}
	io.WriteString(w, replies[n])
}
