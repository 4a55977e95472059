// Command harness runs a service against a stand-in for the messaging API, once
// for every code at every place where the API answers one, and prints what
// came out:
//
//	harness careless >before.txt
//
// Each line is preceded by where which code was answered. The output depends
// on the service's behaviour and on nothing else, so what a change leaves the
// same behaves the same.
package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"example.test/programs/fakeapi"
	careful "example.test/programs/services/careful/app"
	careless "example.test/programs/services/careless/app"
)

func main() {
	if len(os.Args) != 2 || services[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: harness careless|careful")
		os.Exit(2)
	}
	out := bufio.NewWriter(os.Stdout)
	err := runAll(services[os.Args[1]], out)
	if err == nil {
		err = out.Flush()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "harness:", err)
		os.Exit(1)
	}
}

// setting is what a service needs.
type setting struct {
	url     string
	client  *http.Client
	now     func() time.Time
	pause   func(context.Context, time.Duration) error
	reports func(hook string) error
	out     io.Writer
}

var services = map[string]func(context.Context, setting) error{
	"careless": func(ctx context.Context, s setting) error {
		return careless.Run(ctx, careless.Config{
			BaseURL: s.url, HTTP: s.client, Now: s.now, Pause: s.pause, Reports: s.reports,
		}, s.out)
	},
	"careful": func(ctx context.Context, s setting) error {
		return careful.Run(ctx, careful.Config{
			BaseURL: s.url, HTTP: s.client, Now: s.now, Pause: s.pause, Reports: s.reports, Acquirer: acquirer,
		}, s.out)
	},
}

// acquirer takes every card.
func acquirer(context.Context, []byte) ([]byte, error) {
	return []byte(`{"responseCode":"00","amount":5000}`), nil
}

// trial is one run of a service.
type trial struct {
	domain   string
	endpoint fakeapi.Endpoint
	codes    []string // one after the other
	form     string   // of a code in JSON: text or number
	late     bool     // for the sake of what happens after, recipients of a batch fail
}

func (t trial) String() string {
	endpoint := string(t.endpoint)
	if t.late {
		endpoint += "-late"
	}
	return fmt.Sprintf("%s/%s/%s/%s", t.domain, endpoint, t.form, strings.Join(t.codes, "+"))
}

// trials are every code at every endpoint of its domain. Failures that pass
// come as well: they show what a service does with a second chance.
func trials() []trial {
	var all []trial
	for _, d := range []struct {
		name      string
		endpoints []fakeapi.Endpoint
		codes     []string
		success   string
	}{
		{"response", fakeapi.ResponseEndpoints(), fakeapi.ResponseCodes(), "0"},
		{"template", fakeapi.TemplateEndpoints(), fakeapi.TemplateCodes(), fakeapi.Absent},
		{"reason", fakeapi.ReasonEndpoints(), fakeapi.ReasonCodes(), "0"},
	} {
		codes := slices.Concat(d.codes, fakeapi.UndocumentedCodes(), fakeapi.MalformedCodes(), []string{fakeapi.Absent})
		for _, e := range d.endpoints {
			for _, code := range codes {
				all = append(all,
					trial{domain: d.name, endpoint: e, form: "text", codes: []string{code}},
					trial{domain: d.name, endpoint: e, form: "number", codes: []string{code}},
					trial{domain: d.name, endpoint: e, form: "text", codes: []string{code, d.success}},
					trial{domain: d.name, endpoint: e, form: "text", codes: []string{code, code, d.success}},
				)
				if e == fakeapi.SMS {
					all = append(all, trial{domain: d.name, endpoint: e, form: "text", codes: []string{code}, late: true})
				}
			}
		}
	}
	return all
}

func runAll(service func(context.Context, setting) error, out io.Writer) error {
	api := fakeapi.Start()
	defer api.Close()
	client := &http.Client{Timeout: 10 * time.Second, Transport: new(http.Transport)}
	defer client.CloseIdleConnections()
	for _, t := range trials() {
		if err := runOne(api, client, service, t, out); err != nil {
			return fmt.Errorf("%v: %w", t, err)
		}
	}
	return nil
}

func runOne(api *fakeapi.Server, client *http.Client, service func(context.Context, setting) error, t trial, out io.Writer) error {
	ctx := context.Background()
	api.Reset()
	api.Set(t.endpoint, t.codes...)
	if t.form == "number" {
		api.BareIntegers(t.endpoint)
	}
	if t.late {
		api.Set(fakeapi.Recipient, "99")
	}

	var buf bytes.Buffer
	err := service(ctx, setting{
		url:    api.URL,
		client: client,
		now:    func() time.Time { return time.Date(2024, time.May, 6, 12, 0, 0, 0, time.UTC) },
		pause:  func(context.Context, time.Duration) error { return nil },
		reports: func(hook string) error {
			hooks := fakeapi.Hooks{SMS: hook + "/reports/sms", WhatsApp: hook + "/reports/whatsapp"}
			acks, err := api.SendReports(ctx, client, hooks)
			for _, ack := range acks {
				fmt.Fprintf(&buf, "hook: %v\n", ack)
			}
			return err
		},
		out: &buf,
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(&buf, "requests: %s\n", api.Summary())
	for line := range strings.Lines(buf.String()) {
		if _, err := fmt.Fprintf(out, "%v %s", t, line); err != nil {
			return err
		}
	}
	return nil
}
