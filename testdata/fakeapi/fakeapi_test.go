package fakeapi

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestTables(t *testing.T) {
	for _, tt := range []struct {
		name  string
		codes []string
		want  int
	}{
		{"response", ResponseCodes(), 23},
		{"reason", ReasonCodes(), 15},
		{"template", TemplateCodes(), 25},
	} {
		seen := make(map[string]bool)
		for _, c := range tt.codes {
			seen[c] = true
		}
		if len(seen) != tt.want || len(tt.codes) != tt.want {
			t.Errorf("%s: %d codes, %d different; want %d", tt.name, len(tt.codes), len(seen), tt.want)
		}
	}
}

// ask returns the reply's body.
func ask(t *testing.T, s *Server, method, path, body string) map[string]any {
	t.Helper()
	req, err := http.NewRequest(method, s.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer t-1")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var m map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&m); err != nil || resp.StatusCode != 200 {
		t.Fatalf("%s %s: %d, %v", method, path, resp.StatusCode, err)
	}
	return m
}

func TestEndpoints(t *testing.T) {
	s := Start()
	defer s.Close()
	for _, tt := range []struct {
		endpoint           Endpoint
		method, path, body string
		otherwise          any
	}{
		{Token, "POST", "/token", `{"username":"u"}`, "0"},
		{SMS, "POST", "/sms", `{"to":"601"}`, "0"},
		{Batch, "POST", "/batch_sms", `{"to":["601","602"]}`, "0"},
		{VerifySend, "POST", "/verify", `{"to":"601"}`, "0"},
		{VerifyCheck, "POST", "/verify/otp-601?code=123456", ``, "0"},
		{Balance, "GET", "/balance", ``, "0"},
		{TemplateList, "GET", "/whatsapp/message_templates", ``, nil},
		{TemplateCreate, "POST", "/whatsapp/message_templates", `{"name":"x"}`, nil},
	} {
		s.Reset()
		if got := ask(t, s, tt.method, tt.path, tt.body)["responseCode"]; got != tt.otherwise {
			t.Errorf("%s: %v", tt.endpoint, got)
		}
		s.Set(tt.endpoint, "5", "", "99")
		for _, want := range []any{"5", "", "99", "99"} {
			if got := ask(t, s, tt.method, tt.path, tt.body)["responseCode"]; got != want {
				t.Errorf("%s: %v, want %v", tt.endpoint, got, want)
			}
		}
		s.BareIntegers(tt.endpoint)
		for _, code := range []string{"5", "00", ""} {
			s.Set(tt.endpoint, code)
			want := any(code)
			if code == "5" {
				want = 5.0
			}
			if got := ask(t, s, tt.method, tt.path, tt.body)["responseCode"]; got != want {
				t.Errorf("%s: %v, want %v", tt.endpoint, got, want)
			}
		}
		path, _, _ := strings.Cut(tt.path, "?")
		if n := s.Count(tt.method, path); n != 8 {
			t.Errorf("%s: %d requests: %s", tt.endpoint, n, s.Summary())
		}
	}
}

func TestRecipients(t *testing.T) {
	s := Start()
	defer s.Close()
	s.Set(Recipient, "11")
	details := ask(t, s, "POST", "/batch_sms", `{"to":["601","602","603"]}`)["details"]
	got, err := json.Marshal(details)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"recipients":[` +
		`{"messageId":"batch-601","responseCode":"0","to":"601"},` +
		`{"messageId":"batch-602","responseCode":"11","to":"602"},` +
		`{"messageId":"batch-603","responseCode":"0","to":"603"}]}`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestNoToken(t *testing.T) {
	s := Start()
	defer s.Close()
	resp, err := http.Get(s.URL + "/balance")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusUnauthorized {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestReports(t *testing.T) {
	var got []string
	hook := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		got = append(got, strings.Join([]string{r.Method, r.URL.String(), string(body)}, " "))
		w.WriteHeader(http.StatusAccepted)
		io.WriteString(w, "thanks\n")
	}))
	defer hook.Close()

	s := Start()
	defer s.Close()
	s.Set(ReportQuery, "8")
	s.Set(ReportWhatsApp, "201")
	acks, err := s.SendReports(context.Background(), hook.Client(), Hooks{SMS: hook.URL + "/sms", WhatsApp: hook.URL + "/wa"})
	if err != nil || len(acks) != 3 || acks[0].String() != `report-form 202 "thanks"` {
		t.Errorf("%v, %v", acks, err)
	}
	s.BareIntegers(ReportWhatsApp)
	if _, err := s.SendReport(context.Background(), hook.Client(), Hooks{WhatsApp: hook.URL + "/wa"}, ReportWhatsApp); err != nil {
		t.Error(err)
	}
	want := []string{
		"POST /sms messageId=form-1&reasonCode=0&status=delivered&to=60120000001",
		"GET /sms?messageId=query-1&reasonCode=8&status=undelivered&to=60120000001 ",
		`POST /wa {"messageId":"whatsapp-1","reasonCode":"201","status":"undelivered","to":"60120000001"}`,
		`POST /wa {"messageId":"whatsapp-1","reasonCode":201,"status":"undelivered","to":"60120000001"}`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if _, err := s.SendReport(context.Background(), hook.Client(), Hooks{}, SMS); err == nil {
		t.Error("a report at an endpoint that has none")
	}
}
