package fakeapi

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// Ack is what a web hook answered to a report.
type Ack struct {
	Endpoint Endpoint
	Status   int
	Body     string
}

// String is for the log.
func (a Ack) String() string { return fmt.Sprintf("%s %d %q", a.Endpoint, a.Status, a.Body) }

// Hooks are where a user wants reports to go.
type Hooks struct {
	SMS      string // posted as a form, or got with a query
	WhatsApp string
}

// SendReports sends one report of each kind, with the codes that were set.
// The messages are called form-1, query-1 and whatsapp-1.
func (s *Server) SendReports(ctx context.Context, client *http.Client, hooks Hooks) ([]Ack, error) {
	var acks []Ack
	for _, e := range ReasonEndpoints() {
		a, err := s.SendReport(ctx, client, hooks, e)
		if err != nil {
			return acks, err
		}
		acks = append(acks, a)
	}
	return acks, nil
}

// SendReport sends a report of one kind.
func (s *Server) SendReport(ctx context.Context, client *http.Client, hooks Hooks, e Endpoint) (Ack, error) {
	req, err := s.report(ctx, hooks, e, s.next(e, "0"))
	if err != nil {
		return Ack{}, err
	}
	resp, err := client.Do(req)
	if err != nil {
		return Ack{}, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return Ack{}, err
	}
	return Ack{e, resp.StatusCode, strings.TrimSpace(string(body))}, nil
}

func (s *Server) report(ctx context.Context, hooks Hooks, e Endpoint, reason string) (*http.Request, error) {
	status := "undelivered"
	if reason == "0" {
		status = "delivered"
	}
	id := strings.TrimPrefix(string(e), "report-") + "-1"
	form := url.Values{"messageId": {id}, "to": {"60120000001"}, "status": {status}, "reasonCode": {reason}}
	if reason == Absent {
		form.Del("reasonCode")
	}

	switch e {
	case ReportForm:
		req, err := http.NewRequestWithContext(ctx, "POST", hooks.SMS, strings.NewReader(form.Encode()))
		if err == nil {
			req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		}
		return req, err
	case ReportQuery:
		return http.NewRequestWithContext(ctx, "GET", hooks.SMS+"?"+form.Encode(), nil)
	case ReportWhatsApp:
		body := map[string]any{"messageId": id, "to": "60120000001", "status": status}
		if reason != Absent {
			body["reasonCode"] = s.wire(e, reason)
		}
		data, err := json.Marshal(body)
		if err != nil {
			return nil, err
		}
		req, err := http.NewRequestWithContext(ctx, "POST", hooks.WhatsApp, strings.NewReader(string(data)))
		if err == nil {
			req.Header.Set("Content-Type", "application/json")
		}
		return req, err
	}
	return nil, fmt.Errorf("fakeapi: %s is no report", e)
}
