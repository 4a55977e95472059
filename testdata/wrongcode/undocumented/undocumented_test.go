package undocumented

import "testing"

func TestSend(t *testing.T) {
	if err := send(reply{Code: 4711}); err == nil {
		t.Error("4711 is taken for a success")
	}
	if r := lost(); r.Code == 4712 {
		t.Error(r)
	}
}
