// Package campaign sends one text to many people and keeps book of who got it.
package campaign

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"text/template"
	"time"

	"example.test/programs/notify/geniq"
)

const (
	chunkSize = 100
	workers   = 4
)

var (
	ErrQuietHours = errors.New("campaign: not at this hour")
	ErrNoCredit   = errors.New("campaign: out of credit")
)

// Sender is what a campaign needs of the messaging API.
type Sender interface {
	SendSMS(ctx context.Context, m geniq.SMS) (*geniq.SMSReply, error)
	SendBatch(ctx context.Context, b geniq.Batch) (*geniq.BatchReply, error)
}

// Campaign is a text and the people it is for.
type Campaign struct {
	Name       string
	From       string
	Text       string // {{.Name}} is the campaign's
	Recipients []string
}

// Runner runs campaigns, one after the other.
type Runner struct {
	api     Sender
	optOuts *OptOuts
	now     func() time.Time
}

// NewRunner returns a runner that respects, and adds to, optOuts.
func NewRunner(api Sender, optOuts *OptOuts, now func() time.Time) *Runner {
	return &Runner{api: api, optOuts: optOuts, now: now}
}

// Run sends the campaign and reports what became of it. The report is of use
// even if there is an error.
func (r *Runner) Run(ctx context.Context, c Campaign) (*Report, error) {
	rep := &Report{Name: c.Name, byOutcome: map[Outcome][]string{}}
	if quiet(r.now()) {
		return rep, ErrQuietHours
	}
	text, err := render(c)
	if err != nil {
		return rep, err
	}

	to := slices.DeleteFunc(slices.Clone(c.Recipients), r.optOuts.Blocked)
	for chunk := range slices.Chunk(to, chunkSize) {
		reply, err := r.api.SendBatch(ctx, geniq.Batch{From: c.From, To: chunk, Text: text})
		var apiErr *geniq.APIError
		if errors.As(err, &apiErr) && apiErr.ResponseCode == 6 { // want "magiccode: .*InsufficientCredit"
			return rep, ErrNoCredit
		}
		if err != nil {
			return rep, fmt.Errorf("campaign %s: %w", c.Name, err)
		}
		for _, rcp := range reply.Details.Recipients {
			r.optOuts.Note(rcp)
			rep.add(rcp)
		}
	}
	return rep, r.sendLate(ctx, c.From, text, rep)
}

type result struct {
	to    string
	reply *geniq.SMSReply
	err   error
}

// sendLate gives those who fell behind in their batch a message of their own.
func (r *Runner) sendLate(ctx context.Context, from, text string, rep *Report) error {
	late := rep.byOutcome[Later]
	if len(late) == 0 {
		return nil
	}
	delete(rep.byOutcome, Later)

	jobs, results := make(chan string), make(chan result)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for to := range jobs {
				reply, err := r.api.SendSMS(ctx, geniq.SMS{From: from, To: to, Text: text})
				results <- result{to, reply, err}
			}
		})
	}
	go func() {
		for _, to := range late {
			jobs <- to
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()

	var errs []error
	for res := range results {
		if res.err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", res.to, res.err))
			continue
		}
		code := res.reply.ResponseCode
		if code == 0 { // want "magiccode: .*Success"
			rep.put(Sent, res.to)
		} else if 15 == code { // want "magiccode: .*SubscriberBlockedService"
			rep.put(OptedOut, res.to)
		} else {
			rep.put(Failed, res.to)
		}
	}
	return errors.Join(errs...)
}

// quiet tells whether people are asleep. On Sundays they sleep longer.
func quiet(t time.Time) bool {
	h := t.Hour()
	if t.Weekday() == 0 && h == 10 {
		return true
	}
	return h == 22 || h == 23 || h < 8
}

func render(c Campaign) (string, error) {
	t, err := template.New(c.Name).Parse(c.Text)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = t.Execute(&b, c)
	return b.String(), err
}
