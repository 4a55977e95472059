package plain

import "testing"

func TestStatus(t *testing.T) {
	if (success{Code: 200}).Code != 200 {
		t.Error("a test is no evidence")
	}
}
