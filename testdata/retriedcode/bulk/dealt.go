package bulk

import (
	"context"
	"slices"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Senders asks with another sender each time.
func Senders(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for _, from := range []string{m.From, "INFO"} {
		r, err := sendAll(ctx, c, batch{from, to, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		for _, o := range r.Details.Recipients {
			if o.Code != codes.ResponseSuccess {
				failed = append(failed, o.To)
			}
		}
		if to = failed; len(to) == 0 {
			return nil
		}
	}
	return errLeft
}

// Shortened shortens the text for those who have failed.
func Shortened(ctx context.Context, c *api.Client, m api.Message) error {
	b := batch{m.From, many(m), m.Text}
	for range 2 {
		r, err := sendAll(ctx, c, b)
		if err != nil {
			return err
		}
		var failed []string
		for _, o := range r.Details.Recipients {
			if o.failed() {
				failed = append(failed, o.To)
			}
		}
		if len(failed) == 0 {
			return nil
		}
		b.To, b.Text = failed, b.Text[:len(b.Text)-1]
	}
	return errLeft
}

// Stopped is over once one was refused.
func Stopped(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for range maxRounds {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		refused := false
		for _, o := range r.Details.Recipients {
			if o.Code == codes.ResponseSuccess {
				continue
			}
			if !o.Code.Retryable() {
				refused = true
			}
			failed = append(failed, o.To)
		}
		if refused || len(failed) == 0 {
			return nil
		}
		to = failed
	}
	return errLeft
}

// StoppedLast is over if the last one was refused.
func StoppedLast(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for range maxRounds {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		var last codes.ResponseCode
		for _, o := range r.Details.Recipients {
			if o.failed() {
				failed, last = append(failed, o.To), o.Code
			}
		}
		if !last.Retryable() {
			return last.Err()
		}
		to = failed
	}
	return errLeft
}

// StoppedNoted is over if one of those that failed, of whom it has noted why, was refused.
func StoppedNoted(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for range maxRounds {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		why := make(map[codes.ResponseCode]int)
		for _, o := range r.Details.Recipients {
			if o.failed() {
				why[o.Code]++
				failed = append(failed, o.To)
			}
		}
		for code := range why {
			if !code.Retryable() {
				return code
			}
		}
		to = failed
	}
	return errLeft
}

// Sifted takes out afterwards who was refused.
func Sifted(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	refused := make(map[string]bool)
	for n := 0; n < maxRounds && len(to) > 0; n++ {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		for _, o := range r.Details.Recipients {
			if o.failed() {
				refused[o.To] = !o.Code.Retryable()
				failed = append(failed, o.To)
			}
		}
		to = slices.DeleteFunc(failed, func(to string) bool { return refused[to] })
	}
	return nil
}

// Blocked passes over who was refused before.
func Blocked(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	blocked := make(map[string]bool)
	for n := 0; n < maxRounds && len(to) > 0; n++ {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		to = nil
		for _, o := range r.Details.Recipients {
			blocked[o.To] = !o.Code.Retryable()
			if !blocked[o.To] {
				to = append(to, o.To)
			}
		}
	}
	return nil
}

// Told asks somebody who may know.
func Told(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for n := 0; n < maxRounds && len(to) > 0; n++ {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		for _, o := range r.Details.Recipients {
			if o.failed() && knows[o.Code.String()] {
				failed = append(failed, o.To)
			}
		}
		to = failed
	}
	return nil
}

var knows = map[string]bool{}

func init() { knows[codes.ResponseSystemError.String()] = true }

// Chunks sends each part once.
func Chunks(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []string
	for to := range slices.Chunk(many(m), 2) {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		for _, o := range r.Details.Recipients {
			if o.failed() {
				failed = append(failed, o.To)
			}
		}
	}
	if len(failed) > 0 {
		return errLeft
	}
	return nil
}

// Corrected corrects the numbers of those who have failed.
func Corrected(ctx context.Context, c *api.Client, m api.Message) error {
	to := many(m)
	for n := 0; n < 2 && len(to) > 0; n++ {
		r, err := sendAll(ctx, c, batch{m.From, to, m.Text})
		if err != nil {
			return err
		}
		var failed []string
		for _, o := range r.Details.Recipients {
			if o.failed() {
				failed = append(failed, corrected(o.To))
			}
		}
		to = failed
	}
	return nil
}

func corrected(number string) string { return "+" + number }
