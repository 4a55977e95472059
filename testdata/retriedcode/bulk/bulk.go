// Package bulk sends one text to many, and again to those of whom the reply says that it failed.
package bulk

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxRounds = 4

var errLeft = errors.New("some are left")

// A batch is one text for many.
type batch struct {
	From string   `json:"from"`
	To   []string `json:"to"`
	Text string   `json:"text"`
}

// An outcome is what came of it for one of them.
type outcome struct {
	To   string             `json:"to"`
	Code codes.ResponseCode `json:"responseCode"`
}

func (o outcome) failed() bool { return o.Code != codes.ResponseSuccess }

type reply struct {
	Code    codes.ResponseCode `json:"responseCode"`
	Details struct {
		Recipients []outcome `json:"recipients"`
	} `json:"details"`
}

func sendAll(ctx context.Context, c *api.Client, b batch) (*reply, error) {
	r := new(reply)
	if err := c.Post(ctx, "/batch_sms", b, r); err != nil {
		return nil, err
	}
	return r, r.Code.Err()
}

// many are the one to whom a message goes, and one before.
func many(m api.Message) []string { return []string{"60120000000", m.To} }

// Failed keeps those who have failed for the next round.
func Failed(ctx context.Context, c *api.Client, m api.Message) error {
	pending := many(m)
	for n := 0; n < maxRounds && len(pending) > 0; n++ {
		r, err := sendAll(ctx, c, batch{m.From, pending, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		for _, o := range r.Details.Recipients {
			if o.Code != codes.ResponseSuccess {
				failed = append(failed, o.To) // want `this puts the request back, to be sent again \(line 55\), for 1 InvalidCredentials, .* and 10 more of class never`
			}
		}
		pending = failed
		c.Pause(ctx, 1)
	}
	return nil
}

// FailedPassing keeps those for whom it may pass.
func FailedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	pending := many(m)
	for n := 0; n < maxRounds && len(pending) > 0; n++ {
		r, err := sendAll(ctx, c, batch{m.From, pending, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		for _, o := range r.Details.Recipients {
			switch {
			case o.Code == codes.ResponseSuccess:
			case o.Code.Retryable():
				failed = append(failed, o.To)
			default:
				slog.Debug("refused", "to", o.To, "code", o.Code)
			}
		}
		pending = failed
		c.Pause(ctx, 1)
	}
	return nil
}

// Emptied keeps them in the request itself.
func Emptied(ctx context.Context, c *api.Client, m api.Message) error {
	b := batch{From: m.From, To: many(m), Text: m.Text}
	for range maxRounds {
		var r reply
		if err := c.Post(ctx, "/batch_sms", b, &r); err != nil {
			return err
		}
		b.To = b.To[:0]
		for _, o := range r.Details.Recipients {
			if o.Code == codes.ResponseSuccess || o.Code == codes.ResponseInvalidRecipient {
				continue
			}
			slog.Debug("failed", "to", o.To, "code", o.Code)
			b.To = append(b.To, o.To) // want "10 CouldNotRoute and 9 more of class never"
		}
		if len(b.To) == 0 {
			return nil
		}
	}
	return errLeft
}

// EmptiedPassing keeps those whose code is listed.
func EmptiedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	b := batch{From: m.From, To: many(m), Text: m.Text}
	for range maxRounds {
		var r reply
		if err := c.Post(ctx, "/batch_sms", b, &r); err != nil {
			return err
		}
		b.To = nil
		for _, o := range r.Details.Recipients {
			if slices.Contains(passing, o.Code) {
				b.To = append(b.To, o.To)
			}
		}
		if len(b.To) == 0 {
			return nil
		}
	}
	return errLeft
}

var passing = []codes.ResponseCode{codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError}

// Listed keeps those whose code is in a longer list.
func Listed(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for len(to) > 0 {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		next := make([]string, 0, len(to))
		for _, o := range r.Details.Recipients {
			if slices.Contains(worthIt, o.Code) {
				next = append(next, o.To)
			}
		}
		to = append(to[:0], next...)
	}
	return nil
}

var worthIt = []codes.ResponseCode{codes.ResponseThrottlingRateExceeded, codes.ResponseInvalidRecipient} // want "11 InvalidRecipient .* is of class never"

// Indexed asks by index, and keeps whom it has asked for.
func Indexed(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for range maxRounds {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		var again []string
		for i := range r.Details.Recipients {
			if r.Details.Recipients[i].Code != codes.ResponseSuccess {
				again = append(again, to[i]) // want "and 10 more of class never"
			}
		}
		if len(again) == 0 {
			return nil
		}
		to = again
	}
	return errLeft
}

// Picked has a function pick them.
func Picked(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for n := 0; n < maxRounds && len(to) > 0; n++ {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		to = failedOf(r)
	}
	return nil
}

func failedOf(r *reply) []string {
	var to []string
	for _, o := range r.Details.Recipients {
		if o.failed() {
			to = append(to, o.To) // want "and 10 more of class never"
		}
	}
	return to
}

// PickedPassing has a method pick those for whom it may pass.
func PickedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for n := 0; n < maxRounds && len(to) > 0; n++ {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		to = r.passing()
	}
	return nil
}

func (r *reply) passing() (to []string) {
	for _, o := range r.Details.Recipients {
		if o.Code.Retryable() {
			to = append(to, o.To)
		}
	}
	return to
}

// PickedBy has a method pick them, and looks whether there are any.
func PickedBy(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for range maxRounds {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		rest := r.rest()
		if len(rest) == 0 {
			return nil
		}
		to = rest
	}
	return errLeft
}

func (r *reply) rest() (to []string) {
	for _, o := range r.Details.Recipients {
		if o.Code != codes.ResponseSuccess {
			to = append(to, o.To) // want "and 10 more of class never"
		}
	}
	return to
}

// PickedOnce has a function pick them, to say who they are.
func PickedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	for _, to := range [][]string{many(m)} {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		slog.Debug("failed", "to", lost(r))
	}
	return nil
}

func lost(r *reply) []string {
	var to []string
	for _, o := range r.Details.Recipients {
		if o.failed() {
			to = append(to, o.To)
		}
	}
	return to
}

// Recursive calls itself with those who have failed.
func Recursive(ctx context.Context, c *api.Client, m api.Message) error {
	return sendRest(ctx, c, m, many(m), maxRounds)
}

func sendRest(ctx context.Context, c *api.Client, m api.Message, to []string, left int) error {
	r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
	if err != nil {
		return err
	}
	var failed []string
	for _, o := range r.Details.Recipients {
		if o.Code != codes.ResponseSuccess {
			failed = append(failed, o.To) // want "and 10 more of class never"
		}
	}
	if len(failed) == 0 || left == 0 {
		return nil
	}
	c.Pause(ctx, 1)
	return sendRest(ctx, c, m, failed, left-1)
}

// RecursivePassing calls itself with those for whom it may pass.
func RecursivePassing(ctx context.Context, c *api.Client, m api.Message) error {
	return sendPassing(ctx, c, m, many(m), maxRounds)
}

func sendPassing(ctx context.Context, c *api.Client, m api.Message, to []string, left int) error {
	r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
	if err != nil || left == 0 {
		return err
	}
	if rest := r.passing(); len(rest) > 0 {
		return sendPassing(ctx, c, m, rest, left-1)
	}
	return nil
}
