// Package app puts the notification service together.
package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"example.test/programs/services/careful/access"
	"example.test/programs/services/careful/bulk"
	"example.test/programs/services/careful/hooks"
	"example.test/programs/services/careful/msgapi"
	"example.test/programs/services/careful/outbox"
	"example.test/programs/services/careful/payments"
	"example.test/programs/services/careful/resend"
	"example.test/programs/services/careful/signin"
	"example.test/programs/services/careful/wabiz"
	"github.com/errcodelint/errcodelint/codes"
)

const topUpCents = 50_00

// Config is what the service needs from outside.
type Config struct {
	BaseURL  string
	HTTP     *http.Client
	Now      func() time.Time
	Pause    func(context.Context, time.Duration) error
	Acquirer payments.Transport

	// Reports is called with the address of the web hook while it is up.
	Reports func(hook string) error
}

type tour struct {
	cfg    Config
	api    *msgapi.Client
	cards  *payments.Gateway
	out    io.Writer
	waited time.Duration
}

// Run uses everything that the service can do once, and writes down what came
// out of it, line by line.
func Run(ctx context.Context, cfg Config, out io.Writer) error {
	t := &tour{
		cfg: cfg,
		api: msgapi.New("shop", "secret",
			msgapi.WithBase(cfg.BaseURL), msgapi.WithHTTP(cfg.HTTP), msgapi.WithClock(cfg.Now)),
		cards: &payments.Gateway{Send: cfg.Acquirer},
		out:   out,
	}
	t.account(ctx)
	t.messages(ctx)
	t.signIn(ctx)
	t.campaign(ctx)
	t.outbox(ctx)
	t.resend(ctx)
	t.templates(ctx)
	return t.reports()
}

func (t *tour) printf(format string, args ...any) { fmt.Fprintf(t.out, format+"\n", args...) }

// fail writes an error down, and what there is to do about it.
func (t *tour) fail(what string, err error) {
	t.printf("%s: error: %v", what, err)
	var code codes.ResponseCode
	if errors.As(err, &code) {
		t.printf("%s: code %d, retry %v", what, int(code), code.Retry())
	}
}

func (t *tour) pause(ctx context.Context, d time.Duration) error {
	t.waited += d
	return t.cfg.Pause(ctx, d)
}

func (t *tour) topUp(ctx context.Context) error {
	receipt, err := t.cards.Charge(ctx, topUpCents)
	if err != nil {
		t.printf("top-up: %v", err)
		return err
	}
	t.printf("top-up: %d cents", receipt.Amount)
	return nil
}

func (t *tour) account(ctx context.Context) {
	if token, err := t.api.Token(ctx); err != nil {
		t.fail("token", err)
	} else {
		t.printf("token: %s", token)
	}
	if cents, err := t.api.Balance(ctx); err != nil {
		t.fail("balance", err)
	} else {
		t.printf("balance: %d", cents)
	}
}

func (t *tour) messages(ctx context.Context) {
	id, err := t.api.SendSMS(ctx, msgapi.SMS{From: "SHOP", To: "60120000001", Text: "hello"})
	if err != nil {
		t.fail("sms", err)
	} else {
		t.printf("sms: %s", id)
	}

	b := msgapi.Batch{From: "SHOP", To: []string{"60120000001", "60120000002"}, Text: "hello"}
	recipients, err := t.api.SendBatch(ctx, b)
	if err != nil {
		t.fail("batch", err)
	}
	for _, rcp := range recipients {
		t.printf("batch: %s %s: %s", rcp.To, rcp.MessageID, rcp.Code.String())
	}
	b.To = make([]string, 101)
	if _, err := t.api.SendBatch(ctx, b); err != nil {
		t.fail("large batch", err)
	}
}

func (t *tour) signIn(ctx context.Context) {
	const number = "60120000001"
	s := signin.New(t.api, t.cfg.Now)
	if err := s.Start(ctx, number); err != nil {
		t.fail("sign-in: start", err)
	}
	for _, typed := range []string{"12345", "123456", "123456"} {
		err := s.Finish(ctx, number, typed)
		t.printf("sign-in: finish: %v: %s", err, signin.Hint(err))
	}
}

