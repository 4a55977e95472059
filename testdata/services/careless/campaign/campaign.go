// Package campaign sends one text to a list of numbers.
package campaign

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"example.test/programs/services/careless/geniq"
)

const chunkSize = 100

// ErrNight is a campaign that would wake people up.
var ErrNight = errors.New("campaign: not at night")

// API is the part of the client that campaigns need.
type API interface {
	SendSMS(context.Context, geniq.Message) (string, error)
	SendBatch(context.Context, geniq.Batch) ([]geniq.Recipient, error)
}

// Campaign is a text and the numbers that it goes to.
type Campaign struct {
	Name string
	From string
	Text string
	To   []string
}

// Runner runs campaigns.
type Runner struct {
	api API
	now func() time.Time
}

// NewRunner returns a runner.
func NewRunner(api API, now func() time.Time) *Runner {
	return &Runner{api: api, now: now}
}

// Run sends a campaign. There is a report even if there is an error.
func (r *Runner) Run(ctx context.Context, c Campaign) (*Report, error) {
	rep := &Report{Name: c.Name}
	if h := r.now().Hour(); h < 8 || h > 21 {
		return rep, ErrNight
	}
	to := clean(rep, c.To)
	for len(to) > 0 {
		n := min(len(to), chunkSize)
		if err := r.chunk(ctx, c, to[:n], rep); err != nil {
			return rep, fmt.Errorf("campaign: %w", err)
		}
		to = to[n:]
	}
	return rep, nil
}

// clean takes out what cannot be a number, and what is in the list twice.
func clean(rep *Report, list []string) []string {
	var to []string
	seen := make(map[string]int)
	for _, number := range list {
		seen[number]++
		if len(number) < 5 || strings.Trim(number, "0123456789") != "" {
			rep.add(Line{To: number, Code: 11}) // want "magiccode: .*InvalidRecipient"
			continue
		}
		if seen[number] > 1 {
			rep.add(Line{number, 16}) // want "magiccode: .*DuplicateDestination"
			continue
		}
		to = append(to, number)
	}
	return to
}

func (r *Runner) chunk(ctx context.Context, c Campaign, to []string, rep *Report) error {
	recipients, err := r.api.SendBatch(ctx, geniq.Batch{From: c.From, To: to, Text: c.Text})
	if err != nil {
		return err
	}
	var again []string
	for _, rcp := range recipients {
		if late(rcp) {
			again = append(again, rcp.To)
			continue
		}
		line := Line{To: rcp.To}
		line.Code = rcp.ResponseCode
		if line.Code == 14 { // want "magiccode: .*RouteLimitedByAccount"
			line.Code = 10 // want "magiccode: .*CouldNotRoute"
		}
		rep.add(line)
	}
	for _, line := range r.sendLate(ctx, c, again) {
		rep.add(line)
	}
	return nil
}
