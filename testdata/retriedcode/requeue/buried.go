package requeue

import (
	"container/list"
	"context"
	"sync"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A letter is a message with its attempts.
type letter struct {
	m        api.Message
	attempts int
}

// A box has letters to send, and those that are buried.
type box struct {
	mu          sync.Mutex
	open, grave []*letter
}

func (b *box) take() *letter {
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.open) == 0 {
		return nil
	}
	l := b.open[0]
	b.open = b.open[1:]
	return l
}

func (b *box) put(l *letter) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open = append(b.open, l)
}

func (b *box) bury(l *letter) {
	b.mu.Lock()
	defer b.mu.Unlock()
	l.m.Text = ""
	b.grave = append(b.grave, l)
}

// Buried buries what has failed too often.
func Buried(ctx context.Context, c *api.Client, m api.Message) error {
	b := &box{open: []*letter{{m: m}}}
	for {
		l := b.take()
		if l == nil {
			return nil
		}
		code, err := send(ctx, c, l.m)
		if err == nil && code == codes.ResponseSuccess {
			continue
		}
		if l.attempts++; l.attempts > 3 {
			b.bury(l)
			continue
		}
		b.put(l) // want "and 10 more of class never"
	}
}

// BuriedRefused buries what stays, too.
func BuriedRefused(ctx context.Context, c *api.Client, m api.Message) error {
	b := &box{open: []*letter{{m: m}}}
	for {
		l := b.take()
		if l == nil {
			return nil
		}
		code, err := send(ctx, c, l.m)
		switch {
		case err == nil && code == codes.ResponseSuccess:
		case err == nil && !code.Retryable(), l.attempts > 3:
			b.bury(l)
		default:
			l.attempts++
			b.put(l)
		}
	}
}

// Rewritten has it rewritten, and puts that back.
func Rewritten(ctx context.Context, c *api.Client, m api.Message) error {
	b := &box{open: []*letter{{m: m}}}
	for {
		l := b.take()
		if l == nil {
			return nil
		}
		code, err := send(ctx, c, l.m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess && l.attempts < 3 {
			l.shorten()
			l.attempts++
			b.put(l)
		}
	}
}

func (l *letter) shorten() { l.m.Text = l.m.Text[:len(l.m.Text)-1] }

// Listed puts it back into a list.
func Listed(ctx context.Context, c *api.Client, m api.Message) error {
	open := list.New()
	open.PushBack(&letter{m: m})
	for open.Len() > 0 {
		e := open.Front()
		l := e.Value.(*letter)
		code, err := send(ctx, c, l.m)
		if err != nil {
			return err
		}
		open.Remove(e)
		if code != codes.ResponseSuccess {
			l.attempts++
			open.PushBack(l) // want "and 10 more of class never"
		}
	}
	return nil
}

// ListedPassing puts back what passes.
func ListedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	open := list.New()
	open.PushBack(&letter{m: m})
	for e := open.Front(); e != nil; e = open.Front() {
		l := open.Remove(e).(*letter)
		code, err := send(ctx, c, l.m)
		if err != nil {
			return err
		}
		if code.Retryable() {
			open.PushBack(l)
		}
	}
	return nil
}

// ListedElsewhere puts what has failed into another list.
func ListedElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	open, failed := list.New(), list.New()
	open.PushBack(&letter{m: m})
	for e := open.Front(); e != nil; e = open.Front() {
		l := open.Remove(e).(*letter)
		code, err := send(ctx, c, l.m)
		if err != nil {
			return err
		}
		if code != codes.ResponseSuccess {
			failed.PushBack(l)
		}
	}
	return nil
}
