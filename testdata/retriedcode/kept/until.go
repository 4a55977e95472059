package kept

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// How long there are rounds is kept in a time, which some codes shorten.

var errLate = errors.New("too late")

// UntilEnd shortens what the loop's condition asks.
func UntilEnd(ctx context.Context, c *api.Client, m api.Message) error {
	end := time.Now().Add(time.Second)
	for time.Now().Before(end) {
		err := deliver(ctx, c, m)
		if err == nil {
			return nil
		}
		if code := codes.ResponseCode(0); errors.As(err, &code) && !code.Retryable() {
			end = time.Time{}
		}
		c.Pause(ctx, 1)
	}
	return errLate
}

// UntilLate shortens what is asked in the loop.
func UntilLate(ctx context.Context, c *api.Client, m api.Message) error {
	deadline := time.Now().Add(time.Second)
	for {
		if time.Until(deadline) < 0 {
			return errLate
		}
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		code := codes.ResponseCode(r.Code)
		if code == codes.ResponseSuccess {
			return nil
		}
		if !code.Retryable() {
			deadline = time.Now().Add(-time.Second)
		}
		c.Pause(ctx, 1)
	}
}

// UntilSame has the same time for all.
func UntilSame(ctx context.Context, c *api.Client, m api.Message) error {
	end := time.Now().Add(time.Second)
	for time.Now().Before(end) { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if codes.ResponseCode(r.Code) == codes.ResponseSuccess {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return errLate
}

// UntilStopped stops the clock.
func UntilStopped(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithTimeout(ctx, 250*time.Millisecond)
	defer cancel()
	t := time.NewTicker(c.Unit)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
			r, err := post(ctx, c, m)
			if err != nil {
				return err
			}
			code := codes.ResponseCode(r.Code)
			if code == codes.ResponseSuccess {
				return nil
			}
			if !code.Retryable() {
				t.Stop()
			}
		}
	}
}

// UntilStoppedOnce stops it for one code.
func UntilStoppedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithTimeout(ctx, 250*time.Millisecond)
	defer cancel()
	t := time.NewTicker(c.Unit)
	defer t.Stop()
	for { // want "and 9 more of class never"
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-t.C:
			r, err := post(ctx, c, m)
			if err != nil {
				return err
			}
			code := codes.ResponseCode(r.Code)
			if code == codes.ResponseSuccess {
				return nil
			}
			if code == codes.ResponseInvalidRecipient {
				t.Stop()
			}
		}
	}
}
