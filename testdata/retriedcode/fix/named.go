package fix

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// addCredit buys some, whatever its name begins with.
func addCredit(ctx context.Context, c *api.Client) error { return topUp(ctx, c) }

// Adds has credit added.
func Adds(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseInsufficientCredit {
			if err := addCredit(ctx, c); err != nil {
				return err
			}
			continue
		}
		if !code.Retryable() {
			return code.Err()
		}
	}
	return errors.New("given up")
}

// A watch counts what went wrong.
type watch struct {
	log     *log.Logger
	refused int
}

// refill only sounds like something.
func (w *watch) refill(ctx context.Context, unit time.Duration) {
	w.refused++
	w.log.Printf("no credit, %d times", w.refused)
	select {
	case <-time.After(unit):
	case <-ctx.Done():
	}
}

// Refills waits, under another name.
func Refills(ctx context.Context, c *api.Client, m api.Message) error {
	w := &watch{log: log.Default()}
	for range maxTries { // want "for 6 InsufficientCredit of class fix"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseInsufficientCredit {
			w.refill(ctx, c.Unit)
			continue
		}
		if !code.Retryable() {
			return code.Err()
		}
	}
	return errors.New("given up")
}

// An alarm tells somebody.
type alarm struct{ to chan string }

func (a *alarm) warn(text string) { a.to <- text }

// Warns has somebody told who buys credit, before it goes on.
func Warns(ctx context.Context, c *api.Client, m api.Message) error {
	a := &alarm{make(chan string, maxTries)}
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseInsufficientCredit {
			a.warn("no credit")
			continue
		}
		if !code.Retryable() {
			return code.Err()
		}
	}
	return errors.New("given up")
}
