package loops

import (
	"context"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// isOut sends, and says no more than whether the message is out.
func isOut(ctx context.Context, c *api.Client, m api.Message) bool {
	r, err := send(ctx, c, m)
	return err == nil && r.Code == codes.ResponseSuccess
}

// isSettled sends, and says whether there is nothing more to be done.
func isSettled(ctx context.Context, c *api.Client, m api.Message) bool {
	r, err := send(ctx, c, m)
	if err != nil {
		log.Print(err)
		return false
	}
	if r.Code.Retryable() {
		log.Printf("message to %s: %v", m.To, r.Code)
		return false
	}
	return true
}

// An outcome is what became of a message.
type outcome int

const (
	waiting outcome = iota
	out
	refused
)

// outcomeOf sends, and says what became of the message.
func outcomeOf(ctx context.Context, c *api.Client, m api.Message) outcome {
	r, err := send(ctx, c, m)
	switch {
	case err != nil, r.Code.Retryable():
		return waiting
	case r.Code == codes.ResponseSuccess:
		return out
	}
	return refused
}

// UntilOut sends in its condition.
func UntilOut(ctx context.Context, c *api.Client, m api.Message) error {
	for !isOut(ctx, c, m) { // want "and 10 more of class never"
		time.Sleep(c.Unit)
	}
	return nil
}

// UntilOver ends when nothing is left to be done.
func UntilOver(ctx context.Context, c *api.Client, m api.Message) error {
	for !isSettled(ctx, c, m) {
		time.Sleep(c.Unit)
	}
	return nil
}

// UntilKnown sends after each round.
func UntilKnown(ctx context.Context, c *api.Client, m api.Message) error {
	for done := false; !done; done = isOut(ctx, c, m) { // want "and 10 more of class never"
		if err := c.Pause(ctx, 1); err != nil {
			return err
		}
	}
	return nil
}

// TriesOut leaves the loop when the message is out.
func TriesOut(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "and 10 more of class never"
		if isOut(ctx, c, m) {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// TriesSettled is the same, with the other question.
func TriesSettled(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		if isSettled(ctx, c, m) {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// WhileWaiting goes on for one of three outcomes.
func WhileWaiting(ctx context.Context, c *api.Client, m api.Message) error {
	for outcomeOf(ctx, c, m) == waiting {
		time.Sleep(c.Unit)
	}
	return nil
}

// UntilOutcome goes on for two of them.
func UntilOutcome(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and 10 more of class never"
		if o := outcomeOf(ctx, c, m); o == out {
			return nil
		}
		time.Sleep(c.Unit)
	}
}
