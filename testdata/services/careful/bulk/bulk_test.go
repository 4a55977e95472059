package bulk

import (
	"context"
	"errors"
	"testing"
	"time"

	"example.test/programs/fakeapi"
	"example.test/programs/services/careful/msgapi"
	"github.com/errcodelint/errcodelint/codes"
)

func at(hour int) func() time.Time {
	return func() time.Time { return time.Date(2024, time.May, 6, hour, 0, 0, 0, time.UTC) }
}

func TestOutcomes(t *testing.T) {
	for code := range codes.ResponseCodes() {
		o := outcomeOf(code)
		if o == Unknown {
			t.Errorf("%v is unknown", code)
		}
		if (o == Late) != code.Retryable() || o.Final() != (o != Late) {
			t.Errorf("%v: %v", code, o)
		}
	}
	if o := outcomeOf(20); o != Unknown {
		t.Errorf("20: %v", o)
	}
}

func TestRun(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	client := msgapi.New("shop", "secret", msgapi.WithBase(api.URL))
	c := Campaign{Name: "sale", Text: "hello", To: []string{"60120000001", "60120000002", "6012", "60120000001"}}
	for _, tt := range []struct{ recipient, sms, want string }{
		{"0", "0", "sale: sent 60120000001 60120000001 60120000002; bad number 6012"},
		{"15", "0", "sale: sent 60120000001 60120000001; bad number 6012; blocked 60120000002"},
		{"6", "0", "sale: sent 60120000001 60120000001; bad number 6012; stopped 60120000002; top up for 1 more"},
		{"99", "0", "sale: sent 60120000001 60120000001 60120000002; bad number 6012"},
		{"99", "10", "sale: sent 60120000001 60120000001; bad number 6012; no way 60120000002"},
		{"99", "5", "sale: sent 60120000001 60120000001; late 60120000002; bad number 6012"},
		{"20", "0", "sale: sent 60120000001 60120000001; bad number 6012; unknown 60120000002"},
	} {
		api.Reset()
		api.Set(fakeapi.Recipient, tt.recipient)
		api.Set(fakeapi.SMS, tt.sms)
		rep, err := NewRunner(client, at(8)).Run(context.Background(), c)
		if err != nil || rep.Summary() != tt.want {
			t.Errorf("recipient %s, sms %s: %v\ngot  %s\nwant %s", tt.recipient, tt.sms, err, rep.Summary(), tt.want)
		}
	}
	if _, err := NewRunner(client, at(22)).Run(context.Background(), c); !errors.Is(err, ErrQuietHours) {
		t.Errorf("at 22: %v", err)
	}
	api.Set(fakeapi.Batch, "6")
	if _, err := NewRunner(client, at(8)).Run(context.Background(), c); !errors.Is(err, codes.ResponseInsufficientCredit) {
		t.Errorf("no credit: %v", err)
	}
}
