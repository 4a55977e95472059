// Package channels sends by whichever channel somebody has chosen: each asks the API in a way of its own, and has its own errors.
package channels

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 3

var errGivenUp = errors.New("given up")

// A Channel leads to somebody.
type Channel interface {
	Notify(ctx context.Context, to, text string) error
}

// Deliver sends by a text.
func Deliver(ctx context.Context, c *api.Client, m api.Message) error {
	return deliver(ctx, choose(c, m), m)
}

func deliver(ctx context.Context, ch Channel, m api.Message) error {
	var err error
	for range maxTries { // want "and 10 more of class never"
		if err = ch.Notify(ctx, m.To, m.Text); err == nil {
			return nil
		}
	}
	return err
}

// DeliverCarefully asks both errors.
func DeliverCarefully(ctx context.Context, c *api.Client, m api.Message) error {
	ch := choose(c, m)
	var err error
	for range maxTries {
		if err = ch.Notify(ctx, m.To, m.Text); err == nil {
			return nil
		}
		var text *textError
		if errors.As(err, &text) && !text.code.Retryable() {
			return err
		}
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// DeliverText knows that it is a text, and asks its error alone.
func DeliverText(ctx context.Context, c *api.Client, m api.Message) error {
	var ch Channel = texts{c, m.From}
	for range maxTries {
		err := ch.Notify(ctx, m.To, m.Text)
		if err == nil {
			return nil
		}
		var text *textError
		if errors.As(err, &text) && !text.code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// DeliverFinal has a predicate of the package asked.
func DeliverFinal(ctx context.Context, c *api.Client, m api.Message) error {
	ch := choose(c, m)
	for range maxTries {
		err := ch.Notify(ctx, m.To, m.Text)
		if err == nil || isFinal(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// DeliverMarked has the channels mark what stays.
func DeliverMarked(ctx context.Context, c *api.Client, m api.Message) error {
	var ch Marking = markedTexts{c, m.From}
	if m.Text == "" {
		ch = markedTemplates{c}
	}
	for range maxTries {
		err := ch.Send(ctx, m)
		if err == nil || errors.Is(err, errFinal) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// DeliverUnmarked asks for another mark.
func DeliverUnmarked(ctx context.Context, c *api.Client, m api.Message) error {
	var ch Marking = markedTexts{c, m.From}
	if m.Text == "" {
		ch = markedTemplates{c}
	}
	for range maxTries { // want "and 10 more of class never"
		err := ch.Send(ctx, m)
		if err == nil {
			return err
		}
		log.Print(err)
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Push sends by either of two that do not fail for the same codes.
func Push(ctx context.Context, c *api.Client, m api.Message) error {
	var p Pusher = patient{c}
	if m.Text == "" {
		p = strict{c}
	}
	for range maxTries {
		if err := p.Push(ctx, m); err == nil {
			return nil
		}
	}
	return errGivenUp
}

// PushID has an identifier with the error.
func PushID(ctx context.Context, c *api.Client, m api.Message) error {
	var n Numbered = numberedTexts{c}
	if m.Text == "" {
		n = numberedTemplates{c}
	}
	for range maxTries { // want "and 10 more of class never"
		id, err := n.Submit(ctx, m)
		if err == nil {
			log.Print(id)
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// DeliverRetrying wraps a channel in one that tries again.
func DeliverRetrying(ctx context.Context, c *api.Client, m api.Message) error {
	return retrying{choose(c, m), c.Unit}.Notify(ctx, m.To, m.Text)
}

// A retrying channel tries another one again, and again.
type retrying struct {
	next  Channel
	pause time.Duration
}

func (r retrying) Notify(ctx context.Context, to, text string) (err error) {
	for try := 0; try < maxTries; try++ { // want "and 10 more of class never"
		if err = r.next.Notify(ctx, to, text); err == nil {
			return nil
		}
		log.Printf("try %d: %v", try, err)
		time.Sleep(r.pause)
	}
	return err
}

func choose(c *api.Client, m api.Message) Channel {
	if m.Text == "" {
		return &templates{c, "hello"}
	}
	return texts{c, m.From}
}

func isFinal(err error) bool {
	var text *textError
	if errors.As(err, &text) {
		return !text.code.Retryable()
	}
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}
