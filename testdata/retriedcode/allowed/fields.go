package allowed

import (
	"context"
	"sync"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A mailer keeps what has become of its message.
type mailer struct {
	c      *api.Client
	failed bool
	state  string
}

// Failed stops for what stays.
func Failed(ctx context.Context, c *api.Client, m api.Message) error {
	b := &mailer{c: c}
	for !b.failed {
		code, err := send(ctx, b.c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if !code.Retryable() {
			b.failed = true
		}
		c.Pause(ctx, 1)
	}
	return errRefused
}

// FailedSome stops for one of them.
func FailedSome(ctx context.Context, c *api.Client, m api.Message) error {
	b := &mailer{c: c}
	for !b.failed { // want "and 9 more of class never"
		code, err := send(ctx, b.c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if code == codes.ResponseInvalidRecipient {
			b.failed = true
		}
		c.Pause(ctx, 1)
	}
	return errRefused
}

// Waiting goes on while the state says so, and it says so for all.
func Waiting(ctx context.Context, c *api.Client, m api.Message) error {
	b := &mailer{c: c, state: "waiting"}
	for b.state == "waiting" { // want "and 10 more of class never"
		code, err := send(ctx, b.c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if code == codes.ResponseInsufficientCredit {
			b.state = "broke"
			continue
		}
		b.state = "waiting"
	}
	return errRefused
}

// A breaker opens for what stays.
type breaker struct {
	open  bool
	count int
}

func (b *breaker) note(code codes.ResponseCode) {
	switch code.Retry() {
	case codes.RetryNever, codes.RetryAfterFix:
		b.open = true
	}
}

func (b *breaker) add() { b.count++ }

// Breaker asks a breaker that is told the code.
func Breaker(ctx context.Context, c *api.Client, m api.Message) error {
	b := new(breaker)
	for !b.open {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		b.note(code)
		c.Pause(ctx, 1)
	}
	return errRefused
}

// BreakerCount asks one that counts only.
func BreakerCount(ctx context.Context, c *api.Client, m api.Message) error {
	b := new(breaker)
	for b.count < 3 { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		b.add()
		c.Pause(ctx, 1)
	}
	return errRefused
}

// Tries are the attempts at something.
type tries struct {
	n, max int
	err    error
}

func (t *tries) next() bool { t.n++; return t.err == nil && t.n <= t.max }

func (t *tries) fail(err error) { t.err = err }

// Tries asks for the next attempt, of which there is none for what stays.
func Tries(ctx context.Context, c *api.Client, m api.Message) error {
	t := &tries{max: 3}
	for t.next() {
		code, err := send(ctx, c, m)
		switch {
		case err != nil:
			return err
		case code == codes.ResponseSuccess:
			return nil
		case !code.Retryable():
			t.fail(code)
		}
	}
	return t.err
}

// TriesSome has none for two of them.
func TriesSome(ctx context.Context, c *api.Client, m api.Message) error {
	t := &tries{max: 3}
	for t.next() { // want "and 8 more of class never"
		code, err := send(ctx, c, m)
		switch {
		case err != nil:
			return err
		case code == codes.ResponseSuccess:
			return nil
		case code == codes.ResponseInvalidRecipient, code == codes.ResponseInvalidOriginator:
			t.fail(code)
		}
	}
	return t.err
}

// A register has who has refused.
type register struct {
	sync.Mutex
	refused map[string]error
}

func (r *register) note(to string, err error) {
	r.Lock()
	defer r.Unlock()
	r.refused[to] = err
}

func (r *register) has(to string) bool {
	r.Lock()
	defer r.Unlock()
	return r.refused[to] != nil
}

// Registered looks who has refused.
func Registered(ctx context.Context, c *api.Client, m api.Message) error {
	r := &register{refused: make(map[string]error)}
	for !r.has(m.To) {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		if !code.Retryable() {
			r.note(m.To, code)
		}
	}
	return r.refused[m.To]
}
