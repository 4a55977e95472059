package hooks

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.test/programs/fakeapi"
)

func TestReports(t *testing.T) {
	states := map[string]State{
		"0": Delivered, "1": Delayed, "2": Delayed, "4": Delayed, "8": Delayed, "9": Delayed,
		"10": Delayed, "11": Delayed, "13": Delayed, fakeapi.Absent: OnItsWay,
	}
	resend := map[string]time.Duration{"8": 2 * time.Hour, "13": 24 * time.Hour, "10": 5 * time.Minute}
	for _, e := range fakeapi.ReasonEndpoints() {
		id := strings.TrimPrefix(string(e), "report-") + "-1"
		for _, reason := range append(fakeapi.ReasonCodes(), "42", "00", "", fakeapi.Absent) {
			var alerts []string
			ledger := new(Ledger)
			hook := httptest.NewServer(NewHandler(ledger, func(what string) { alerts = append(alerts, what) }))
			api := fakeapi.Start()
			api.Set(e, reason)
			hooks := fakeapi.Hooks{SMS: hook.URL + "/reports/sms", WhatsApp: hook.URL + "/reports/whatsapp"}
			ack, err := api.SendReport(context.Background(), hook.Client(), hooks, e)
			api.Close()
			hook.Close()
			if err != nil {
				t.Fatal(err)
			}

			entry, ok := ledger.Get(id)
			if reason == "00" || reason == "" || reason == fakeapi.Absent && e != fakeapi.ReportWhatsApp {
				if ok || ack.Status != http.StatusBadRequest {
					t.Errorf("%s %q: %+v, %v", e, reason, entry, ack)
				}
				continue
			}
			want, known := states[reason]
			if !known {
				want = Lost
			}
			if !ok || entry.State() != want || ack.Status != http.StatusOK {
				t.Errorf("%s %s: %s, %v", e, reason, entry.State(), ack)
			}
			if alert := reason == "3" || reason == "201" || reason == "42"; alert != (len(alerts) == 1) {
				t.Errorf("%s %s: alerts %q", e, reason, alerts)
			}
			if gone := reason == "5" || reason == "6" || reason == "7"; gone != (len(ledger.Unreachable()) == 1) {
				t.Errorf("%s %s: unreachable %q", e, reason, ledger.Unreachable())
			}
			d, again := entry.Resend()
			if wantD, ok := resend[reason]; again != (want == Delayed) || ok && d != wantD {
				t.Errorf("%s %s: again %t in %v", e, reason, again, d)
			}
		}
	}
}

func TestLookUp(t *testing.T) {
	ledger := new(Ledger)
	ledger.Put(Entry{ID: "m-1"})
	for path, want := range map[string]string{
		"/reports/m-1": `{"responseCode":0,"state":"on its way"}`,
		"/reports/m-2": `{"responseCode":1,"message":"never heard of it"}`,
	} {
		rec := httptest.NewRecorder()
		NewHandler(ledger, nil).ServeHTTP(rec, httptest.NewRequest("GET", path, nil))
		if got := strings.TrimSpace(rec.Body.String()); got != want {
			t.Errorf("%s: %s", path, got)
		}
	}
}
