package campaign

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"example.test/programs/fakeapi"
	"example.test/programs/services/careless/geniq"
	"github.com/errcodelint/errcodelint/codes"
)

func at(hour int) func() time.Time {
	return func() time.Time { return time.Date(2024, time.May, 6, hour, 0, 0, 0, time.UTC) }
}

func TestVerdicts(t *testing.T) {
	want := map[string]string{
		"0": "sent", "5": "late", "88": "late", "99": "late", "15": "blocked", "14": "failed: 10",
	}
	api := fakeapi.Start()
	defer api.Close()
	for _, code := range fakeapi.ResponseCodes() {
		api.Reset()
		api.Set(fakeapi.Recipient, code)
		api.Set(fakeapi.SMS, code)
		r := NewRunner(geniq.New(geniq.Config{BaseURL: api.URL}), at(12))
		rep, err := r.Run(context.Background(), Campaign{Name: "sale", Text: "hello", To: []string{"60120000001", "60120000002"}})
		if err != nil {
			t.Fatal(err)
		}
		w, ok := want[code]
		if !ok {
			w = "failed: " + code
		}
		if s := rep.String(); code != "16" && !strings.HasSuffix(s, "; 60120000002 "+w) {
			t.Errorf("code %s: %s", code, s)
		}
	}
}

func TestList(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	c := Campaign{Name: "sale", Text: "hello", To: []string{"60120000001", "6012", "60120000001"}}
	r := NewRunner(geniq.New(geniq.Config{BaseURL: api.URL}), at(21))
	rep, err := r.Run(context.Background(), c)
	if want := "sale: 1 of 3; 6012 failed: 11; 60120000001 twice; 60120000001 sent"; err != nil || rep.String() != want {
		t.Errorf("got  %v, %v\nwant %s", rep, err, want)
	}
	r.now = at(22)
	if _, err := r.Run(context.Background(), c); !errors.Is(err, ErrNight) {
		t.Errorf("at 22: %v", err)
	}
}

func TestWorst(t *testing.T) {
	for code, want := range map[int]int{0: 16, 6: 6, 7: 6, 11: 16} {
		rep := new(Report)
		rep.add(Line{"60120000001", 0})
		rep.add(Line{"60120000001", 16})
		rep.add(Line{"60120000002", codes.ResponseCode(code)})
		if got := rep.Worst(); int(got) != want {
			t.Errorf("code %d: %d, want %d", code, got, want)
		}
	}
}
