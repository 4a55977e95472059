package billing

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.test/programs/notify/geniq"
	"example.test/programs/notify/geniq/geniqtest"
	"example.test/programs/notify/payment"
)

// watcher charges cards that are named after the acquirer's answer.
func watcher(t *testing.T, log io.Writer, cards ...string) (*geniqtest.Server, *Watcher, *int) {
	charges := new(int)
	acquirer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*charges++
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		_, code, _ := strings.Cut(string(body), `"card":"`)
		fmt.Fprintf(w, `{"responseCode":%q,"amount":5000}`, code[:2])
	}))
	t.Cleanup(acquirer.Close)

	s := geniqtest.Start(t)
	s.Reply("/sms", `{"responseCode":"0","messageId":"m-1"}`)
	return s, &Watcher{
		API:     geniq.New("shop", "secret", geniq.WithBaseURL(s.URL), geniq.WithPause(0)),
		Topper:  &Topper{Gateway: &payment.Gateway{URL: acquirer.URL, HTTP: acquirer.Client()}, Cards: cards, Cents: 5000},
		LowMark: 10,
		OnCall:  "60999",
		Log:     slog.New(slog.NewTextHandler(log, nil)),
	}, charges
}

func TestCodes(t *testing.T) {
	for code := range 310 {
		s, w, charges := watcher(t, io.Discard, "00")
		s.Reply("/balance", fmt.Sprintf(`{"responseCode":"%d","balance":"100"}`, code))
		err := w.Check(context.Background())
		var e *geniq.APIError
		switch code {
		case 0:
			if err != nil || *charges != 0 {
				t.Errorf("code 0: %v, %d charges", err, *charges)
			}
		case 6, 7:
			if err != nil || *charges != 1 || s.Calls("/sms") != 1 {
				t.Errorf("code %d: %v, %d charges, %d messages", code, err, *charges, s.Calls("/sms"))
			}
		default:
			if !errors.As(err, &e) || e.ResponseCode != code || *charges != 0 {
				t.Errorf("code %d: %v, %d charges", code, err, *charges)
			}
		}
	}
}

func TestLevels(t *testing.T) {
	for balance, want := range map[string]level{"0": levelEmpty, "5": levelLow, "9.99": levelLow, "10": levelGood} {
		s, w, charges := watcher(t, io.Discard, "51", "05", "00", "00")
		s.Reply("/balance", fmt.Sprintf(`{"responseCode":"0","balance":%q}`, balance))
		for range 2 { // the second time nothing is new
			if err := w.Check(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
		n := 3
		if want == levelGood {
			n = 0
		}
		if w.last != want || *charges != n || s.Calls("/sms") != int(want)/2 {
			t.Errorf("balance %s: level %d, %d charges, %d messages", balance, w.last, *charges, s.Calls("/sms"))
		}
	}
}

func TestNoCardWorks(t *testing.T) {
	for _, cards := range [][]string{nil, {"05"}, {"51", "96", "00"}} {
		s, w, _ := watcher(t, io.Discard, cards...)
		s.Reply("/balance", `{"responseCode":"0","balance":"5"}`)
		if err := w.Check(context.Background()); err == nil {
			t.Errorf("cards %q: no error", cards)
		}
	}
}

func TestWarning(t *testing.T) {
	for code := range 310 {
		var log strings.Builder
		s, w, _ := watcher(t, &log, "00")
		s.Reply("/balance", `{"responseCode":"7"}`)
		s.Reply("/sms", fmt.Sprintf(`{"responseCode":"%d"}`, code))
		if err := w.Check(context.Background()); err != nil {
			t.Fatal(err)
		}
		want := code != 0 && code != 16
		if got := strings.Contains(log.String(), "warning not sent"); got != want {
			t.Errorf("code %d: complaint in the log: %t", code, got)
		}
	}
}
