package tests

import "testing"

func TestOK(t *testing.T) {
	r := reply{Code: 4711}      // want `4711 is no documented response code`
	if r.ok() || r.Code == 20 { // want `20 is no documented response code`
		t.Error(r)
	}
}
