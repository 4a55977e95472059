// Package accesslog writes a line of JSON for every request that is served.
package accesslog

import (
	"encoding/json"
	"io"
	"net/http"
	"sync"
	"time"
)

// Entry is one line. The names are those that our log search knows.
type Entry struct {
	Time         time.Time `json:"time"`
	Method       string    `json:"method"`
	Path         string    `json:"path"`
	ResponseCode int       `json:"responseCode"`
	Millis       int64     `json:"millis"`
	Level        string    `json:"level"`
}

type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Handler writes a line to w for every request to next.
func Handler(next http.Handler, w io.Writer) http.Handler {
	var mu sync.Mutex
	enc := json.NewEncoder(w)
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		rec := &recorder{ResponseWriter: rw}
		start := time.Now()
		next.ServeHTTP(rec, r)

		e := Entry{Time: start, Method: r.Method, Path: r.URL.Path, ResponseCode: rec.status, Level: "info"}
		e.Millis = time.Since(start).Milliseconds()
		if e.ResponseCode == 0 { // nobody called WriteHeader
			e.ResponseCode = 200
		}
		switch e.ResponseCode {
		case 400, 404, 429:
			e.Level = "warn"
		case 500, 502, 503:
			e.Level = "error"
		}
		mu.Lock()
		defer mu.Unlock()
		enc.Encode(e)
	})
}
