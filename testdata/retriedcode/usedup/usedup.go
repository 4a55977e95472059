// Package usedup has something else to do when all tries are made: the next recipient, another provider, a mark in a list. A
// fix has the program go on there at once.
package usedup

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 3

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// A worker sends what it is given, and knows what became of it.
type worker struct {
	c      *api.Client
	states map[string]string
	tries  int
}

func newWorker(c *api.Client) *worker { return &worker{c: c, states: make(map[string]string)} }

func (w *worker) send(ctx context.Context, m api.Message) (reply, error) {
	var r reply
	err := w.c.Post(ctx, "/sms", m, &r)
	return r, err
}

// state says whether a message was sent.
func (w *worker) state(m api.Message) error {
	if w.states[m.To] != "sent" {
		return errors.New(m.To + " is " + w.states[m.To])
	}
	return nil
}

// Each tries each of some messages.
func Each(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	w.each(ctx, []api.Message{m})
	return w.state(m)
}

func (w *worker) each(ctx context.Context, batch []api.Message) {
	for _, m := range batch {
		for attempt := 1; attempt <= maxTries; attempt++ { // want "and 10 more of class never"
			r, err := w.send(ctx, m)
			if err != nil {
				log.Printf("%s: %v", m.To, err)
				break
			}
			if r.Code == codes.ResponseSuccess {
				w.states[m.To] = "sent"
				break
			}
			w.states[m.To] = "refused with " + r.Code.Wire()
			log.Printf("try %d: %v", attempt, r.Code)
			time.Sleep(time.Duration(attempt) * w.c.Unit)
		}
	}
}

// Delays waits longer and longer, in the branch that goes round.
func Delays(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	for _, m := range []api.Message{m} {
		last := codes.ResponseSuccess
		for _, d := range []time.Duration{0, c.Unit, 2 * c.Unit} { // want "and 10 more of class never"
			r, err := w.send(ctx, m)
			if err != nil {
				return err
			}
			if last = r.Code; r.Code != codes.ResponseSuccess {
				log.Printf("refused: %v", r.Code)
				time.Sleep(d)
				continue
			}
			w.states[m.To] = "sent"
			break
		}
		if last != codes.ResponseSuccess {
			w.states[m.To] = "dead"
		}
	}
	return w.state(m)
}

// While asks for the code in the loop's condition, too.
func While(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	code := codes.ResponseSystemError
	for i := 0; i < maxTries && code != codes.ResponseSuccess; i++ { // want "and 10 more of class never"
		r, err := w.send(ctx, m)
		if err != nil {
			return err
		}
		code = r.Code
	}
	w.states[m.To] = "sent"
	if code != codes.ResponseSuccess {
		w.states[m.To] = "dead"
	}
	return w.state(m)
}

// Few goes round for a code that it should not.
func Few(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	for range maxTries { // want "for 11 InvalidRecipient of class never"
		r, err := w.send(ctx, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			w.states[m.To] = "sent"
			break
		}
		if !r.Code.Retryable() && r.Code != codes.ResponseInvalidRecipient {
			break
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(c.Unit):
		}
	}
	return w.state(m)
}

// Pauses makes a long pause after some tries, but not for what stays.
func Pauses(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	for range 2 {
		code := codes.ResponseSuccess
		for range 2 { // want "and 10 more of class never"
			r, err := w.send(ctx, m)
			if err != nil {
				return err
			}
			if code = r.Code; code == codes.ResponseSuccess {
				return nil
			}
			time.Sleep(c.Unit)
		}
		if !code.Retryable() {
			w.states[m.To] = "dead"
			break
		}
		time.Sleep(5 * c.Unit)
	}
	return w.state(m)
}

// PausesAgain makes it for any code, and sends again: who leaves the inner loop alone has not done enough.
func PausesAgain(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	for range 2 {
		for range 2 { // want "and 10 more of class never"
			r, err := w.send(ctx, m)
			if err != nil {
				return err
			}
			if r.Code == codes.ResponseSuccess {
				return nil
			}
			time.Sleep(c.Unit)
		}
		time.Sleep(5 * c.Unit)
	}
	return w.state(m)
}

// Last sends a last time when the tries are used up.
func Last(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	for range maxTries { // want "and 10 more of class never"
		r, err := w.send(ctx, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			w.states[m.To] = "sent"
			return nil
		}
	}
	w.states[m.To] = "last"
	_, err := w.send(ctx, m)
	return err
}

// Counted marks a message by how often it was tried: for one that was not, nothing would be done.
func Counted(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	tries := 0
	for tries < maxTries { // want "and 10 more of class never"
		r, err := w.send(ctx, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			w.states[m.To] = "sent"
			break
		}
		tries++
	}
	if tries == maxTries {
		w.states[m.To] = "dead"
	}
	return w.state(m)
}

// CountedWithin does so in the last round.
func CountedWithin(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	for i := 0; i < maxTries; i++ { // want "and 10 more of class never"
		r, err := w.send(ctx, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			w.states[m.To] = "sent"
			break
		}
		if i == maxTries-1 {
			w.states[m.To] = "dead"
		}
	}
	return w.state(m)
}

// CountedTries counts in a field, at which others may look.
func CountedTries(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	for i := 0; i < maxTries; i++ { // want "and 10 more of class never"
		r, err := w.send(ctx, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			w.states[m.To] = "sent"
			break
		}
		w.tries++
	}
	if w.tries == maxTries {
		w.states[m.To] = "dead"
	}
	return w.state(m)
}

// Sure takes the end of the loop for a success.
func Sure(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	left := maxTries
	code := codes.ResponseSystemError
	for code != codes.ResponseSuccess { // want "and 10 more of class never"
		r, err := w.send(ctx, m)
		if err != nil {
			return err
		}
		code = r.Code
		if left--; left == 0 {
			return errors.New("given up")
		}
	}
	w.states[m.To] = "sent"
	return w.state(m)
}

// Right goes on with the next one as soon as there is no hope.
func Right(ctx context.Context, c *api.Client, m api.Message) error {
	w := newWorker(c)
	for _, m := range []api.Message{m} {
		for range maxTries {
			r, err := w.send(ctx, m)
			if err != nil {
				return err
			}
			if r.Code == codes.ResponseSuccess {
				w.states[m.To] = "sent"
			}
			if !r.Code.Retryable() {
				break
			}
			time.Sleep(c.Unit)
		}
	}
	return w.state(m)
}
