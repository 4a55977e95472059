package geniq_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"

	"example.test/programs/notify/geniq"
	"example.test/programs/notify/geniq/geniqtest"
)

func start(t *testing.T) (*geniqtest.Server, *geniq.Client) {
	t.Helper()
	s := geniqtest.Start(t)
	return s, geniq.New("shop", "secret", geniq.WithBaseURL(s.URL+"/"), geniq.WithHTTP(http.DefaultClient), geniq.WithPause(0))
}

func answer(code string) string {
	return fmt.Sprintf(`{"responseCode":%q,"responseMessage":"as told","messageId":"m-%s"}`, code, code)
}

// Every documented code and a few that are not.
var all = []string{
	"0", "1", "2", "3", "4", "5", "6", "7", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
	"21", "22", "88", "99", "301", "20", "302",
}

func TestToken(t *testing.T) {
	sentinels := map[string]error{
		"1": geniq.ErrCredentials, "2": geniq.ErrCredentials,
		"3": geniq.ErrAccount, "4": geniq.ErrAccount,
		"18": geniq.ErrUnavailable,
	}
	for _, code := range all {
		s, c := start(t)
		s.Reply("/token", fmt.Sprintf(`{"responseCode":%q,"responseMessage":"as told","token":"t-9"}`, code))
		token, err := c.Token(context.Background())
		var e *geniq.APIError
		switch want := sentinels[code]; {
		case code == "0":
			if err != nil || token != "t-9" {
				t.Errorf("code 0: %q, %v", token, err)
			}
		case want != nil:
			if !errors.Is(err, want) {
				t.Errorf("code %s: %v, want %v", code, err, want)
			}
		case !errors.As(err, &e) || fmt.Sprint(e.ResponseCode) != code:
			t.Errorf("code %s: %v", code, err)
		}
	}
}

