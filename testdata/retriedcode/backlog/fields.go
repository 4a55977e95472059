package backlog

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A pile is what waits to be sent.
type pile struct {
	c       *api.Client
	waiting []api.Message
}

func (p *pile) add(m api.Message) { p.waiting = append(p.waiting, m) }

// Field keeps what has failed in a field.
func Field(ctx context.Context, c *api.Client, m api.Message) error {
	p := &pile{c: c}
	p.add(m)
	p.flushed(ctx)
	return nil
}

func (p *pile) flush(ctx context.Context) {
	var failed []api.Message
	for _, next := range p.waiting {
		code, err := send(ctx, p.c, next)
		if err != nil || code != codes.ResponseSuccess {
			failed = append(failed, next) // want "and 10 more of class never"
		}
	}
	p.waiting = failed
}

func (p *pile) flushed(ctx context.Context) {
	for range maxRounds {
		p.flush(ctx)
		time.Sleep(p.c.Unit)
	}
}

// A heap is a pile of what may pass.
type heap struct {
	c       *api.Client
	waiting []api.Message
}

// FieldPassing keeps what may pass.
func FieldPassing(ctx context.Context, c *api.Client, m api.Message) error {
	h := &heap{c, []api.Message{m}}
	for range maxRounds {
		h.flush(ctx)
	}
	return nil
}

func (h *heap) flush(ctx context.Context) {
	var failed []api.Message
	for _, next := range h.waiting {
		code, err := send(ctx, h.c, next)
		if err != nil || code.Retryable() {
			failed = append(failed, next)
		}
	}
	h.waiting = failed
}

// A sieve takes out what is refused before it sends.
type sieve struct {
	c       *api.Client
	waiting []api.Message
	refused map[string]bool
}

// FieldSifted takes out of the field what was refused.
func FieldSifted(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sieve{c, []api.Message{m}, make(map[string]bool)}
	for range maxRounds {
		s.flush(ctx)
		s.sift()
	}
	return nil
}

func (s *sieve) sift() {
	var left []api.Message
	for _, m := range s.waiting {
		if !s.refused[m.To] {
			left = append(left, m)
		}
	}
	s.waiting = left
}

func (s *sieve) flush(ctx context.Context) {
	var failed []api.Message
	for _, next := range s.waiting {
		code, err := send(ctx, s.c, next)
		if err != nil || code != codes.ResponseSuccess {
			s.refused[next.To] = !code.Retryable()
			failed = append(failed, next)
		}
	}
	s.waiting = failed
}

// A list is what somebody is to be told of.
type list struct {
	c      *api.Client
	failed []api.Message
}

// FieldOnce keeps what has failed for somebody who looks at it.
func FieldOnce(ctx context.Context, c *api.Client, m api.Message) error {
	l := &list{c: c, failed: []api.Message{m}}
	l.once(ctx)
	if len(l.failed) > 0 {
		return errGivenUp
	}
	return nil
}

func (l *list) once(ctx context.Context) {
	var failed []api.Message
	for _, next := range l.failed {
		code, err := send(ctx, l.c, next)
		if err != nil || code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	l.failed = failed
}

// Twice sends again what has failed, with a text that is made once more.
func Twice(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		code, err := send(ctx, c, api.Message{From: next.From, To: next.To, Text: "Dear " + next.Text})
		if err != nil || code != codes.ResponseSuccess {
			failed = append(failed, next) // want "and 10 more of class never"
		}
	}
	if len(failed) == 0 {
		return nil
	}
	for _, next := range failed {
		if code, err := send(ctx, c, api.Message{From: next.From, To: next.To, Text: "Dear " + next.Text}); err != nil || code != codes.ResponseSuccess {
			return errGivenUp
		}
	}
	return nil
}

// TwiceOther does so with another text.
func TwiceOther(ctx context.Context, c *api.Client, m api.Message) error {
	var failed []api.Message
	for _, next := range []api.Message{m} {
		code, err := send(ctx, c, api.Message{From: next.From, To: next.To, Text: "Dear " + next.Text})
		if err != nil || code != codes.ResponseSuccess {
			failed = append(failed, next)
		}
	}
	for _, next := range failed {
		if code, err := send(ctx, c, api.Message{From: next.From, To: next.To, Text: next.Text}); err != nil || code != codes.ResponseSuccess {
			return errGivenUp
		}
	}
	return nil
}
