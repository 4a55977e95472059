// Package app puts the notification service together.
package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"

	"example.test/programs/services/careless/campaign"
	"example.test/programs/services/careless/geniq"
	"example.test/programs/services/careless/otp"
	"example.test/programs/services/careless/queue"
	"example.test/programs/services/careless/resend"
	"example.test/programs/services/careless/templates"
	"example.test/programs/services/careless/webhook"
)

// Config is what the service needs from outside.
type Config struct {
	BaseURL string
	HTTP    *http.Client
	Now     func() time.Time
	Pause   func(context.Context, time.Duration) error

	// Reports is called with the address of the web hook while it is up.
	Reports func(hook string) error
}

// tour shows the service around.
type tour struct {
	cfg    Config
	api    *geniq.Client
	out    io.Writer
	waited time.Duration
}

// Run uses everything that the service can do once, and writes down what came
// out of it, line by line.
func Run(ctx context.Context, cfg Config, out io.Writer) error {
	t := &tour{
		cfg: cfg,
		api: geniq.New(geniq.Config{User: "shop", Password: "secret", BaseURL: cfg.BaseURL, HTTP: cfg.HTTP}),
		out: out,
	}
	t.account(ctx)
	t.message(ctx)
	t.batch(ctx)
	t.login(ctx)
	t.campaign(ctx)
	t.queue(ctx)
	t.resend(ctx)
	t.templates(ctx)
	t.stats()
	return t.reports(ctx)
}

func (t *tour) printf(format string, args ...any) { fmt.Fprintf(t.out, format+"\n", args...) }

// fail writes an error down, and what is known about it.
func (t *tour) fail(what string, err error) {
	t.printf("%s: error: %v", what, err)
	var e *geniq.APIError
	if errors.As(err, &e) {
		t.printf("%s: temporary %t, account %t, advice %q, shift %q", what, e.Temporary(), e.Account(), e.Advice(), e.Shift())
	}
}

func (t *tour) pause(ctx context.Context, d time.Duration) error {
	t.waited += d
	return t.cfg.Pause(ctx, d)
}

func (t *tour) account(ctx context.Context) {
	token, err := t.api.Token(ctx)
	if err != nil {
		t.fail("token", err)
	} else {
		t.printf("token: %s", token)
	}
	credit, err := t.api.Balance(ctx)
	if err != nil {
		t.fail("balance", err)
	} else {
		t.printf("balance: %.2f", credit)
	}
}

func (t *tour) message(ctx context.Context) {
	for _, text := range []string{"hello", ""} {
		id, err := t.api.SendSMS(ctx, geniq.Message{From: "SHOP", To: "60120000001", Text: text})
		if err != nil {
			t.fail("sms", err)
			continue
		}
		t.printf("sms: %s", id)
	}
}

func (t *tour) batch(ctx context.Context) {
	recipients, err := t.api.SendBatch(ctx, geniq.Batch{From: "SHOP", To: []string{"60120000001", "60120000002"}, Text: "hello"})
	if err != nil {
		t.fail("batch", err)
	}
	for _, rcp := range recipients {
		t.printf("batch: %s %d", rcp.To, rcp.ResponseCode)
	}
}

func (t *tour) login(ctx context.Context) {
	const number = "60120000001"
	s := otp.New(t.api)
	if err := s.Start(ctx, number); err != nil {
		t.printf("otp: start: %v", err)
	}
	for _, code := range []string{"12345", "123456", "123456"} {
		t.printf("otp: finish: %v", s.Finish(ctx, number, code))
	}
	if v, err := t.api.CheckCode(ctx, "otp-lost", "123456"); err != nil {
		t.fail("otp: check", err)
	} else {
		t.printf("otp: check: %q, busy %t, hint %q", v.ResponseCode, v.Busy(), otp.Hint(v.ResponseCode))
	}
}

func (t *tour) campaign(ctx context.Context) {
	c := campaign.Campaign{Name: "sale", From: "SHOP", Text: "half price", To: []string{
		"60120000001", "60120000002", "60120000003", "60120000004", "6012x", "60120000001",
	}}
	rep, err := campaign.NewRunner(t.api, t.cfg.Now).Run(ctx, c)
	if err != nil {
		t.fail("campaign", err)
	}
	t.printf("campaign: %v", rep)
	t.printf("campaign: heaps %+v, error: %v", rep.Heaps(), rep.Err())
	t.printf("campaign: failed %d, quiet %d, cleanup %q, worst %d", rep.Failed(), rep.Quiet(), rep.Cleanup(), rep.Worst())
	t.printf("campaign: bill: %v", rep.Bill())
}

