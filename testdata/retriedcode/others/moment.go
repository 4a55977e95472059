package others

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Settings may be others by the next round.

type settings struct {
	from  string
	limit int
}

type tuned struct {
	now   atomic.Pointer[settings]
	begun atomic.Pointer[settings]
	mu    sync.RWMutex
	from  string
	name  string
}

func newTuned(m api.Message) *tuned {
	t := &tuned{from: m.From, name: m.From}
	t.now.Store(&settings{from: m.From})
	t.begun.Store(&settings{from: m.From})
	return t
}

// Reload takes other settings.
func (t *tuned) Reload(s *settings) {
	t.now.Store(s)
	t.mu.Lock()
	t.from = s.from
	t.mu.Unlock()
}

func (t *tuned) current() string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.from
}

func (t *tuned) called() string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	return t.name
}

// MomentLoaded takes the settings of the moment.
func MomentLoaded(ctx context.Context, c *api.Client, m api.Message) error {
	t := newTuned(m)
	for range 3 {
		r, err := send(ctx, c, api.Message{From: t.now.Load().from, To: m.To, Text: m.Text})
		if err != nil || r.Code != codes.ResponseInvalidOriginator {
			return errors.Join(err, r.Code.Err())
		}
		go t.Reload(&settings{from: "SHOP2"})
		time.Sleep(c.Unit)
	}
	return errors.New("not sent")
}

// MomentBegun takes those that it began with.
func MomentBegun(ctx context.Context, c *api.Client, m api.Message) error {
	t := newTuned(m)
	for range 3 { // want "12 InvalidOriginator of class never"
		r, err := send(ctx, c, api.Message{From: t.begun.Load().from, To: m.To, Text: m.Text})
		if err != nil || r.Code != codes.ResponseInvalidOriginator {
			return errors.Join(err, r.Code.Err())
		}
		time.Sleep(c.Unit)
	}
	return errors.New("not sent")
}

// MomentLocked asks a method for them.
func MomentLocked(ctx context.Context, c *api.Client, m api.Message) error {
	t := newTuned(m)
	for range 3 {
		m.From = t.current()
		r, err := send(ctx, c, m)
		if err != nil || r.Code != codes.ResponseInvalidOriginator {
			return errors.Join(err, r.Code.Err())
		}
		go t.Reload(&settings{from: "SHOP2"})
		time.Sleep(c.Unit)
	}
	return errors.New("not sent")
}

// MomentCalled asks for what nobody sets.
func MomentCalled(ctx context.Context, c *api.Client, m api.Message) error {
	t := newTuned(m)
	for range 3 { // want "12 InvalidOriginator of class never"
		m.From = t.called()
		r, err := send(ctx, c, m)
		if err != nil || r.Code != codes.ResponseInvalidOriginator {
			return errors.Join(err, r.Code.Err())
		}
		time.Sleep(c.Unit)
	}
	return errors.New("not sent")
}

// A roll has a name for each account.
type roll struct {
	mu    sync.Mutex
	names map[string]string
}

func (r *roll) of(account string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.names[account]
}

func (r *roll) set(account, name string) {
	r.mu.Lock()
	r.names[account] = name
	r.mu.Unlock()
}

// MomentListed asks for the one of an account.
func MomentListed(ctx context.Context, c *api.Client, m api.Message) error {
	names := &roll{names: map[string]string{"shop": m.From}}
	time.AfterFunc(c.Unit, func() { names.set("shop", "SHOP2") })
	for range 3 {
		r, err := send(ctx, c, api.Message{From: names.of("shop"), To: m.To, Text: m.Text})
		if err != nil || r.Code != codes.ResponseInvalidOriginator {
			return errors.Join(err, r.Code.Err())
		}
		time.Sleep(c.Unit)
	}
	return errors.New("not sent")
}

// RandomSender takes any.
func RandomSender(ctx context.Context, c *api.Client, m api.Message) error {
	names := []string{"SHOP", "INFO", "NEWS"}
	for range 3 {
		m.From = names[rand.IntN(len(names))]
		r, err := send(ctx, c, m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errors.New("not sent")
}

type several struct{ clients []*api.Client }

func (s several) pick() *api.Client {
	i := rand.IntN(len(s.clients))
	return s.clients[i]
}

// RandomClient asks a method for one.
func RandomClient(ctx context.Context, c *api.Client, m api.Message) error {
	s := several{[]*api.Client{c, c}}
	for range 3 {
		r, err := send(ctx, s.pick(), m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errors.New("not sent")
}

// RandomPause waits for as long as it likes, and so does what it asks for a client.
func RandomPause(ctx context.Context, c *api.Client, m api.Message) error {
	pauses := []time.Duration{c.Unit, 2 * c.Unit}
	client := func() *api.Client {
		time.Sleep(pauses[rand.IntN(len(pauses))])
		return c
	}
	for range 3 { // want "and 10 more of class never"
		r, err := send(ctx, client(), m)
		if err == nil && r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(pauses[rand.IntN(len(pauses))])
	}
	return errors.New("not sent")
}
