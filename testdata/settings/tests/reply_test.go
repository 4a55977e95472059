package tests

import "testing"

func TestReply(t *testing.T) {
	r := reply{Code: 5} // want `ThrottlingRateExceeded`
	if r.Code == 88 {   // want `GeneralFailure`
		t.Error("general failure")
	}
	if r.Code == 500 || r.ok() {
		t.Error("a test is no evidence: 500 does not make this an HTTP status")
	}
}
