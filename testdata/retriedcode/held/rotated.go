package held

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
)

// A pool sends from the next of its senders.
type pool struct {
	sender  sender
	senders []string
	next    int
}

func (p *pool) send(ctx context.Context, m api.Message) error {
	m.From = p.senders[p.next%len(p.senders)]
	p.next++
	return p.sender.Send(ctx, m)
}

func newPool(c *api.Client) *pool {
	return &pool{sender: sender{c}, senders: []string{"SHOP", "INFO", "NEWS"}}
}

// Rotated holds a method that has another sender each time.
func Rotated(ctx context.Context, c *api.Client, m api.Message) (err error) {
	send := newPool(c).send
	for range 3 {
		if err = send(ctx, m); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

type rotating struct {
	deliver func(context.Context, api.Message) error
}

// RotatedField has it in a field.
func RotatedField(ctx context.Context, c *api.Client, m api.Message) error {
	p := newPool(c)
	r := &rotating{deliver: p.send}
	return r.run(ctx, m)
}

func (r *rotating) run(ctx context.Context, m api.Message) (err error) {
	for range 3 {
		if err = r.deliver(ctx, m); err == nil {
			return nil
		}
	}
	return err
}

type spinning struct {
	deliver func(context.Context, api.Message) error
}

// RotatedLiteral has a literal there.
func RotatedLiteral(ctx context.Context, c *api.Client, m api.Message) error {
	turn := 0
	s := &spinning{deliver: func(ctx context.Context, m api.Message) error {
		m.From = []string{"SHOP", "INFO", "NEWS"}[turn%3]
		turn++
		return (&sender{c}).Send(ctx, m)
	}}
	return s.run(ctx, m)
}

func (s *spinning) run(ctx context.Context, m api.Message) (err error) {
	for range 3 {
		if err = s.deliver(ctx, m); err == nil {
			return nil
		}
	}
	return err
}

// Renewed sets the function anew for each try.
func Renewed(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for _, from := range []string{"SHOP", "INFO"} {
		m := api.Message{From: from, To: m.To, Text: m.Text}
		send := func() error { return (&sender{c}).Send(ctx, m) }
		if err = send(); err == nil {
			return nil
		}
	}
	return err
}

// Bound holds the method of another one each time.
func Bound(ctx context.Context, c *api.Client, m api.Message) (err error) {
	other := &api.Client{URL: c.URL, HTTP: c.HTTP, Unit: c.Unit}
	for _, c := range []*api.Client{c, other} {
		send := (&sender{c}).Send
		if err = send(ctx, m); err == nil {
			return nil
		}
	}
	return err
}

func (p *pool) turn() { p.next++ }

func (p *pool) current(ctx context.Context, m api.Message) error {
	m.From = p.senders[p.next%len(p.senders)]
	return p.sender.Send(ctx, m)
}

// Turned moves on what it holds the method of.
func Turned(ctx context.Context, c *api.Client, m api.Message) (err error) {
	p := newPool(c)
	send := p.current
	for range 3 {
		if err = send(ctx, m); err == nil {
			return nil
		}
		p.turn()
	}
	return err
}

type turning struct {
	pool *pool
	post func(context.Context, api.Message) error
}

func newTurning(c *api.Client) *turning {
	p := newPool(c)
	return &turning{pool: p, post: p.current}
}

// TurnedField moves on what another field holds the method of.
func TurnedField(ctx context.Context, c *api.Client, m api.Message) error {
	return newTurning(c).run(ctx, m)
}

func (t *turning) run(ctx context.Context, m api.Message) (err error) {
	for range 3 {
		if err = t.post(ctx, m); err == nil {
			return nil
		}
		t.pool.turn()
	}
	return err
}

type handed struct {
	post func(context.Context, api.Message) error
}

func newHanded(post func(context.Context, api.Message) error) *handed { return &handed{post: post} }

// RotatedHanded hands its constructor a method that has another sender each time.
func RotatedHanded(ctx context.Context, c *api.Client, m api.Message) error {
	return newHanded(newPool(c).send).run(ctx, m)
}

func (h *handed) run(ctx context.Context, m api.Message) (err error) {
	for range 3 {
		if err = h.post(ctx, m); err == nil {
			return nil
		}
	}
	return err
}

type inner struct {
	post func(context.Context, api.Message) error
}

func (i *inner) send(ctx context.Context, m api.Message) error { return i.post(ctx, m) }

// RotatedWithin asks by a method what calls one that has another sender each time.
func RotatedWithin(ctx context.Context, c *api.Client, m api.Message) (err error) {
	p := newPool(c)
	i := &inner{post: p.send}
	for range 3 {
		if err = i.send(ctx, m); err == nil {
			return nil
		}
	}
	return err
}

type given struct {
	post func(context.Context, api.Message) error
}

func newGiven(post func(context.Context, api.Message) error) *given { return &given{post: post} }

// RotatedGiven hands its constructor a literal that has another sender each time.
func RotatedGiven(ctx context.Context, c *api.Client, m api.Message) error {
	turn := 0
	return newGiven(func(ctx context.Context, m api.Message) error {
		turn++
		m.From = []string{"SHOP", "INFO", "NEWS"}[turn%3]
		return (&sender{c}).Send(ctx, m)
	}).run(ctx, m)
}

func (g *given) run(ctx context.Context, m api.Message) (err error) {
	for range 3 {
		if err = g.post(ctx, m); err == nil {
			return nil
		}
	}
	return err
}
