package httpstatus_test

import (
	"net/http"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/httpstatus"
)

func TestText(t *testing.T) {
	for status := range 1000 {
		want := http.StatusText(status)
		if status < 200 {
			want = ""
		}
		if got := httpstatus.Text(status); got != want {
			t.Errorf("%d: %q, want %q as net/http has it", status, got, want)
		}
	}
}
