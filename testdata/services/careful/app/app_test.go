package app

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"example.test/programs/fakeapi"
)

const success = `token: t-1
balance: 1250
sms: sms-60120000001
batch: 60120000001 batch-60120000001: Success
batch: 60120000002 batch-60120000002: Success
large batch: error: msgapi: batch_sms: not sent (17 DestinationListTooLong)
large batch: code 17, retry never
sign-in: finish: this is not the code that we sent: call us
sign-in: finish: <nil>: welcome
sign-in: finish: the code has expired: call us
campaign: sale: sent 60120000001 60120000001 60120000002 60120000003 60120000004; bad number 6012x
campaign: <nil>
campaign: bulk: somebody: responseCode 11: Invalid recipient address
campaign: <nil>
campaign: {Sent:1 Later:0 Failed:2}
campaign: paid 4, free 2, again 0, notes 0
outbox: left 0, waited 0s
outbox: 60120000001: state 1, id "sms-60120000001", attempts 1, error <nil>
outbox: 60120000001: to blame is nobody
outbox: 60120000002: state 1, id "sms-60120000002", attempts 1, error <nil>
outbox: 60120000002: to blame is nobody
resend: now: waited 0s, error: <nil>
resend: patient: waited 0s, error: <nil>
resend: errors: waited 0s, error: <nil>
resend: jump: waited 0s, error: <nil>
resend: deep: waited 0s, error: <nil>
resend: listed: waited 0s, error: <nil>
resend: asked: waited 0s, error: <nil>
resend: helped: waited 0s, error: <nil>
resend: backed: waited 0s, error: <nil>
resend: work: delivered 1, error: <nil>
templates: order: id "tpl-order", wait for approval
templates: refund: id "tpl-refund", wait for approval
templates: waited 0s
report: sms form-1: delivered, again false in 0s; nothing
report: sms query-1: delivered, again false in 0s; nothing
report: whatsapp whatsapp-1: delivered, again false in 0s; nothing
report: form-1: urgent false
report: query-1: urgent false
report: whatsapp-1: urgent false
report: unreachable [], errors 0, page false
`

// run returns what Run writes, up to the access log.
func run(t *testing.T, api *fakeapi.Server) string {
	t.Helper()
	ctx := context.Background()
	var out strings.Builder
	err := Run(ctx, Config{
		BaseURL: api.URL,
		HTTP:    http.DefaultClient,
		Now:     func() time.Time { return time.Date(2024, time.May, 6, 12, 0, 0, 0, time.UTC) },
		Pause:   func(context.Context, time.Duration) error { return nil },
		Acquirer: func(context.Context, []byte) ([]byte, error) {
			return []byte(`{"responseCode":"00","amount":5000}`), nil
		},
		Reports: func(hook string) error {
			_, err := api.SendReports(ctx, http.DefaultClient, fakeapi.Hooks{
				SMS: hook + "/reports/sms", WhatsApp: hook + "/reports/whatsapp",
			})
			return err
		},
	}, &out)
	if err != nil {
		t.Fatal(err)
	}
	text, log, _ := strings.Cut(out.String(), "access: ")
	if n := strings.Count(log, `"responseCode":200,`); n != 3 {
		t.Errorf("%d reports accepted: %s", n, log)
	}
	return text
}

func TestRun(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	if got := run(t, api); got != success {
		t.Errorf("got\n%s", got)
	}
}

func TestTopUp(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	api.Set(fakeapi.SMS, "0", "6", "0")
	if got := run(t, api); !strings.Contains(got, "top-up: 5000 cents\noutbox: left 0") {
		t.Errorf("got\n%s", got)
	}
}
