package loops

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Ticker tries again at every tick.
func Ticker(ctx context.Context, c *api.Client, m api.Message) error {
	tick := time.NewTicker(c.Unit)
	defer tick.Stop()
	for range tick.C { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return nil
}

// TickerRetryable leaves unless the code passes.
func TickerRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	tick := time.NewTicker(c.Unit)
	defer tick.Stop()
	for range tick.C {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !r.Code.Retryable() {
			return r.Code.Err()
		}
	}
	return nil
}

// Select waits for the clock or the end.
func Select(ctx context.Context, c *api.Client, m api.Message) error {
	tick := time.NewTicker(c.Unit)
	defer tick.Stop()
	for { // want "and 10 more of class never"
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
			r, err := send(ctx, c, m)
			if err != nil {
				return err
			}
			if r.Code == codes.ResponseSuccess {
				return nil
			}
		}
	}
}

// SelectAfter sends first and waits then.
func SelectAfter(ctx context.Context, c *api.Client, m api.Message) error {
	for wait := c.Unit; wait < 100*c.Unit; wait *= 2 { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return errGivenUp
}

// SelectRetryable waits only where it helps.
func SelectRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	for wait := c.Unit; wait < 100*c.Unit; wait *= 2 {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess || !r.Code.Retryable() {
			return r.Code.Err()
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
		}
	}
	return errGivenUp
}
