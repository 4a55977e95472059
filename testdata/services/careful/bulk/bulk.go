// Package bulk sends one message to many people.
package bulk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"example.test/programs/services/careful/msgapi"
	"github.com/errcodelint/errcodelint/codes"
)

const (
	chunkSize = 100
	workers   = 4
	opens     = 8
	closes    = 22
)

// ErrQuietHours is a campaign at a time when people sleep.
var ErrQuietHours = errors.New("bulk: quiet hours")

// API is what is needed of the client.
type API interface {
	SendSMS(context.Context, msgapi.SMS) (string, error)
	SendBatch(context.Context, msgapi.Batch) ([]msgapi.Recipient, error)
}

// Campaign is a message and who is to get it.
type Campaign struct {
	Name string
	From string
	Text string
	To   []string
}

// Report counts outcomes and codes.
type Report struct {
	Name     string
	Outcomes map[Outcome][]string
	Codes    map[codes.ResponseCode]int
}

func (r *Report) add(to string, code codes.ResponseCode) {
	r.Codes[code]++
	o := outcomeOf(code)
	r.Outcomes[o] = append(r.Outcomes[o], to)
}

// Summary is one line for the person who pressed the button.
func (r *Report) Summary() string {
	var parts []string
	for o := Sent; o <= Unknown; o++ {
		if to := r.Outcomes[o]; len(to) != 0 {
			parts = append(parts, fmt.Sprintf("%v %s", o, strings.Join(to, " ")))
		}
	}
	if n := r.Codes[codes.ResponseInsufficientCredit]; n > 0 {
		parts = append(parts, fmt.Sprintf("top up for %d more", n))
	}
	return r.Name + ": " + strings.Join(parts, "; ")
}

// Runner runs campaigns.
type Runner struct {
	api API
	now func() time.Time
}

// NewRunner returns a runner.
func NewRunner(api API, now func() time.Time) *Runner { return &Runner{api: api, now: now} }

// Run sends a campaign. The report is good even if there is an error.
func (r *Runner) Run(ctx context.Context, c Campaign) (*Report, error) {
	rep := &Report{
		Name:     c.Name,
		Outcomes: make(map[Outcome][]string),
		Codes:    make(map[codes.ResponseCode]int),
	}
	if h := r.now().Hour(); h < opens || h >= closes {
		return rep, ErrQuietHours
	}
	for chunk := range slices.Chunk(valid(rep, c.To), chunkSize) {
		recipients, err := r.api.SendBatch(ctx, msgapi.Batch{From: c.From, To: chunk, Text: c.Text})
		if err != nil {
			return rep, fmt.Errorf("bulk: %w", err)
		}
		var late []string
		for _, rcp := range recipients {
			if outcomeOf(rcp.Code).Final() {
				rep.add(rcp.To, rcp.Code)
			} else {
				late = append(late, rcp.To)
			}
		}
		if err := r.sendLate(ctx, c, late, rep); err != nil {
			return rep, err
		}
	}
	return rep, nil
}

// valid leaves out what cannot be a number, and what is there twice.
func valid(rep *Report, list []string) []string {
	var to []string
	for _, number := range list {
		switch {
		case len(number) < 5 || strings.Trim(number, "0123456789") != "":
			rep.add(number, codes.ResponseInvalidRecipient)
		case slices.Contains(to, number):
			rep.add(number, codes.ResponseDuplicateDestination)
		default:
			to = append(to, number)
		}
	}
	return to
}

// sendLate gives those whom the batch did not reach a message of their own.
// There is no third try: that is what a later campaign is for.
func (r *Runner) sendLate(ctx context.Context, c Campaign, to []string, rep *Report) error {
	errs := make([]error, len(to))
	limit := make(chan struct{}, workers)
	var wg sync.WaitGroup
	for i, number := range to {
		limit <- struct{}{}
		wg.Go(func() {
			defer func() { <-limit }()
			_, errs[i] = r.api.SendSMS(ctx, msgapi.SMS{From: c.From, To: number, Text: c.Text})
		})
	}
	wg.Wait()

	for i, err := range errs {
		var code codes.ResponseCode
		switch {
		case err == nil:
			rep.add(to[i], codes.ResponseSuccess)
		case errors.As(err, &code):
			rep.add(to[i], code)
		default:
			return fmt.Errorf("bulk: %w", err)
		}
	}
	return nil
}
