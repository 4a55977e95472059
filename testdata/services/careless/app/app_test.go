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
balance: 12.50
sms: sms-60120000001
sms: error: geniq: sms: code 88: nothing to send
sms: temporary true, account false, advice "wait", shift ""
batch: 60120000001 0
batch: 60120000002 0
otp: finish: otp: wrong code
otp: finish: <nil>
otp: finish: otp: the code has expired
otp: check: "0", busy false, hint "welcome"
campaign: sale: 4 of 6; 6012x failed: 11; 60120000001 twice; 60120000001 sent; 60120000002 sent; 60120000003 sent; 60120000004 sent
campaign: heaps {Sent:4 Later:0 Failed:2}, error: campaign sale: responseCode 11: Invalid recipient address
campaign: failed 2, quiet 0, cleanup ["6012x"], worst 11
campaign: bill: paid 4, free 2, again 0, notes []
queue: sent 2, dead [], waited 0s
queue: "60120000001": attempts 1, code 0, held false
queue: "60120000001": to blame is nobody
queue: "": attempts 0, code 11, held false
queue: "": to blame is customer
queue: "60120000002": attempts 1, code 0, held false
queue: "60120000002": to blame is nobody
queue: stopped: sent 1, attempts 1, code 0
resend: now: asked 1, error: <nil>
resend: patient: asked 1, error: <nil>
resend: jump: asked 1, error: <nil>
resend: deep: asked 1, error: <nil>
resend: listed: asked 1, error: <nil>
resend: asked: asked 1, error: <nil>
resend: helped: asked 1, error: <nil>
resend: backed: asked 1, error: <nil>
resend: work: asked 1, error: <nil>
others: all: <nil>
others: fallback: <nil>
others: credit: <nil>
templates: empty: id "", code 131008, todo "", team ""
templates: order: id "tpl-order", code 0, todo "", team ""
templates: refund: id "tpl-refund", code 0, todo "", team ""
templates: waited 0s
stats: sent 4, lost 0, calm true
report: sms form-1: delivered, reason 0, again in 0s, calls ["gently"]
report: sms query-1: delivered, reason 0, again in 0s, calls ["gently"]
report: whatsapp whatsapp-1: delivered, reason 0, again in 0s, calls ["gently"]
report: form-1: urgent false
report: query-1: urgent false
report: whatsapp-1: urgent false
report:  lost-1: unknown, reason 4
report: reasons 1, away 0, trouble []
`

func TestRun(t *testing.T) {
	api := fakeapi.Start()
	defer api.Close()
	ctx := context.Background()
	var out strings.Builder
	err := Run(ctx, Config{
		BaseURL: api.URL,
		HTTP:    http.DefaultClient,
		Now:     func() time.Time { return time.Date(2024, time.May, 6, 12, 0, 0, 0, time.UTC) },
		Pause:   func(context.Context, time.Duration) error { return nil },
		Reports: func(hook string) error {
			_, err := api.SendReports(ctx, http.DefaultClient, fakeapi.Hooks{
				SMS: hook + "/reports/sms", WhatsApp: hook + "/reports/whatsapp",
			})
			return err
		},
	}, &out)
	if err != nil || out.String() != success {
		t.Errorf("%v\n%s", err, out.String())
	}
}