func (t *tour) queue(ctx context.Context) {
	q := queue.New(t.api, t.pause)
	var jobs []*queue.Job
	for _, to := range []string{"60120000001", "", "60120000002"} {
		jobs = append(jobs, q.Add(geniq.Message{From: "SHOP", To: to, Text: "reminder"}))
	}
	t.printf("queue: sent %d, dead %q, waited %v", q.Run(ctx), q.Dead(), t.waited)
	for _, j := range jobs {
		t.printf("queue: %q: attempts %d, code %d, held %t", j.Message.To, j.Attempts, j.LastCode, j.Held)
		t.printf("queue: %q: to blame is %s", j.Message.To, j.Blame())
	}

	stopped := queue.New(t.api, func(context.Context, time.Duration) error { return context.Canceled })
	j := stopped.Add(geniq.Message{From: "SHOP", To: "60120000003", Text: "too late"})
	t.printf("queue: stopped: sent %d, attempts %d, code %d", stopped.Run(ctx), j.Attempts, j.LastCode)
}

// counted counts what is asked for.
type counted struct {
	*geniq.Client
	asked int
}

func (c *counted) Submit(ctx context.Context, m geniq.Message) (geniq.Receipt, error) {
	c.asked++
	return c.Client.Submit(ctx, m)
}

func (t *tour) resend(ctx context.Context) {
	api := &counted{Client: t.api}
	r := resend.New(api, t.pause)
	m := geniq.Message{From: "SHOP", To: "60120000004", Text: "once more"}
	for _, way := range []struct {
		name string
		send func(context.Context, geniq.Message) error
	}{
		{"now", r.Now}, {"patient", r.Patient}, {"jump", r.Jump}, {"deep", r.Deep},
		{"listed", r.Listed}, {"asked", r.Asked}, {"helped", r.Helped}, {"backed", r.Backed},
	} {
		api.asked = 0
		err := way.send(ctx, m)
		t.printf("resend: %s: asked %d, error: %v", way.name, api.asked, err)
	}
	api.asked = 0
	b, err := newBroker(m)
	if err == nil {
		err = r.Work(ctx, b.out)
	}
	t.printf("resend: work: asked %d, error: %v", api.asked, err)
	t.printf("others: all: %v", r.AllNumbers(ctx, m, "60120000005", "60120000006"))
	t.printf("others: fallback: %v", r.Fallback(ctx, m, "60120000009"))
	t.printf("others: credit: %v", r.Credit(ctx, m, func(context.Context) error { return nil }))
}

func (t *tour) templates(ctx context.Context) {
	t.waited = 0
	results, err := templates.NewManager(t.api, t.pause).Sync(ctx, []geniq.Template{
		{Name: "welcome", Language: "en", Body: "hi"},
		{Name: "empty", Language: "en"},
		{Name: "order", Language: "en", Body: "your order"},
		{Name: "refund", Language: "en", Body: "your money"},
	})
	if err != nil {
		t.printf("templates: error: %v", err)
	}
	for _, r := range results {
		t.printf("templates: %s: id %q, code %d, todo %q, team %q", r.Name, r.ID, r.Code, r.Todo, r.Team())
	}
	t.printf("templates: waited %v", t.waited)
}

func (t *tour) stats() {
	s := t.api.Stats()
	t.printf("stats: sent %d, lost %d, calm %t", s.Sent(), s.Lost(), s.Calm())
}

// reports runs the web hook for as long as reports come in.
func (t *tour) reports(context.Context) error {
	store := new(webhook.Store)
	hook := webhook.New(store, func(why string) { t.printf("alarm: %s", why) })
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: hook}
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

	for _, rec := range store.All() {
		t.printf("report: %v, again in %v, calls %q", rec, store.Again(rec.ID), store.Calls(rec.ID))
	}
	for _, rec := range store.All() {
		t.printf("report: %s: urgent %t", rec.ID, webhook.Urgent("reasonCode="+rec.Reason.Wire()))
	}
	t.printf("report: %v", store.Get("lost-1"))
	t.printf("report: reasons %d, away %d, trouble %q", store.Reasons(), store.Away(), store.Trouble())
	return nil
}