func (t *tour) campaign(ctx context.Context) {
	rep, err := bulk.NewRunner(t.api, t.cfg.Now).Run(ctx, bulk.Campaign{
		Name: "sale", From: "SHOP", Text: "half price", To: []string{
			"60120000001", "60120000002", "60120000003", "60120000004", "6012x", "60120000001",
		},
	})
	if err != nil {
		t.fail("campaign", err)
	}
	t.printf("campaign: %s", rep.Summary())
	var heaps bulk.Heaps
	for code := range codes.ResponseCodes() {
		if rep.Codes[code] == 0 {
			continue
		}
		heaps.Put(code)
		t.printf("campaign: %v", bulk.Failure("somebody", code))
	}
	t.printf("campaign: %+v", heaps)
	bill := rep.Bill()
	t.printf("campaign: paid %d, free %d, again %d, notes %d", bill.Paid, bill.Free, bill.Again, len(bill.Notes))
}

func (t *tour) outbox(ctx context.Context) {
	box := outbox.New(t.api, t.pause, t.topUp)
	var entries []*outbox.Entry
	for _, to := range []string{"60120000001", "60120000002"} {
		entries = append(entries, box.Add(msgapi.SMS{From: "SHOP", To: to, Text: "reminder"}))
	}
	t.printf("outbox: left %d, waited %v", box.Flush(ctx), t.waited)
	for _, e := range entries {
		t.printf("outbox: %s: state %d, id %q, attempts %d, error %v", e.Message.To, e.State, e.ID, e.Attempts, e.Err)
		t.printf("outbox: %s: to blame is %s", e.Message.To, e.Blame())
	}
}

func (t *tour) resend(ctx context.Context) {
	r := resend.New(t.api, t.pause, t.topUp)
	for _, way := range []struct {
		name string
		send func(context.Context, msgapi.SMS) error
	}{
		{"now", r.Now}, {"patient", r.Patient}, {"errors", r.Errors}, {"jump", r.Jump}, {"deep", r.Deep},
		{"listed", r.Listed}, {"asked", r.Asked}, {"helped", r.Helped}, {"backed", r.Backed},
	} {
		t.waited = 0
		err := way.send(ctx, msgapi.SMS{From: "SHOP", To: "60120000004", Text: "once more"})
		t.printf("resend: %s: waited %v, error: %v", way.name, t.waited, err)
	}
	b, err := newBroker(msgapi.SMS{From: "SHOP", To: "60120000004", Text: "once more"})
	if err == nil {
		err = r.Work(ctx, b.out)
	}
	t.printf("resend: work: delivered %d, error: %v", b.delivered, err)
}

func (t *tour) templates(ctx context.Context) {
	t.waited = 0
	results, err := wabiz.Sync(ctx, t.api, t.pause, []msgapi.Template{
		{Name: "welcome", Language: "en", Body: "hi"},
		{Name: "order", Language: "en", Body: "your order"},
		{Name: "refund", Language: "en", Body: "your money"},
	})
	if err != nil {
		t.printf("templates: error: %v; %s", err, wabiz.Team(err))
	}
	for _, r := range results {
		t.printf("templates: %s: id %q, %s", r.Name, r.ID, r.Step)
	}
	t.printf("templates: waited %v", t.waited)
}

// reports runs the web hook for as long as reports come in.
func (t *tour) reports() error {
	ledger := new(hooks.Ledger)
	var requests bytes.Buffer
	log := access.New(&requests, t.cfg.Now)
	hook := hooks.NewHandler(ledger, func(what string) { t.printf("alert: %s", what) })

	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: log.Wrap(hook)}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	err = t.cfg.Reports("http://" + l.Addr().String())
	if err := srv.Close(); err != nil {
		return err
	}
	if served := <-done; !errors.Is(served, http.ErrServerClosed) {
		return served
	}
	if err != nil {
		return err
	}

	for _, e := range ledger.All() {
		again, ok := e.Resend()
		t.printf("report: %s %s: %s, again %t in %v; %s", e.Channel, e.ID, e.State(), ok, again, e.Calls())
	}
	for _, e := range ledger.All() {
		if e.Reason != nil {
			t.printf("report: %s: urgent %t", e.ID, hooks.Urgent("reasonCode="+e.Reason.Wire()))
		}
	}
	n, page := log.Errors()
	t.printf("report: unreachable %q, errors %d, page %t", ledger.Unreachable(), n, page)
	t.printf("access: %s", bytes.ReplaceAll(bytes.TrimSpace(requests.Bytes()), []byte("\n"), []byte(" ")))
	return nil
}
