package status

import "testing"

func TestReply(t *testing.T) {
	if r := (Reply{Code: 51}); ok(r) || r.Code != Refused {
		t.Error(r)
	}
}
