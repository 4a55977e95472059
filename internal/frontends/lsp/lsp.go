// Package lsp is a client of the Language Server Protocol, as far as tests need one to drive gopls.
package lsp

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os/exec"
	"strconv"
	"sync"
	"testing"
	"time"
)

// A Server is a running language server.
type Server struct {
	t        testing.TB
	in       io.WriteCloser
	settings any
	stop     func()

	mu          sync.Mutex
	next        int
	answers     map[int]chan message
	diagnostics map[string][]Diagnostic // URI → what was published last
	published   chan struct{}           // closed when something is published
}

// A Diagnostic is as the server sent it; Raw has all of it.
type Diagnostic struct {
	Range           Range
	Severity        int
	Code            any
	Source          string
	Message         string
	CodeDescription struct{ Href string }
	Raw             json.RawMessage `json:"-"`
}

// Warning is the Severity of a warning.
const Warning = 2

// UnmarshalJSON keeps the text, which the server wants back when it is asked for fixes.
func (d *Diagnostic) UnmarshalJSON(data []byte) error {
	type plain Diagnostic
	d.Raw = append([]byte(nil), data...)
	return json.Unmarshal(data, (*plain)(d))
}

// A Range is a part of a file; lines and columns count from 0.
type Range struct{ Start, End Position }

// A Position is a place in a file.
type Position struct{ Line, Character int }

// A TextEdit replaces a range of a file.
type TextEdit struct {
	Range   Range
	NewText string
}

type message struct {
	ID     json.RawMessage `json:"id,omitempty"`
	Method string          `json:"method,omitempty"`
	Params json.RawMessage `json:"params,omitempty"`
	Result json.RawMessage `json:"result,omitempty"`
	Error  json.RawMessage `json:"error,omitempty"`
}

// Start starts a server on the module in dir. It ends with the test, unless it is stopped before.
func Start(t testing.TB, program, dir string, env []string, settings map[string]any) *Server {
	t.Helper()
	cmd := exec.Command(program)
	cmd.Dir, cmd.Env = dir, env
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s := &Server{t: t, in: in, settings: settings, answers: make(map[int]chan message), diagnostics: make(map[string][]Diagnostic), published: make(chan struct{})}
	done := make(chan struct{})
	go func() { s.read(bufio.NewReader(out)); close(done) }()
	s.stop = sync.OnceFunc(func() {
		s.Call("shutdown", nil, nil)
		s.Notify("exit", nil)
		<-done
		_ = cmd.Wait()
	})
	t.Cleanup(s.stop)
	s.Call("initialize", map[string]any{
		"processId":        nil,
		"rootUri":          URI(dir),
		"workspaceFolders": []any{map[string]any{"uri": URI(dir), "name": "module"}},
		"capabilities": map[string]any{
			"workspace": map[string]any{"configuration": true},
			"textDocument": map[string]any{
				"codeAction": map[string]any{"codeActionLiteralSupport": map[string]any{"codeActionKind": map[string]any{"valueSet": []string{"quickfix"}}}},
			},
		},
		"initializationOptions": settings,
	}, nil)
	s.Notify("initialized", map[string]any{})
	return s
}

// Stop ends the server.
func (s *Server) Stop() { s.stop() }

// URI is the name of a file.
func URI(file string) string { return "file://" + file }

// Open opens a file with that text.
func (s *Server) Open(file, text string) {
	s.Notify("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
		"uri": URI(file), "languageId": "go", "version": 1, "text": text,
	}})
}

// Change replaces the text of an open file, as typing does: nothing is saved.
func (s *Server) Change(file string, version int, text string) {
	s.Notify("textDocument/didChange", map[string]any{
		"textDocument":   map[string]any{"uri": URI(file), "version": version},
		"contentChanges": []any{map[string]any{"text": text}},
	})
}

// Configure changes the settings of the running server.
func (s *Server) Configure(settings map[string]any) {
	s.mu.Lock()
	s.settings = settings
	s.mu.Unlock()
	s.Notify("workspace/didChangeConfiguration", map[string]any{"settings": map[string]any{}})
}

