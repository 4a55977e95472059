package loops

import (
	"context"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Forever ends when the message is out.
func Forever(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		log.Printf("message to %s: code %d, error %v", m.To, r.Code, err)
		time.Sleep(c.Unit)
	}
}

// ForeverBreak is the same with a break, and the test the other way round.
func ForeverBreak(ctx context.Context, c *api.Client, m api.Message) error {
	var id string
	for { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			if err := c.Pause(ctx, 1); err != nil {
				return err
			}
			continue
		}
		id = r.MessageID
		break
	}
	log.Printf("message %s is out", id)
	return nil
}

// ForeverVerdict says for every code what happens to it.
func ForeverVerdict(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch r.Code.Retry() {
		case codes.RetryNotNeeded:
			return nil
		case codes.RetryWithBackoff:
			if err := c.Pause(ctx, 1); err != nil {
				return err
			}
		default:
			return r.Code.Err()
		}
	}
}

// ForeverKept keeps the outcome of the test in a boolean.
func ForeverKept(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		sent := r.Code == codes.ResponseSuccess
		if sent {
			return nil
		}
		time.Sleep(c.Unit)
	}
}

// ForeverKeptTransient keeps another test.
func ForeverKeptTransient(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		busy := r.Code == codes.ResponseThrottlingRateExceeded || r.Code == codes.ResponseSystemError
		if !busy {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
}
