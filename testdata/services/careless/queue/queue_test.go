package queue

import (
	"context"
	"testing"
	"time"

	"example.test/programs/fakeapi"
	"example.test/programs/services/careless/geniq"
)

func TestCodes(t *testing.T) {
	waits := map[string]time.Duration{"5": 90 * time.Second, "88": 15 * time.Second, "18": 3 * time.Second, "99": 3 * time.Second}
	api := fakeapi.Start()
	defer api.Close()
	for _, code := range fakeapi.ResponseCodes() {
		api.Reset()
		api.Set(fakeapi.SMS, code)
		var waited time.Duration
		q := New(geniq.New(geniq.Config{BaseURL: api.URL}), func(_ context.Context, d time.Duration) error {
			waited += d
			return nil
		})
		j := q.Add(geniq.Message{To: "60120000001", Text: "hello"})
		q.Add(geniq.Message{To: "60120000002", Text: "hello"})
		sent := q.Run(context.Background())

		attempts := 1
		if waits[code] != 0 {
			attempts = 3
		}
		if j.Attempts != attempts || waited != 2*waits[code] {
			t.Errorf("code %s: %d attempts, waited %v", code, j.Attempts, waited)
		}
		if (sent == 2) != (code == "0") {
			t.Errorf("code %s: sent %d", code, sent)
		}
		if held := code == "6" || code == "7"; j.Held != held || held && api.Count("POST", "/sms") != 1 {
			t.Errorf("code %s: held %t, %s", code, j.Held, api.Summary())
		}
	}
}

func TestSecondChance(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	api.Set(fakeapi.SMS, "5", "88", "0")
	q := New(geniq.New(geniq.Config{BaseURL: api.URL}), func(context.Context, time.Duration) error { return nil })
	j := q.Add(geniq.Message{To: "60120000001", Text: "hello"})
	if n := q.Run(context.Background()); n != 1 || j.Attempts != 3 || j.LastCode != 0 {
		t.Errorf("sent %d, %+v", n, j)
	}
}
