package main

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"example.test/programs/notify/campaign"
	"example.test/programs/notify/geniq"
	"example.test/programs/notify/geniq/geniqtest"
	"example.test/programs/notify/login"
	"example.test/programs/notify/webhook"
)

func TestLogin(t *testing.T) {
	for code, want := range map[string]int{"0": 200, "11": 422, "15": 422, "5": 429, "19": 429, "1": 503, "6": 503} {
		s := geniqtest.Start(t)
		s.Reply("/verify", fmt.Sprintf(`{"responseCode":%q,"messageId":"m-1"}`, code))
		s.Reply("/verify/", `{"responseCode":"22"}`, `{"responseCode":"0"}`)
		h := handler(login.New(geniq.New("shop", "secret", geniq.WithBaseURL(s.URL)), false), new(webhook.Store))
		if got := post(h, "/login", url.Values{"number": {"60111"}}); got != want {
			t.Errorf("code %s: %d, want %d", code, got, want)
		}
		if code == "0" {
			for _, want := range []int{403, 200, 403} {
				if got := post(h, "/login/code", url.Values{"number": {"60111"}, "code": {"123456"}}); got != want {
					t.Errorf("%d, want %d", got, want)
				}
			}
		}
	}
}

func post(h http.Handler, path string, form url.Values) int {
	req := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, req)
	return rec.Code
}

func TestExitCode(t *testing.T) {
	for err, want := range map[error]int{campaign.ErrQuietHours: 5, campaign.ErrNoCredit: 6, errors.New("x"): 1} {
		if got := exitCode(err); got != want {
			t.Errorf("%v: %d", err, got)
		}
	}
}
