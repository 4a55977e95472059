package access

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestLog(t *testing.T) {
	for status, want := range map[int]string{0: "info", 200: "info", 204: "info", 404: "warn", 503: "error", 301: "debug"} {
		var out strings.Builder
		l := New(&out, time.Now)
		h := l.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if status != 0 {
				w.WriteHeader(status)
			}
		}))
		for range 5 {
			h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/x", nil))
		}
		if got := out.String(); strings.Count(got, `"level":"`+want+`"`) != 5 {
			t.Errorf("status %d: %s", status, got)
		}
		if n, page := l.Errors(); page != (status == 503) || n != 0 && !page {
			t.Errorf("status %d: %d errors, page %t", status, n, page)
		}
	}
}
