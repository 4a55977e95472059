package geniq

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"

	"example.test/programs/fakeapi"
)

// each runs f against an API that answers one code at an endpoint, for every
// code of its table and some that are in none.
func each(t *testing.T, e fakeapi.Endpoint, codes []string, f func(t *testing.T, c *Client, code string)) {
	api := fakeapi.Start()
	defer api.Close()
	for _, code := range append(codes, "20", "42", "9999") {
		api.Reset()
		api.Set(e, code)
		t.Run(code, func(t *testing.T) { f(t, New(Config{BaseURL: api.URL + "/"}), code) })
	}
}

// check wants err to be what belongs to the code: a sentinel, nil, or else an
// APIError.
func check(t *testing.T, err error, code string, sentinels map[string]error) {
	t.Helper()
	if want, ok := sentinels[code]; ok {
		if !errors.Is(err, want) {
			t.Errorf("got %v, want %v", err, want)
		}
		return
	}
	var e *APIError
	if !errors.As(err, &e) || strconv.Itoa(e.ResponseCode) != code {
		t.Errorf("got %v", err)
	}
}

func TestToken(t *testing.T) {
	each(t, fakeapi.Token, fakeapi.ResponseCodes(), func(t *testing.T, c *Client, code string) {
		_, err := c.Token(context.Background())
		check(t, err, code, map[string]error{
			"0": nil, "1": ErrCredentials, "2": ErrCredentials, "3": ErrAccount, "4": ErrAccount, "18": ErrUnavailable,
		})
	})
}

func TestSendSMS(t *testing.T) {
	each(t, fakeapi.SMS, fakeapi.ResponseCodes(), func(t *testing.T, c *Client, code string) {
		_, err := c.SendSMS(context.Background(), Message{To: "60120000001", Text: "hello"})
		check(t, err, code, map[string]error{"0": nil, "6": ErrNoCredit, "7": ErrNoCredit})
		s := c.Stats()
		if sent := s.Sent() == 1; sent != (code == "0") {
			t.Errorf("sent: %t", sent)
		}
		if lost := s.Lost() == 1; lost != (code == "11" || code == "15") {
			t.Errorf("lost: %t", lost)
		}
		if s.Calm() != (code != "5") {
			t.Errorf("calm: %t", s.Calm())
		}
	})
}

func TestSendBatch(t *testing.T) {
	b := Batch{To: []string{"60120000001", "60120000002"}, Text: "hello"}
	each(t, fakeapi.Batch, fakeapi.ResponseCodes(), func(t *testing.T, c *Client, code string) {
		_, err := c.SendBatch(context.Background(), b)
		check(t, err, code, map[string]error{"0": nil, "16": nil, "6": ErrNoCredit, "17": ErrTooMany})
	})
	each(t, fakeapi.Recipient, fakeapi.ResponseCodes(), func(t *testing.T, c *Client, code string) {
		recipients, err := c.SendBatch(context.Background(), b)
		want := 2
		if code == "16" {
			want = 1
		}
		if err != nil || len(recipients) != want {
			t.Errorf("%v, %v", recipients, err)
		}
	})
}

func TestVerify(t *testing.T) {
	each(t, fakeapi.VerifySend, fakeapi.ResponseCodes(), func(t *testing.T, c *Client, code string) {
		_, err := c.SendCode(context.Background(), "60120000001")
		check(t, err, code, map[string]error{"0": nil, "6": ErrNoCredit, "7": ErrNoCredit, "99": ErrUnavailable})
	})
	each(t, fakeapi.VerifyCheck, append(fakeapi.ResponseCodes(), ""), func(t *testing.T, c *Client, code string) {
		v, err := c.CheckCode(context.Background(), "otp-1", "123456")
		if err != nil {
			t.Fatal(err)
		}
		want := code
		if code == "" {
			want = "99"
		}
		if v.ResponseCode != want || v.Busy() != (code == "5" || code == "88") {
			t.Errorf("%+v, busy %t", v, v.Busy())
		}
	})
}

func TestBalance(t *testing.T) {
	for _, bare := range []bool{false, true} {
		api := fakeapi.Start()
		defer api.Close()
		for _, code := range fakeapi.ResponseCodes() {
			api.Reset()
			if bare {
				api.BareIntegers(fakeapi.Balance)
			}
			api.Set(fakeapi.Balance, code)
			credit, err := New(Config{BaseURL: api.URL}).Balance(context.Background())
			check(t, err, code, map[string]error{"0": nil, "7": ErrNoCredit})
			if (credit == 12.5) != (code == "0") {
				t.Errorf("code %s, bare %t: %v", code, bare, credit)
			}
		}
	}
}

func TestTemplates(t *testing.T) {
	sentinels := map[string]error{
		"0": ErrTemplateToken, "190": ErrTemplateToken, "3": ErrTemplateAccess, "10": ErrTemplateAccess,
	}
	temporary := map[int]bool{1: true, 2: true, 4: true, 80007: true}
	refused := func(t *testing.T, err error, code string) {
		if want, ok := sentinels[code]; ok {
			if !errors.Is(err, want) {
				t.Errorf("got %v, want %v", err, want)
			}
			return
		}
		var e *TemplateError
		if !errors.As(err, &e) || strconv.Itoa(e.ResponseCode) != code || e.Temporary() != temporary[e.ResponseCode] {
			t.Errorf("got %v", err)
		}
	}
	each(t, fakeapi.TemplateList, fakeapi.TemplateCodes(), func(t *testing.T, c *Client, code string) {
		_, err := c.Templates(context.Background())
		refused(t, err, code)
	})
	each(t, fakeapi.TemplateCreate, fakeapi.TemplateCodes(), func(t *testing.T, c *Client, code string) {
		id, err := c.CreateTemplate(context.Background(), Template{Name: "order"})
		if code == "506" {
			if id != "order" || err != nil {
				t.Errorf("%q, %v", id, err)
			}
			return
		}
		refused(t, err, code)
	})
}

func TestAPIError(t *testing.T) {
	for code := range 400 {
		e := &APIError{ResponseCode: code}
		if want := code == 5 || code == 18 || code == 88 || code == 99; e.Temporary() != want {
			t.Errorf("code %d: temporary: %t", code, !want)
		}
		if want := 1 <= code && code <= 4; e.Account() != want {
			t.Errorf("code %d: account: %t", code, !want)
		}
	}
}

func TestUnauthorized(t *testing.T) {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
	}))
	defer srv.Close()
	var e *StatusError
	if _, err := New(Config{BaseURL: srv.URL}).Balance(context.Background()); !errors.As(err, &e) || e.StatusCode != 401 {
		t.Errorf("got %v", err)
	}
	c := New(Config{BaseURL: srv.URL})
	c.token = "old"
	if _, err := c.Balance(context.Background()); !errors.As(err, &e) || c.token != "" {
		t.Errorf("got %v, token %q", err, c.token)
	}
}
