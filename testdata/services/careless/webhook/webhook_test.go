package webhook

import (
	"context"
	"net/http/httptest"
	"testing"
	"time"

	"example.test/programs/fakeapi"
)

// take sends one report to a new server.
func take(t *testing.T, e fakeapi.Endpoint, reason string, bare bool) (*Store, fakeapi.Ack, []string) {
	t.Helper()
	var alarms []string
	store := new(Store)
	hook := httptest.NewServer(New(store, func(why string) { alarms = append(alarms, why) }))
	defer hook.Close()
	api := fakeapi.Start()
	defer api.Close()
	api.Set(e, reason)
	if bare {
		api.BareIntegers(e)
	}
	ack, err := api.SendReport(context.Background(), hook.Client(),
		fakeapi.Hooks{SMS: hook.URL + "/reports/sms", WhatsApp: hook.URL + "/reports/whatsapp"}, e)
	if err != nil {
		t.Fatal(err)
	}
	return store, ack, alarms
}

func TestForm(t *testing.T) {
	states := map[string]State{
		"0": Delivered, "5": Dead, "6": Dead, "7": Dead,
		"1": Waiting, "2": Waiting, "8": Waiting, "9": Waiting, "10": Waiting, "13": Waiting,
	}
	pauses := map[string]time.Duration{"8": time.Hour, "10": 10 * time.Minute, "13": 24 * time.Hour}
	trouble := map[string]bool{"1": true, "2": true, "9": true, "10": true}
	for _, reason := range fakeapi.ReasonCodes() {
		store, ack, _ := take(t, fakeapi.ReportForm, reason, false)
		want, ok := states[reason]
		if !ok {
			want = Failed
		}
		if rec := store.Get("form-1"); rec.State != want || ack.Status != 200 {
			t.Errorf("reason %s: %v, %v", reason, rec, ack)
		}
		if d := store.Again("form-1"); d != pauses[reason] {
			t.Errorf("reason %s: again in %v", reason, d)
		}
		if away := store.Away() == 1; away != (reason == "8" || reason == "13") {
			t.Errorf("reason %s: away: %t", reason, away)
		}
		if got := len(store.Trouble()) == 1; got != trouble[reason] {
			t.Errorf("reason %s: trouble: %t", reason, got)
		}
	}
}

func TestQuery(t *testing.T) {
	for _, reason := range fakeapi.ReasonCodes() {
		store, ack, _ := take(t, fakeapi.ReportQuery, reason, false)
		want := Record{"query-1", "sms", Failed, 4}
		switch reason {
		case "0":
			want = Record{"query-1", "sms", Delivered, 0}
		case "8", "13":
			want = Record{"query-1", "sms", Waiting, 8}
		case "11":
			want = Record{"query-1", "", Unknown, 4}
		}
		if rec := store.Get("query-1"); rec != want || (ack.Status == 202) != (reason == "11") {
			t.Errorf("reason %s: %v, %v", reason, rec, ack)
		}
	}
}

func TestWhatsApp(t *testing.T) {
	for _, bare := range []bool{false, true} {
		for _, reason := range append(fakeapi.ReasonCodes(), fakeapi.Absent) {
			store, ack, alarms := take(t, fakeapi.ReportWhatsApp, reason, bare)
			want := Waiting
			switch reason {
			case "0":
				want = Delivered
			case "3", "5", "6", "7", "12", "201":
				want = Failed
			}
			if rec := store.Get("whatsapp-1"); rec.State != want || ack.Status != 200 {
				t.Errorf("reason %s, bare %t: %v, %v", reason, bare, rec, ack)
			}
			if broken := len(alarms) == 1; broken != (reason == "3" || reason == "201") {
				t.Errorf("reason %s, bare %t: alarms %q", reason, bare, alarms)
			}
		}
		if _, ack, _ := take(t, fakeapi.ReportWhatsApp, "00", bare); ack.Status != 400 {
			t.Errorf("reason 00: %v", ack)
		}
	}
}
