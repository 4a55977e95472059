package webhook

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"
)

type fixture struct {
	*testing.T
	store  *Store
	server *Server
	alarms []string
}

func start(t *testing.T) *fixture {
	f := &fixture{T: t, store: new(Store)}
	f.server = New(f.store, func(why string) { f.alarms = append(f.alarms, why) })
	return f
}

func (f *fixture) do(method, target, contentType, body string) *httptest.ResponseRecorder {
	req := httptest.NewRequest(method, target, strings.NewReader(body))
	req.Header.Set("Content-Type", contentType)
	rec := httptest.NewRecorder()
	f.server.ServeHTTP(rec, req)
	return rec
}

func (f *fixture) form(status, reason string) int {
	v := url.Values{"messageId": {"m-1"}, "to": {"60111"}, "status": {status}, "reasonCode": {reason}}
	return f.do("POST", "/dlr/sms", "application/x-www-form-urlencoded", v.Encode()).Code
}

func wantState(reason int) State {
	switch reason {
	case 0:
		return Delivered
	case 5, 6:
		return Dead
	case 201:
		return Rejected
	case 1, 2, 4, 8, 9, 10, 11, 13:
		return Waiting
	}
	return Failed
}

func TestSMSForm(t *testing.T) {
	for reason := range 210 {
		for _, status := range []string{"delivered", "undelivered"} {
			f := start(t)
			got := f.form(status, fmt.Sprint(reason))
			rec, ok := f.store.Get("m-1")
			if reason == 11 {
				if ok || got != 204 {
					t.Errorf("reason 11: %+v, %d", rec, got)
				}
				continue
			}
			if got != 200 || rec.State != wantState(reason) || int(rec.Reason) != reason || rec.To != "60111" {
				t.Errorf("reason %d: %d, %+v", reason, got, rec)
			}
			if away := reason == 8 || reason == 13; rec.Away != away {
				t.Errorf("reason %d: away: %t", reason, rec.Away)
			}
			if late := len(f.store.Undelivered()) == 1; late != (reason != 0) {
				t.Errorf("reason %d: undelivered: %t", reason, late)
			}
			if d := delivered(status, fmt.Sprint(reason)); d != (reason == 0 && status == "delivered") {
				t.Errorf("reason %d, %s: delivered: %t", reason, status, d)
			}
		}
	}
	for _, reason := range []string{"", "five"} {
		f := start(t)
		if got := f.form("delivered", reason); got != 400 {
			t.Errorf("reason %q: %d", reason, got)
		}
	}
}

func TestSMSQuery(t *testing.T) {
	for reason := range 210 {
		f := start(t)
		got := f.do("GET", fmt.Sprintf("/dlr/sms?messageId=m-1&status=delivered&reasonCode=%d", reason), "", "").Code
		_, ok := f.store.Get("m-1")
		if reason == 0 && (got != 200 || !ok) || reason != 0 && (got != 204 || ok) {
			t.Errorf("reason %d: %d, %t", reason, got, ok)
		}
	}
}

func TestWhatsApp(t *testing.T) {
	for reason := range 210 {
		f := start(t)
		body := fmt.Sprintf(`{"messageId":"m-2","to":"60111","status":"x","reasonCode":"%d"}`, reason)
		got := f.do("POST", "/dlr/whatsapp", "application/json", body).Code
		rec, _ := f.store.Get("m-2")
		if got != 200 || rec.State != wantState(reason) || int(rec.Reason) != reason {
			t.Errorf("reason %d: %d, %+v", reason, got, rec)
		}
		var alarms []string
		switch reason {
		case 201:
			alarms = []string{"a message text was refused"}
		case 9, 10:
			alarms = []string{"trouble in the network"}
		}
		if !slices.Equal(f.alarms, alarms) {
			t.Errorf("reason %d: alarms %q", reason, f.alarms)
		}
	}
}

func TestWhatsAppWithoutReason(t *testing.T) {
	f := start(t)
	if got := f.do("POST", "/dlr/whatsapp", "application/json", `{"messageId":"m-2","status":"sent"}`).Code; got != 200 {
		t.Errorf("%d", got)
	}
	if rec, _ := f.store.Get("m-2"); rec.State != Waiting || f.alarms != nil {
		t.Errorf("%+v, %q", rec, f.alarms)
	}
	for _, body := range []string{`{"reasonCode":"five"}`, `{"reasonCode":5}`, ``} {
		if got := f.do("POST", "/dlr/whatsapp", "application/json", body).Code; got != 400 {
			t.Errorf("%s: %d", body, got)
		}
	}
}

func TestMessage(t *testing.T) {
	for reason, want := range map[string]string{"0": `"reasonCode":2`, "8": `"reasonCode":1`, "5": `"reasonCode":3`, "3": `"reasonCode":3`} {
		f := start(t)
		f.form("x", reason)
		if rec := f.do("GET", "/messages/m-1", "", ""); rec.Code != 200 || !strings.Contains(rec.Body.String(), want) {
			t.Errorf("reason %s: %d, %s", reason, rec.Code, rec.Body)
		}
	}
	if rec := start(t).do("GET", "/messages/m-1", "", ""); rec.Code != http.StatusNotFound {
		t.Errorf("unknown message: %d", rec.Code)
	}
}

func TestCauses(t *testing.T) {
	f := start(t)
	for i, reason := range []int{8, 0, 5, 8, 201} {
		f.do("GET", fmt.Sprintf("/dlr/sms?messageId=q-%d&reasonCode=%d", i, reason), "", "")
		body := fmt.Sprintf(`{"messageId":"m-%d","reasonCode":"%d"}`, i, reason)
		f.do("POST", "/dlr/whatsapp", "application/json", body)
	}
	if got := f.store.Causes(); !slices.Equal(got, []int{5, 8, 201}) {
		t.Errorf("%v", got)
	}
}

func TestStuck(t *testing.T) {
	f := start(t)
	for range 4 {
		f.form("x", "8")
	}
	if got := f.store.Stuck(); got != nil {
		t.Errorf("%q", got)
	}
	f.form("x", "8")
	if got := f.store.Stuck(); !slices.Equal(got, []string{"m-1"}) {
		t.Errorf("%q", got)
	}
	f.form("delivered", "0")
	if got := f.store.Stuck(); got != nil {
		t.Errorf("%q", got)
	}
}
