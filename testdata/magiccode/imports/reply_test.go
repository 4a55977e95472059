package imports

import "testing"

func TestReply(t *testing.T) {
	if (Reply{ResponseCode: 5}).ResponseCode != 5 {
		t.Error("not 5")
	}
}
