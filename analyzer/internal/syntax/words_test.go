package syntax

import (
	"slices"
	"testing"
)

func TestWords(t *testing.T) {
	for _, test := range []struct {
		name string
		want []string
	}{
		{"", nil},
		{"_", nil},
		{"retry", []string{"retry"}},
		{"isRetryable", []string{"is", "retryable"}},
		{"RC_BUSY", []string{"rc", "busy"}},
		{"__rc_busy_", []string{"rc", "busy"}},
		{"rcBusy", []string{"rc", "busy"}},
		{"RCBusy", []string{"rc", "busy"}},
		{"mayRetrySMS", []string{"may", "retry", "sms"}},
		{"HTTPStatusOK", []string{"http", "status", "ok"}},
		{"code5Busy", []string{"code5", "busy"}},
		{"V2Code", []string{"v2", "code"}},
		{"überlastetÄnderung", []string{"überlastet", "änderung"}},
	} {
		if got := Words(test.name); !slices.Equal(got, test.want) {
			t.Errorf("Words(%q) = %q, want %q", test.name, got, test.want)
		}
	}
}
