package wards

import (
	"context"
	"errors"
	"sync"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errClosed = errors.New("closed")

// A book knows whom not to send to.
type book struct {
	*api.Client
	refused map[string]error
}

func (b *book) send(ctx context.Context, m api.Message) error {
	if err := b.refused[m.To]; err != nil {
		return err
	}
	r, err := send(ctx, b.Client, m)
	if err != nil {
		return err
	}
	if err := r.Code.Err(); err != nil {
		if !r.Code.Retryable() {
			b.refused[m.To] = err
		}
		return err
	}
	return nil
}

// Refused sends by what remembers who was refused.
func Refused(ctx context.Context, c *api.Client, m api.Message) error {
	b := &book{c, make(map[string]error)}
	err := errGivenUp
	for range maxTries {
		if err = b.send(ctx, m); err == nil {
			break
		}
	}
	return err
}

// A ledger knows what was sent.
type ledger struct {
	*api.Client
	sent map[string]bool
}

func (l *ledger) send(ctx context.Context, m api.Message) error {
	if l.sent[m.To] {
		return nil
	}
	r, err := send(ctx, l.Client, m)
	if err != nil {
		return err
	}
	if r.Code == codes.ResponseSuccess {
		l.sent[m.To] = true
	}
	return r.Code.Err()
}

// Sent sends by what remembers only what was sent.
func Sent(ctx context.Context, c *api.Client, m api.Message) error {
	l := &ledger{c, make(map[string]bool)}
	err := errGivenUp
	for range maxTries { // want "and 10 more of class never"
		if err = l.send(ctx, m); err == nil {
			break
		}
	}
	return err
}

// A breaker opens for what is final.
type breaker struct {
	mu   sync.Mutex
	open bool
}

func (b *breaker) ask() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.open {
		return errClosed
	}
	return nil
}

func (b *breaker) tell(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	var code codes.ResponseCode
	if errors.As(err, &code) && !code.Retryable() {
		b.open = true
	}
}

// Breaker asks it before it sends, and tells it what came of that.
func Breaker(ctx context.Context, c *api.Client, m api.Message) error {
	var b breaker
	for range maxTries {
		if err := b.ask(); err != nil {
			return err
		}
		r, err := send(ctx, c, m)
		if err == nil {
			err = r.Code.Err()
		}
		b.tell(err)
		if err == nil {
			return nil
		}
	}
	return errGivenUp
}

// A guarded sender has one.
type guarded struct {
	*api.Client
	breaker
}

func (g *guarded) send(ctx context.Context, m api.Message) (err error) {
	if err := g.ask(); err != nil {
		return err
	}
	defer func() { g.tell(err) }()
	r, err := send(ctx, g.Client, m)
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// Guarded sends by a sender that has one.
func Guarded(ctx context.Context, c *api.Client, m api.Message) error {
	g := &guarded{Client: c}
	err := errGivenUp
	for range maxTries {
		if err = g.send(ctx, m); err == nil {
			break
		}
	}
	return err
}

// A valve calls what it gets until that has failed for good.
type valve struct{ shut bool }

func (v *valve) through(f func() error) error {
	if v.shut {
		return errClosed
	}
	err := f()
	if code, ok := err.(codes.ResponseCode); ok && !code.Retryable() {
		v.shut = true
	}
	return err
}

// Valve sends through one.
func Valve(ctx context.Context, c *api.Client, m api.Message) error {
	var v valve
	for range maxTries {
		err := v.through(func() error {
			r, err := send(ctx, c, m)
			if err != nil {
				return err
			}
			return r.Code.Err()
		})
		if err == nil {
			return nil
		}
	}
	return errGivenUp
}

// A fuse blows after so many failures, whatever they are.
type fuse struct {
	failures int
	blown    bool
}

func (f *fuse) through(send func() error) error {
	if f.blown {
		return errClosed
	}
	err := send()
	if err != nil {
		if f.failures++; f.failures > maxTries {
			f.blown = true
		}
	}
	return err
}

// Fuse sends through one that stands it.
func Fuse(ctx context.Context, c *api.Client, m api.Message) error {
	var f fuse
	for range maxTries { // want "and 10 more of class never"
		err := f.through(func() error {
			r, err := send(ctx, c, m)
			if err != nil {
				return err
			}
			return r.Code.Err()
		})
		if err == nil {
			return nil
		}
	}
	return errGivenUp
}

// A memo keeps each answer that will not change.
type memo struct {
	*api.Client
	last map[api.Message]*reply
}

func (k *memo) send(ctx context.Context, m api.Message) (*reply, error) {
	if r, ok := k.last[m]; ok && !r.Code.Retryable() {
		return r, nil
	}
	r, err := send(ctx, k.Client, m)
	if err != nil {
		return nil, err
	}
	k.last[m] = r
	return r, nil
}

// Memo asks what keeps answers.
func Memo(ctx context.Context, c *api.Client, m api.Message) error {
	k := &memo{c, make(map[api.Message]*reply)}
	for range maxTries {
		r, err := k.send(ctx, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}
