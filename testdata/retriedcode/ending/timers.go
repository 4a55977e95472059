package ending

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Timer goes off once.
func Timer(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithTimeout(ctx, 10_000*c.Unit)
	defer cancel()
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
			if err := deliver(ctx, c, m); err == nil {
				return nil
			}
		}
	}
}

// TimerReset is set again for whatever comes.
func TimerReset(ctx context.Context, c *api.Client, m api.Message) error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for { // want "and 10 more of class never"
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
			if err := deliver(ctx, c, m); err == nil {
				return nil
			}
			timer.Reset(c.Unit)
		}
	}
}

// TimerPassing is set again for what passes.
func TimerPassing(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithTimeout(ctx, 20_000*c.Unit)
	defer cancel()
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if codes.ResponseCode(r.Code).Retryable() {
			timer.Reset(c.Unit)
		}
	}
}

// TimerNew is made anew for one of those that stay.
func TimerNew(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithTimeout(ctx, 20_000*c.Unit)
	defer cancel()
	timer := time.NewTimer(0)
	for { // want "for 10 CouldNotRoute of class never"
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if code := codes.ResponseCode(r.Code); code.Retryable() || code == codes.ResponseCouldNotRoute {
			timer = time.NewTimer(c.Unit)
		}
	}
}

// Again is nil unless there is something to wait for.
func Again(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithTimeout(ctx, 20_000*c.Unit)
	defer cancel()
	again := time.After(0)
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-again:
			again = nil
			r, err := post(ctx, c, m)
			if err != nil || r.Code == 0 {
				return err
			}
			if codes.ResponseCode(r.Code).Retryable() {
				again = time.After(c.Unit)
			}
		}
	}
}

// AgainAny always has something.
func AgainAny(ctx context.Context, c *api.Client, m api.Message) error {
	again := time.After(0)
	for { // want "and 10 more of class never"
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-again:
			r, err := post(ctx, c, m)
			if err != nil || r.Code == 0 {
				return err
			}
			again = time.After(c.Unit)
		}
	}
}

// Ticks come again and again.
func Ticks(ctx context.Context, c *api.Client, m api.Message) error {
	ticks := time.Tick(c.Unit)
	for { // want "and 10 more of class never"
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticks:
			if r, err := post(ctx, c, m); err != nil || r.Code == 0 {
				return err
			}
		}
	}
}

// A patient waits by a timer of its own.
type patient struct {
	timer *time.Timer
	unit  time.Duration
}

func (p *patient) wait() { p.timer.Reset(p.unit) }

// TimerHelper has a method that sets it.
func TimerHelper(ctx context.Context, c *api.Client, m api.Message) error {
	p := &patient{time.NewTimer(0), c.Unit}
	for { // want "and 10 more of class never"
		<-p.timer.C
		if r, err := post(ctx, c, m); err != nil || r.Code == 0 {
			return err
		}
		p.wait()
	}
}
