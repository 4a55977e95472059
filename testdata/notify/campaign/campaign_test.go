package campaign

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/errcodelint/errcodelint/codes"

	"example.test/programs/notify/geniq"
	"example.test/programs/notify/geniq/geniqtest"
)

var noon = time.Date(2025, 3, 3, 12, 0, 0, 0, time.UTC)

func runner(t *testing.T, now time.Time) (*geniqtest.Server, *Runner) {
	s := geniqtest.Start(t)
	api := geniq.New("shop", "secret", geniq.WithBaseURL(s.URL), geniq.WithPause(0))
	return s, NewRunner(api, new(OptOuts), func() time.Time { return now })
}

func batch(code string, recipients ...string) string {
	return fmt.Sprintf(`{"responseCode":%q,"details":{"recipients":[%s]}}`, code, strings.Join(recipients, ","))
}

func recipient(to, code string) string {
	return fmt.Sprintf(`{"to":%q,"messageId":"m","responseCode":%q}`, to, code)
}

var spring = Campaign{Name: "spring", From: "SHOP", Text: "Hello from {{.Name}}", Recipients: []string{"60111"}}

func TestOutcomes(t *testing.T) {
	for code := range 400 {
		want := Failed
		switch code {
		case 0:
			want = Sent
		case 15:
			want = OptedOut
		case 11, 16:
			want = BadData
		case 5, 88, 99:
			want = Later
		}
		rcp := geniq.Recipient{To: "60111", ResponseCode: codes.ResponseCode(code)}
		if got := outcomeOf(rcp); got != want {
			t.Errorf("code %d: %s, want %s", code, got, want)
		}
	}
}

func TestRun(t *testing.T) {
	for code, want := range map[string]Outcome{
		"0": Sent, "1": Failed, "10": Failed, "11": BadData, "15": OptedOut, "19": Failed, "301": Failed,
	} {
		s, r := runner(t, noon)
		s.Reply("/batch_sms", batch("0", recipient("60111", code)))
		rep, err := r.Run(context.Background(), spring)
		if err != nil {
			t.Fatal(err)
		}
		if got := rep.Numbers(want); !slices.Equal(got, []string{"60111"}) {
			t.Errorf("code %s: not %s but %v", code, want, rep.byOutcome)
		}
		if body := s.Body("/batch_sms"); !strings.Contains(body, "Hello from spring") {
			t.Errorf("sent %s", body)
		}

		// Whoever opted out, or does not exist, is left alone from now on.
		again, err := r.Run(context.Background(), spring)
		if err != nil {
			t.Fatal(err)
		}
		gone := code == "11" || code == "15"
		if got := len(again.recipients) == 0; got != gone {
			t.Errorf("code %s: left alone: %t", code, got)
		}
	}
}

func TestLate(t *testing.T) {
	for _, first := range []string{"5", "88", "99"} {
		for code, want := range map[string]Outcome{"0": Sent, "15": OptedOut, "11": Failed, "5": Failed, "99": Failed} {
			s, r := runner(t, noon)
			s.Reply("/batch_sms", batch("0", recipient("60111", first), recipient("60222", "0")))
			s.Reply("/sms", fmt.Sprintf(`{"responseCode":%q,"messageId":"m"}`, code))
			rep, err := r.Run(context.Background(), spring)
			if err != nil {
				t.Fatal(err)
			}
			if got := rep.Numbers(want); !slices.Contains(got, "60111") {
				t.Errorf("code %s after %s: not %s but %v", code, first, want, rep.byOutcome)
			}
			if got := rep.Numbers(Later); got != nil {
				t.Errorf("still late: %v", got)
			}
		}
	}
}

func TestLateErrors(t *testing.T) {
	s, r := runner(t, noon)
	s.Reply("/batch_sms", batch("16", recipient("60111", "5")))
	s.Reply("/sms", "out of order")
	var e *geniq.StatusError
	if _, err := r.Run(context.Background(), spring); !errors.As(err, &e) || e.StatusCode != 502 {
		t.Errorf("got %v", err)
	}
}

func TestBatchRefused(t *testing.T) {
	for code := range 100 {
		if code == 0 || code == 16 {
			continue
		}
		s, r := runner(t, noon)
		s.Reply("/batch_sms", batch(fmt.Sprint(code)))
		_, err := r.Run(context.Background(), spring)
		if err == nil || errors.Is(err, ErrNoCredit) != (code == 6) || errors.Is(err, geniq.ErrListTooLong) != (code == 17) {
			t.Errorf("code %d: %v", code, err)
		}
	}
}

func TestReasons(t *testing.T) {
	s, r := runner(t, noon)
	s.Reply("/batch_sms", batch("0",
		recipient("60111", "0"), recipient("60222", "11"), recipient("60333", "11"), recipient("60444", "19")))
	rep, err := r.Run(context.Background(), spring)
	if err != nil {
		t.Fatal(err)
	}
	want := "2 times: Invalid recipient address\nonce: Spam Control threshold exceeded\n"
	if got := rep.Reasons(); got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestAdvice(t *testing.T) {
	for _, tt := range []struct{ to, code, want string }{
		{"60111", "0", ""},
		{"60111", "13", ""},
		{"60111", "10", "no route to Malaysia"},
		{"65111", "10", "no route to Singapore"},
		{"12125", "10", "no route to America"},
		{"49111", "10", "no route to +49"},
		{"60111", "14", "ask for more routes: 60111"},
	} {
		s, r := runner(t, noon)
		s.Reply("/batch_sms", batch("0", recipient(tt.to, tt.code), recipient("60999", "0")))
		rep, err := r.Run(context.Background(), spring)
		if err != nil {
			t.Fatal(err)
		}
		if got := rep.Advice(); got != tt.want {
			t.Errorf("%s for %s: %q, want %q", tt.code, tt.to, got, tt.want)
		}
	}
}

func TestQuietHours(t *testing.T) {
	sunday := time.Date(2025, 3, 2, 10, 30, 0, 0, time.UTC)
	for when, want := range map[time.Time]bool{
		noon: false, noon.Add(10 * time.Hour): true, noon.Add(-6 * time.Hour): true,
		sunday: true, sunday.Add(time.Hour): false, sunday.Add(24 * time.Hour): false,
	} {
		s, r := runner(t, when)
		s.Reply("/batch_sms", batch("0"))
		if _, err := r.Run(context.Background(), spring); errors.Is(err, ErrQuietHours) != want {
			t.Errorf("%s: %v", when, err)
		}
	}
}
