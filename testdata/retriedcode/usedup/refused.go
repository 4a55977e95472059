package usedup

import (
	"context"
	"errors"
	"sync"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A ledger counts who was refused, which is asked before anything is sent.
type ledger struct {
	c        *api.Client
	mu       sync.Mutex
	refused  map[string]int
	refusals int
}

// CountedRefusals counts a recipient's refusals in a map.
func CountedRefusals(ctx context.Context, c *api.Client, m api.Message) error {
	l := &ledger{c: c, refused: make(map[string]int)}
	for range maxTries {
		l.mu.Lock()
		blocked := l.refused[m.To] > 0
		l.mu.Unlock()
		if blocked {
			break
		}
		var r reply
		if err := l.c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !r.Code.Retryable() {
			l.mu.Lock()
			l.refused[m.To]++
			l.mu.Unlock()
		}
	}
	return errors.New(m.To + " was not sent")
}

// CountedInField counts all refusals in a field.
func CountedInField(ctx context.Context, c *api.Client, m api.Message) error {
	l := &ledger{c: c}
	for range maxTries {
		if l.refusals > 0 {
			break
		}
		var r reply
		if err := l.c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !r.Code.Retryable() {
			l.refusals++
		}
	}
	return errors.New(m.To + " was not sent")
}

// CountedElsewhere counts by the text, and asks by the recipient.
func CountedElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	l := &ledger{c: c, refused: make(map[string]int)}
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if l.refused[m.To] > 0 {
			break
		}
		var r reply
		if err := l.c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !r.Code.Retryable() {
			l.refused[m.Text]++
		}
	}
	return errors.New(m.To + " was not sent")
}

// CountedAndFound asks whether the map has the recipient.
func CountedAndFound(ctx context.Context, c *api.Client, m api.Message) error {
	refused := make(map[string]int)
	for range maxTries {
		if _, ok := refused[m.To]; ok {
			break
		}
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !r.Code.Retryable() {
			refused[m.To]++
		}
	}
	return errors.New(m.To + " was not sent")
}

// CountedAndNotFound goes on while the map does not have the recipient.
func CountedAndNotFound(ctx context.Context, c *api.Client, m api.Message) error {
	refused := make(map[string]int)
	for range maxTries {
		_, stop := refused[m.To]
		if !stop {
			var r reply
			if err := c.Post(ctx, "/sms", m, &r); err != nil {
				return err
			}
			if r.Code == codes.ResponseSuccess {
				return nil
			}
			if !r.Code.Retryable() {
				refused[m.To] += 2
			}
			continue
		}
		return errors.New(m.To + " is blocked")
	}
	return errors.New(m.To + " was not sent")
}

// CountedAndNamed gives what was counted a name.
func CountedAndNamed(ctx context.Context, c *api.Client, m api.Message) error {
	l := &ledger{c: c, refused: make(map[string]int)}
	for range maxTries {
		if n := l.refused[m.To]; n > 0 {
			return errors.New(m.To + " is blocked")
		}
		var r reply
		if err := l.c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !r.Code.Retryable() {
			l.refused[m.To]++
		}
	}
	return errors.New(m.To + " was not sent")
}

// CountedTooLate asks for more than the first refusal has counted.
func CountedTooLate(ctx context.Context, c *api.Client, m api.Message) error {
	l := &ledger{c: c, refused: make(map[string]int)}
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		if n := l.refused[m.To]; n > 1 {
			return errors.New(m.To + " is blocked")
		}
		var r reply
		if err := l.c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !r.Code.Retryable() {
			l.refused[m.To]++
		}
	}
	return errors.New(m.To + " was not sent")
}

// CountedBefore asks at the end for what it has read before the request.
func CountedBefore(ctx context.Context, c *api.Client, m api.Message) error {
	refused := make(map[string]int)
	for range maxTries { // want "10 CouldNotRoute and 10 more of class never"
		_, blocked := refused[m.To]
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !r.Code.Retryable() {
			refused[m.To]++
		}
		if blocked {
			break
		}
	}
	return errors.New(m.To + " was not sent")
}
