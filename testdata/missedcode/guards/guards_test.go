package guards

import "testing"

func TestBusy(t *testing.T) {
	for _, r := range []reply{{ResponseCode: "0"}, {ResponseCode: "5"}} {
		switch r.ResponseCode {
		case "5":
			if afterSuccess(r) != errBusy {
				t.Fail()
			}
		}
	}
}
