package msgapi

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"example.test/programs/fakeapi"
	"github.com/errcodelint/errcodelint/codes"
)

var ctx = context.Background()

// calls are all that the client can do, by where the API answers the code.
var calls = map[fakeapi.Endpoint]func(*Client) error{
	fakeapi.Token: func(c *Client) error { _, err := c.Token(ctx); return err },
	fakeapi.SMS:   func(c *Client) error { _, err := c.SendSMS(ctx, SMS{To: "601", Text: "hello"}); return err },
	fakeapi.Batch: func(c *Client) error {
		_, err := c.SendBatch(ctx, Batch{To: []string{"601"}, Text: "hello"})
		return err
	},
	fakeapi.VerifySend:     func(c *Client) error { _, err := c.SendCode(ctx, "601"); return err },
	fakeapi.VerifyCheck:    func(c *Client) error { return c.CheckCode(ctx, "otp/601", "12 34") },
	fakeapi.Balance:        func(c *Client) error { _, err := c.Balance(ctx); return err },
	fakeapi.TemplateList:   func(c *Client) error { _, err := c.Templates(ctx); return err },
	fakeapi.TemplateCreate: func(c *Client) error { _, err := c.CreateTemplate(ctx, Template{Name: "order"}); return err },
}

func TestResponseCodes(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	for e, call := range calls {
		if e == fakeapi.TemplateList || e == fakeapi.TemplateCreate {
			continue
		}
		for _, text := range append(fakeapi.ResponseCodes(), fakeapi.UndocumentedCodes()...) {
			for _, bare := range []bool{false, true} {
				api.Reset()
				api.Set(e, text)
				if bare {
					api.BareIntegers(e)
				}
				code, err := codes.ParseResponse(text)
				if err != nil {
					t.Fatal(err)
				}
				err = call(New("shop", "secret", WithBase(api.URL+"/")))
				switch {
				case code == codes.ResponseSuccess, e == fakeapi.Batch && code == codes.ResponseDuplicateDestination:
					if err != nil {
						t.Errorf("%s %s: %v", e, text, err)
					}
				case e == fakeapi.Balance && code == codes.ResponsePrepaidAccountExpired:
					if !errors.Is(err, ErrPrepaidExpired) {
						t.Errorf("%s %s: %v", e, text, err)
					}
				case !errors.Is(err, code) || errors.Is(err, codes.ResponseSuccess):
					t.Errorf("%s %s: %v", e, text, err)
				}
			}
		}
	}
}

func TestTemplateCodes(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	for _, e := range fakeapi.TemplateEndpoints() {
		c := New("shop", "secret", WithBase(api.URL))
		for _, text := range append(fakeapi.TemplateCodes(), fakeapi.UndocumentedCodes()...) {
			api.Set(e, text)
			code, err := codes.ParseTemplate(text)
			if err != nil {
				t.Fatal(err)
			}
			if err := calls[e](c); !errors.Is(err, code) {
				t.Errorf("%s %s: %v", e, text, err)
			}
		}
		api.Set(e, fakeapi.Absent)
		if err := calls[e](c); err != nil {
			t.Errorf("%s: %v", e, err)
		}
	}
}

func TestOddReplies(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	for e, call := range calls {
		for _, text := range append(fakeapi.MalformedCodes(), fakeapi.Absent) {
			if text == fakeapi.Absent && (e == fakeapi.TemplateList || e == fakeapi.TemplateCreate) {
				continue
			}
			api.Reset()
			api.Set(e, text)
			if err := call(New("shop", "secret", WithBase(api.URL))); err == nil {
				t.Errorf("%s: %q passed", e, text)
			}
		}
	}
}

func TestToken(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	now := time.Date(2024, time.May, 6, 12, 0, 0, 0, time.UTC)
	c := New("shop", "secret", WithBase(api.URL), WithClock(func() time.Time { return now }))
	for _, want := range []int{1, 1, 2} {
		if _, err := c.Token(ctx); err != nil {
			t.Fatal(err)
		}
		if n := api.Count("POST", "/token"); n != want {
			t.Errorf("%d tokens, want %d", n, want)
		}
		now = now.Add(40 * time.Minute)
	}
}

func TestTokenRefused(t *testing.T) {
	tokens := 0
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/token":
			tokens++
			fmt.Fprintf(w, `{"responseCode":"0","token":"t-%d","expiresIn":3600}`, tokens)
		case r.Header.Get("Authorization") == "Bearer t-1":
			w.WriteHeader(http.StatusUnauthorized)
		default:
			io.WriteString(w, `{"responseCode":"0","balance":"7"}`)
		}
	}))
	defer srv.Close()
	c := New("shop", "secret", WithBase(srv.URL))
	if _, err := c.Balance(ctx); !errors.Is(err, ErrNotAuthorized) {
		t.Errorf("with the first token: %v", err)
	}
	if cents, err := c.Balance(ctx); err != nil || cents != 700 || tokens != 2 {
		t.Errorf("with the second token: %d, %v", cents, err)
	}
}

func TestLargeBatch(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	_, err := New("shop", "secret", WithBase(api.URL)).SendBatch(ctx, Batch{To: make([]string, 101)})
	if !errors.Is(err, codes.ResponseDestinationListTooLong) || len(api.Requests()) != 0 {
		t.Errorf("%v, %s", err, api.Summary())
	}
}

func TestStatus(t *testing.T) {
	status := 200
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(status) }))
	defer srv.Close()
	for code, want := range map[int]error{401: ErrNotAuthorized, 404: ErrGateway, 429: ErrGatewayBusy, 500: ErrGateway, 503: ErrGatewayBusy} {
		status = code
		if _, err := New("shop", "secret", WithBase(srv.URL)).Token(ctx); !errors.Is(err, want) {
			t.Errorf("status %d: %v", code, err)
		}
	}
}
