// Package access logs what our own server has answered.
package access

import (
	"encoding/json"
	"io"
	"net/http"
	"sync"
	"time"
)

// line is a line of the log, in the format of the log collector.
type line struct {
	Method       string `json:"method"`
	Path         string `json:"path"`
	ResponseCode int    `json:"responseCode"`
	Level        string `json:"level"`
	Millis       int64  `json:"ms"`
}

// Log writes lines.
type Log struct {
	mu     sync.Mutex
	out    io.Writer
	now    func() time.Time
	errors int
}

// New returns a log.
func New(out io.Writer, now func() time.Time) *Log { return &Log{out: out, now: now} }

type recorder struct {
	http.ResponseWriter
	responseCode int
}

func (r *recorder) WriteHeader(status int) {
	r.responseCode = status
	r.ResponseWriter.WriteHeader(status)
}

// Wrap logs the requests to a handler.
func (l *Log) Wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := l.now()
		rec := &recorder{ResponseWriter: w}
		next.ServeHTTP(rec, r)
		if rec.responseCode == 0 {
			rec.responseCode = 200
		}
		l.write(line{
			Method:       r.Method,
			Path:         r.URL.Path,
			ResponseCode: rec.responseCode,
			Level:        level(rec.responseCode),
			Millis:       l.now().Sub(start).Milliseconds(),
		})
	})
}

func (l *Log) write(ln line) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if ln.ResponseCode >= 500 {
		l.errors++
	}
	if err := json.NewEncoder(l.out).Encode(ln); err != nil {
		l.errors++
	}
}

// Errors is how many requests went wrong, five being the limit of the pager.
func (l *Log) Errors() (n int, page bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.errors, l.errors >= 5
}

func level(status int) string {
	switch status {
	case http.StatusOK, http.StatusAccepted, 204:
		return "info"
	case 400, 404, 429:
		return "warn"
	case 500, 502, 503:
		return "error"
	}
	return "debug"
}
