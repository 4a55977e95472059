// Package closing does something when the rounds are over: who leaves earlier would leave that undone, so there is no fix. Where
// nothing is left undone there is one.
package closing

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 4

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

var errGivenUp = errors.New("given up")

// A ledger knows what has become of each message.
type ledger struct{ states map[string]string }

func (l *ledger) mark(m api.Message, state string) { l.states[m.To] = state }

func newLedger() *ledger { return &ledger{make(map[string]string)} }

// Marked marks the message as failed behind the loop.
func Marked(ctx context.Context, c *api.Client, m api.Message) error {
	l := newLedger()
	for range maxTries { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			l.mark(m, "sent")
			return nil
		}
	}
	l.mark(m, "failed")
	return errGivenUp
}

// MarkedWithin does so in the loop.
func MarkedWithin(ctx context.Context, c *api.Client, m api.Message) error {
	l := newLedger()
	for n := 1; ; n++ { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if n == maxTries {
			l.mark(m, "failed")
			return errGivenUp
		}
	}
}

// MarkedAgain does so before it would call itself.
func MarkedAgain(ctx context.Context, c *api.Client, m api.Message) error {
	return markedAgain(ctx, c, m, newLedger(), maxTries)
}

func markedAgain(ctx context.Context, c *api.Client, m api.Message, l *ledger, left int) error {
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	if left == 0 {
		l.mark(m, "failed")
		return errGivenUp
	}
	return markedAgain(ctx, c, m, l, left-1) // want "and 10 more of class never"
}

// MarkedSent marks only what was sent: nothing is left undone.
func MarkedSent(ctx context.Context, c *api.Client, m api.Message) error {
	l := newLedger()
	for n := 1; ; n++ { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			l.mark(m, "sent")
			return nil
		}
		if n == maxTries {
			return errGivenUp
		}
	}
}

// Reported tells a channel at the end.
func Reported(ctx context.Context, c *api.Client, m api.Message) error {
	done := make(chan error, 1)
	_ = report(ctx, c, m, done)
	return <-done
}

func report(ctx context.Context, c *api.Client, m api.Message, done chan<- error) error {
	for range maxTries { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			done <- err
			return err
		}
		if r.Code == codes.ResponseSuccess {
			done <- nil
			return nil
		}
	}
	done <- errGivenUp
	return errGivenUp
}

// Other asks for another way when this one is worn out.
func Other(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return call(ctx, c, m)
}

func call(ctx context.Context, c *api.Client, m api.Message) error {
	return c.Post(ctx, "/call", m, new(reply))
}

// Deferred has a deferred function look at a variable that no return sets.
func Deferred(ctx context.Context, c *api.Client, m api.Message) error {
	l := newLedger()
	var err error
	defer func() {
		if err != nil {
			l.mark(m, "failed")
		}
	}()
	for range maxTries { // want "and 10 more of class never"
		var r reply
		if r, err = send(ctx, c, m); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	err = errGivenUp
	return err
}

// DeferredNamed has it look at what the function returns.
func DeferredNamed(ctx context.Context, c *api.Client, m api.Message) (err error) {
	l := newLedger()
	defer func() {
		if err != nil {
			l.mark(m, "failed")
		}
	}()
	for range maxTries { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// Numbered says how often it has tried.
func Numbered(ctx context.Context, c *api.Client, m api.Message) error {
	n, err := numbered(ctx, c, m)
	if err != nil {
		return fmt.Errorf("after %d: %w", n, err)
	}
	return nil
}

func numbered(ctx context.Context, c *api.Client, m api.Message) (int, error) {
	n := 0
	for { // want "and 10 more of class never"
		n++
		r, err := send(ctx, c, m)
		if err != nil {
			return n, err
		}
		if r.Code == codes.ResponseSuccess {
			return n, nil
		}
		if n == maxTries {
			return n, errGivenUp
		}
	}
}

// Named says so by results with names.
func Named(ctx context.Context, c *api.Client, m api.Message) error {
	n, err := named(ctx, c, m)
	if err != nil {
		return fmt.Errorf("after %d: %w", n, err)
	}
	return nil
}

func named(ctx context.Context, c *api.Client, m api.Message) (n int, err error) {
	for n = 1; n <= maxTries; n++ { // want "and 10 more of class never"
		var r reply
		if r, err = send(ctx, c, m); err != nil {
			return
		}
		if r.Code == codes.ResponseSuccess {
			return
		}
	}
	err = errGivenUp
	return
}

// A result of any type, which has no zero value to write.
func Generic(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := generic(ctx, c, m, func(r reply) (int, error) { return 1, nil })
	return err
}

func generic[T any](ctx context.Context, c *api.Client, m api.Message, of func(reply) (T, error)) (T, error) {
	var zero T
	for range maxTries { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return zero, err
		}
		if r.Code == codes.ResponseSuccess {
			return of(r)
		}
	}
	return zero, errGivenUp
}