// Fixes returns the edits of the quick fixes that the server offers for a diagnostic of a file: for
// each its title and the edits of that file.
func (s *Server) Fixes(file string, d Diagnostic) map[string][]TextEdit {
	s.t.Helper()
	var actions []struct {
		Title string
		Edit  struct {
			DocumentChanges []struct {
				TextDocument struct{ URI string }
				Edits        []TextEdit
			}
			Changes map[string][]TextEdit
		}
	}
	s.Call("textDocument/codeAction", map[string]any{
		"textDocument": map[string]any{"uri": URI(file)},
		"range":        d.Range,
		"context":      map[string]any{"diagnostics": []json.RawMessage{d.Raw}, "only": []string{"quickfix"}},
	}, &actions)
	out := make(map[string][]TextEdit)
	for _, a := range actions {
		out[a.Title] = append(out[a.Title], a.Edit.Changes[URI(file)]...)
		for _, c := range a.Edit.DocumentChanges {
			if c.TextDocument.URI == URI(file) {
				out[a.Title] = append(out[a.Title], c.Edits...)
			}
		}
	}
	return out
}

// Wait waits until what is published about a file is as want says, and returns that. It fails the test
// if that takes longer than a minute.
func (s *Server) Wait(file, what string, want func([]Diagnostic) bool) []Diagnostic {
	s.t.Helper()
	timeout := time.After(time.Minute)
	for {
		s.mu.Lock()
		list, known := s.diagnostics[URI(file)]
		published := s.published
		s.mu.Unlock()
		if known && want(list) {
			return list
		}
		select {
		case <-published:
		case <-timeout:
			s.t.Fatalf("%s: waited in vain for %s; there is %+v", file, what, list)
		}
	}
}

// Diagnostics returns what was published about a file last.
func (s *Server) Diagnostics(file string) []Diagnostic {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.diagnostics[URI(file)]
}

// Notify sends a notification.
func (s *Server) Notify(method string, params any) {
	s.send(map[string]any{"jsonrpc": "2.0", "method": method, "params": params})
}

// Call sends a request and waits for the answer, which it decodes into result unless that is nil.
func (s *Server) Call(method string, params, result any) {
	s.t.Helper()
	answer := make(chan message, 1)
	s.mu.Lock()
	s.next++
	id := s.next
	s.answers[id] = answer
	s.mu.Unlock()
	request := map[string]any{"jsonrpc": "2.0", "id": id, "method": method}
	if params != nil {
		request["params"] = params
	}
	s.send(request)
	select {
	case m := <-answer:
		if m.Error != nil {
			s.t.Fatalf("%s: %s", method, m.Error)
		}
		if result != nil {
			if err := json.Unmarshal(m.Result, result); err != nil {
				s.t.Fatalf("%s: %v in %s", method, err, m.Result)
			}
		}
	case <-time.After(2 * time.Minute):
		s.t.Fatalf("%s: no answer", method)
	}
}

func (s *Server) send(m any) {
	data, err := json.Marshal(m)
	if err != nil {
		panic(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	fmt.Fprintf(s.in, "Content-Length: %d\r\n\r\n%s", len(data), data)
}

// read takes what the server sends until it ends.
func (s *Server) read(r *bufio.Reader) {
	for {
		header, err := textproto.NewReader(r).ReadMIMEHeader()
		if err != nil {
			return
		}
		size, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			return
		}
		data := make([]byte, size)
		if _, err := io.ReadFull(r, data); err != nil {
			return
		}
		var m message
		if json.Unmarshal(data, &m) == nil {
			s.receive(m)
		}
	}
}

func (s *Server) receive(m message) {
	switch {
	case m.Method == "":
		id, _ := strconv.Atoi(string(m.ID))
		s.mu.Lock()
		answer := s.answers[id]
		delete(s.answers, id)
		s.mu.Unlock()
		if answer != nil {
			answer <- m
		}
	case m.Method == "textDocument/publishDiagnostics":
		var p struct {
			URI         string
			Diagnostics []Diagnostic
		}
		if json.Unmarshal(m.Params, &p) != nil {
			return
		}
		s.mu.Lock()
		s.diagnostics[p.URI] = p.Diagnostics
		close(s.published)
		s.published = make(chan struct{})
		s.mu.Unlock()
	case m.Method == "workspace/configuration":
		var p struct{ Items []any }
		_ = json.Unmarshal(m.Params, &p)
		s.mu.Lock()
		settings := make([]any, len(p.Items))
		for i := range settings {
			settings[i] = s.settings
		}
		s.mu.Unlock()
		s.send(map[string]any{"jsonrpc": "2.0", "id": m.ID, "result": settings})
	case m.ID != nil: // another request of the server
		s.send(map[string]any{"jsonrpc": "2.0", "id": m.ID, "result": nil})
	}
}
