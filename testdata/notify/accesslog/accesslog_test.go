package accesslog

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestHandler(t *testing.T) {
	for status, want := range map[int]string{0: "info", 200: "info", 404: "warn", 502: "error"} {
		var b bytes.Buffer
		h := Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if status != 0 {
				w.WriteHeader(status)
			}
		}), &b)
		h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/x", nil))
		var e Entry
		if err := json.Unmarshal(b.Bytes(), &e); err != nil {
			t.Fatal(err)
		}
		if e.Level != want || e.ResponseCode != max(status, 200) || e.Path != "/x" {
			t.Errorf("status %d: %+v", status, e)
		}
	}
}