func TestTokenIsKept(t *testing.T) {
	s, c := start(t)
	for range 3 {
		if _, err := c.Token(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	if n := s.Calls("/token"); n != 1 {
		t.Errorf("%d calls for a token", n)
	}
}

func TestTemporary(t *testing.T) {
	for code := range 400 {
		want := code == 5 || code == 18 || code == 88 || code == 99
		if got := (&geniq.APIError{ResponseCode: code}).Temporary(); got != want {
			t.Errorf("Temporary of %d: %t", code, got)
		}
	}
}

func TestSendSMS(t *testing.T) {
	for _, code := range all {
		s, c := start(t)
		s.Reply("/sms", answer(code))
		r, err := c.SendSMS(context.Background(), geniq.SMS{From: "SHOP", To: "60123", Text: "hi"})
		if err != nil {
			t.Fatalf("code %s: %v", code, err)
		}
		if fmt.Sprint(r.Code()) != code || r.MessageID != "m-"+code {
			t.Errorf("code %s: %+v", code, r)
		}
		if r.Succeeded() != (r.ResponseCode == 0) {
			t.Errorf("code %s: Succeeded: %t", code, r.Succeeded())
		}
		calls := 1
		if r.ResponseCode == 5 || r.ResponseCode == 88 {
			calls = 5
		}
		if n := s.Calls("/sms"); n != calls {
			t.Errorf("code %s: %d calls, want %d", code, n, calls)
		}
	}
}

func TestSendSMSWaits(t *testing.T) {
	s, c := start(t)
	s.Reply("/sms", answer("5"), answer("88"), answer("0"))
	r, err := c.SendSMS(context.Background(), geniq.SMS{})
	if err != nil || r.ResponseCode != 0 || s.Calls("/sms") != 3 {
		t.Errorf("%+v, %v after %d calls", r, err, s.Calls("/sms"))
	}
}

func TestSendBatch(t *testing.T) {
	const recipients = `[{"to":"1","responseCode":"0"},{"to":"2","responseCode":"11"},{"to":"1","responseCode":"16"},{"to":"3","responseCode":"15"}]`
	for _, code := range all {
		s, c := start(t)
		s.Reply("/batch_sms", fmt.Sprintf(`{"responseCode":%q,"responseMessage":"as told","details":{"recipients":%s}}`, code, recipients))
		r, err := c.SendBatch(context.Background(), geniq.Batch{})
		var e *geniq.APIError
		switch code {
		case "0", "16":
			if err != nil {
				t.Fatal(err)
			}
			if got := len(r.Details.Recipients); got != 3 {
				t.Errorf("code %s: %d recipients", code, got)
			}
			for _, rcp := range r.Details.Recipients {
				if (rcp.Err() == nil) != (rcp.ResponseCode == 0) {
					t.Errorf("%s: %v", rcp.To, rcp.Err())
				}
			}
			if r.Succeeded() != (code == "0") {
				t.Errorf("code %s: Succeeded: %t", code, r.Succeeded())
			}
		case "17":
			if !errors.Is(err, geniq.ErrListTooLong) {
				t.Errorf("code 17: %v", err)
			}
		default:
			if !errors.As(err, &e) || fmt.Sprint(e.ResponseCode) != code {
				t.Errorf("code %s: %v", code, err)
			}
		}
	}
}

func TestSendCode(t *testing.T) {
	for _, code := range all {
		s, c := start(t)
		s.Reply("/verify", answer(code))
		id, err := c.SendCode(context.Background(), "60123")
		var e *geniq.APIError
		if code == "0" {
			if err != nil || id != "m-0" {
				t.Errorf("code 0: %q, %v", id, err)
			}
		} else if code == "6" {
			if !errors.Is(err, geniq.ErrNoCredit) {
				t.Errorf("code 6: %v", err)
			}
		} else if code == "88" || code == "99" {
			if !errors.Is(err, geniq.ErrUnavailable) {
				t.Errorf("code %s: %v", code, err)
			}
		} else if !errors.As(err, &e) || fmt.Sprint(e.ResponseCode) != code {
			t.Errorf("code %s: %v", code, err)
		}
	}
}

func TestCheckCode(t *testing.T) {
	for _, code := range all {
		s, c := start(t)
		s.Reply("/verify/", answer(code))
		v, err := c.CheckCode(context.Background(), "m/1", "12 34")
		if got := s.Body("/verify/"); got != "code=12+34" {
			t.Errorf("query %q", got)
		}
		if code == "99" {
			if !errors.Is(err, geniq.ErrUnavailable) {
				t.Errorf("code 99: %v", err)
			}
		} else if err != nil || v.ResponseCode != code || v.Succeeded() != (code == "0") {
			t.Errorf("code %s: %+v, %v", code, v, err)
		}
	}
}

func TestBalance(t *testing.T) {
	for _, code := range all {
		s, c := start(t)
		s.Reply("/balance", fmt.Sprintf(`{"responseCode":%q,"responseMessage":"as told","balance":"12.50"}`, code))
		credit, err := c.Balance(context.Background())
		var e *geniq.APIError
		switch code {
		case "0":
			if err != nil || credit != 12.5 {
				t.Errorf("code 0: %v, %v", credit, err)
			}
		case "7":
			if !errors.Is(err, geniq.ErrPrepaidExpired) {
				t.Errorf("code 7: %v", err)
			}
		default:
			if !errors.As(err, &e) || fmt.Sprint(e.ResponseCode) != code || e.Message != "as told" {
				t.Errorf("code %s: %v", code, err)
			}
		}
	}
	s, c := start(t)
	s.Reply("/balance", `{"balance":"1"}`)
	if _, err := c.Balance(context.Background()); err == nil {
		t.Error("a reply without a code passed")
	}
}

func TestHTTPStatus(t *testing.T) {
	s, c := start(t)
	s.Reply("/balance", "<html>Bad Gateway</html>")
	_, err := c.Balance(context.Background())
	var e *geniq.StatusError
	if !errors.As(err, &e) || e.StatusCode != 502 {
		t.Errorf("got %v", err)
	}
}
